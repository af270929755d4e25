#!/bin/sh
# Print the first Python that fits. PYTHON=/path/to/python names the only one to try.
set -u

fits='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'
for python in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
    if "$python" -c "$fits" >/dev/null 2>&1; then
        echo "$python"
        exit 0
    fi
done

found=$("${PYTHON:-python3}" --version 2>&1) || found="no python3"
case "${LC_ALL:-${LANG:-}}" in
    en*) echo "Python 3.11, 3.12 or 3.13 is needed (found: $found). Install one, or name it: PYTHON=/path/to/python3.12 make run." ;;
    *) echo "Il faut Python 3.11, 3.12 ou 3.13 (trouvé : $found). Installez-en un, ou nommez-le : PYTHON=/chemin/vers/python3.12 make run." ;;
esac >&2
exit 1
