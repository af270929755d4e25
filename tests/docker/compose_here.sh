#!/usr/bin/env bash
# Stands for `docker` in the tests of the backup: what a container would run, runs here, on the
# PostgreSQL of the test. Starting and stopping services is only noted down.
set -euo pipefail
[ "$1" = compose ] && shift

case "$1 ${3-}" in
    "exec valkey") echo "${*:4}" >> "$COMPOSE_NOTES" ;;
    exec\ *) exec "${@:4}" ;; # exec -T SERVICE COMMAND…
    run\ *) exec "${@:6}" ;;  # run --rm --no-deps -T SERVICE COMMAND…
    *) echo "$*" >> "$COMPOSE_NOTES" ;;
esac
