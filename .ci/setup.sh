#!/bin/sh
# Installs what is missing, and only that: `setup.sh build` for building and running, `setup.sh test` for testing.
# Debian 12 or newer, as root or with sudo; elsewhere it names what has to be there.
set -eu
cd "$(dirname "$0")/.."
missing=""
need() { missing="$missing $*"; }
has() { command -v "$1" >/dev/null 2>&1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif has sudo; then sudo "$@"
    else echo "setup: run as root, or install these packages yourself:$missing" >&2; exit 1
    fi
}

install_missing() {
    [ -n "$missing" ] || return 0
    if ! has apt-get; then
        echo "setup: this is not a Debian system; install what corresponds to these packages:$missing" >&2
        exit 1
    fi
    echo "setup: installing$missing"
    as_root apt-get update -q
    # shellcheck disable=SC2086 # a list of packages
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
    missing=""
}

header() { echo "#include <$1>" | cc -E -x c ${2:+-I"$2"} - >/dev/null 2>&1; }

setup_build() {
    has curl || need curl ca-certificates
    has cc && header stdlib.h || need gcc libc6-dev
    has pg_config && [ -e "$(pg_config --libdir)/libpq.so" ] || need libpq-dev
    install_missing
    if ! has cargo; then
        # Debian's Rust is too old: rustup, from the Rust project itself, brings a current one.
        echo "setup: installing Rust with rustup (https://rustup.rs)"
        curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y --profile minimal --component clippy,rustfmt
        PATH="$HOME/.cargo/bin:$PATH"
    fi
    if ! [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
        rustup target add wasm32-unknown-unknown
    fi
}

setup_test() {
    has chromium || need chromium
    has pdfsig || need poppler-utils
    has certutil || need libnss3-tools
    has openssl || need openssl
    [ -e /usr/lib/softhsm/libsofthsm2.so ] || need softhsm2
    has node || need nodejs
    has npm || need npm
    python3 -c 'import ensurepip, venv' 2>/dev/null || need python3 python3-venv
    install_missing
    .ci/postgres.sh install
    stamp e2e/node_modules/.stamp e2e/package-lock.json || {
        npm ci --prefix e2e --no-audit --no-fund --silent && cp e2e/package-lock.json e2e/node_modules/.stamp
    }
    stamp e2e/.venv/.stamp e2e/requirements.txt || {
        python3 -m venv e2e/.venv
        e2e/.venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement e2e/requirements.txt
        cp e2e/requirements.txt e2e/.venv/.stamp
    }
}

# True where the stamp says that this very list is installed already.
stamp() { [ -e "$1" ] && cmp -s "$1" "$2"; }

case "${1:-}" in
    build) setup_build ;;
    test) setup_test ;;
    *) echo "usage: $0 build|test" >&2; exit 2 ;;
esac
