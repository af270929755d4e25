#!/bin/sh
# Make .venv and put into it exactly what requirements-dev.txt pins.
set -eu
# Whoever is root has PostgreSQL run by another user, who must be able to read it.
umask 022

python=$(sh workbench/find_python.sh)
# A .venv whose Python has since been upgraded away is made again.
if ! PYTHON=.venv/bin/python sh workbench/find_python.sh >/dev/null 2>&1; then
    if ! "$python" -m venv --clear .venv; then
        case "${LC_ALL:-${LANG:-}}" in
            en*) echo "$python cannot make a .venv. On Debian or Ubuntu: apt-get install python3-venv." ;;
            *) echo "$python ne sait pas créer .venv. Sous Debian ou Ubuntu : apt-get install python3-venv." ;;
        esac >&2
        exit 1
    fi
fi

case "${LC_ALL:-${LANG:-}}" in
    en*) echo "Installing into .venv, once: about a minute." ;;
    *) echo "Installation dans .venv, une seule fois : une minute environ." ;;
esac
.venv/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
# uv takes 8 s where pip takes two minutes; pip knows mirrors that only its own settings name.
.venv/bin/uv pip sync --quiet --python .venv/bin/python --compile-bytecode requirements-dev.txt ||
    .venv/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
