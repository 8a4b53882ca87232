#!/bin/sh
# A private PostgreSQL for tests, in a temporary folder on a free port, beside whatever else runs on this machine.
#   postgres.sh install      installs Debian's package where there is none (without its default cluster)
#   postgres.sh start        starts it (once) and prints its URL
#   postgres.sh url          prints the URL of the running one
#   postgres.sh stop         stops it and removes its folder
#   postgres.sh run CMD …    runs CMD with TEST_DATABASE_URL_POSTGRES set to one of its own, which ends with CMD
set -eu
cd "$(dirname "$0")/.."
state=target/test-postgres

bin_folder() {
    for folder in /usr/lib/postgresql/*/bin; do
        [ -x "$folder/initdb" ] && newest=$folder
    done
    if [ -n "${newest:-}" ]; then echo "$newest"
    elif command -v initdb >/dev/null; then dirname "$(command -v initdb)"
    else return 1
    fi
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# PostgreSQL refuses to run as root.
as_owner() { if [ "$(id -u)" = 0 ]; then runuser -u "$owner" -- "$@"; else "$@"; fi; }

install() {
    bin_folder >/dev/null && return 0
    as_root apt-get update -q
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends postgresql-common
    echo 'create_main_cluster = false' | as_root tee -a /etc/postgresql-common/createcluster.conf >/dev/null
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends postgresql
}

start() {
    if [ -e "$state" ]; then url; return; fi
    install >&2
    bin=$(bin_folder)
    owner=nobody; id postgres >/dev/null 2>&1 && owner=postgres
    folder=$(mktemp -d /tmp/congvu-postgres.XXXXXX)
    [ "$(id -u)" = 0 ] && chown "$owner" "$folder"
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    cd "$folder"
    as_owner "$bin/initdb" --pgdata data --username congvu --auth trust --encoding UTF8 --locale C.UTF-8 >initdb.log 2>&1 \
        || { cat initdb.log >&2; exit 1; }
    # Nothing here outlives the tests, so nothing waits for the disk.
    as_owner "$bin/pg_ctl" --pgdata data --log "$folder/data/server.log" --wait --silent --options \
        "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off" start >&2
    cd "$OLDPWD"
    mkdir -p target
    printf '%s\n%s\n%s\n%s\n' "$folder" "$port" "$bin" "$owner" >"$state"
    url
}

read_state() {
    [ -e "$state" ] || { echo "postgres.sh: not running" >&2; exit 1; }
    { read -r folder; read -r port; read -r bin; read -r owner; } <"$state"
}

url() { read_state; echo "postgres://congvu@127.0.0.1:$port/postgres"; }

stop() {
    [ -e "$state" ] || return 0
    read_state
    (cd / && as_owner "$bin/pg_ctl" --pgdata "$folder/data" --mode immediate --wait --silent stop) || true
    rm -rf "$folder" "$state"
}

case "${1:-}" in
    install | start | stop | url) "$1" ;;
    run)
        shift
        if [ -z "${TEST_DATABASE_URL_POSTGRES:-}" ]; then
            state=target/test-postgres.$$
            trap stop EXIT
            trap 'exit 130' INT TERM
            TEST_DATABASE_URL_POSTGRES=$(start)
            export TEST_DATABASE_URL_POSTGRES
        fi
        "$@"
        ;;
    *) sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
