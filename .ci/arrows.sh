#!/bin/sh
# The arrows of the house point one way: server → db, documents, signing → domain → openapi ← app.
set -eu
cd "$(dirname "$0")/.."
failed=0
passed=0

# refuse CRATE DEPENDENCY [cargo tree options]: the crate must not reach the dependency.
refuse() {
    crate=$1 dependency=$2; shift 2
    if cargo tree --locked --prefix none --edges normal --package "$crate" "$@" | grep -q "^$dependency v"; then
        echo "arrow broken: $crate reaches $dependency" >&2; failed=$((failed + 1))
    else passed=$((passed + 1))
    fi
}

# only_names DEPENDENCY CRATE…: no other manifest of the workspace names the dependency.
only_names() {
    dependency=$1; shift
    for manifest in openapi/Cargo.toml backend/*/Cargo.toml frontend/Cargo.toml frontend/bundle/Cargo.toml frontend/pkcs12/Cargo.toml; do
        grep -qE "^$dependency( |\.|=)" "$manifest" || continue
        case " $* " in *" $(dirname "$manifest") "*) ;; *)
            echo "arrow broken: $manifest names $dependency" >&2; failed=$((failed + 1)); continue ;;
        esac
        passed=$((passed + 1))
    done
}

for heavy in diesel actix-web congvu-domain; do
    refuse congvu-openapi "$heavy" --features server
done
for heavy in utoipa validator diesel actix-web congvu-domain; do
    refuse congvu-app "$heavy" --target wasm32-unknown-unknown
done
for upper in diesel actix-web congvu-db congvu-server; do
    refuse congvu-domain "$upper"
    refuse congvu-signing "$upper"
    refuse congvu-documents "$upper"
done
refuse congvu-db actix-web
refuse congvu-db congvu-server
for upper in diesel congvu-db congvu-domain congvu-server; do
    refuse congvu-sandbox "$upper"
done
only_names diesel backend/db
only_names actix-web backend/server backend/sandbox
only_names typst backend/documents
cargo check --locked --quiet --profile wasm-release --target wasm32-unknown-unknown --package congvu-openapi \
    && passed=$((passed + 1)) || { echo "congvu-openapi does not build for wasm32" >&2; failed=$((failed + 1)); }

echo "arrows: $passed passed, $failed failed"
[ "$failed" = 0 ]
