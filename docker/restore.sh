#!/usr/bin/env bash
# Puts a backup back.
#
#   docker/restore.sh /var/backups/halle/halle-2027-03-14T030000Z
#
# The dump is first loaded beside the present database. Only when it is whole do they change places,
# and the one that was there is kept as halle_before_restore until the next restore. Uploaded files
# are laid over those that are there: none is removed. The queue is emptied: what it held is
# written in the database, where the sweepers find it again.
set -euo pipefail

backup=$(realpath "${1:?Which backup? Give its folder, such as /var/backups/halle/halle-…}")
cd "$(dirname "$0")"

sql() {
    { echo 'SET client_min_messages = warning;'; cat; } \
        | docker compose exec -T db psql --username halle --dbname postgres --quiet --set ON_ERROR_STOP=1
}

echo "Checking $backup…"
(cd "$backup" && sha256sum --check --quiet SHA256SUMS)

echo "This replaces the hall's database. The site closes meanwhile."
read -r -p "Type 'restore' to go on: " answer
[ "$answer" = restore ] || { echo "Nothing was changed."; exit 1; }

docker compose up --detach --wait db valkey

echo "Loading the dump beside the present database…"
sql <<< 'DROP DATABASE IF EXISTS halle_restored WITH (FORCE);'
sql <<< 'CREATE DATABASE halle_restored;'
docker compose exec -T db pg_restore --username halle --dbname halle_restored \
    --no-owner --exit-on-error --single-transaction < "$backup/database.dump"

echo "Closing the site, changing places…"
trap 'echo "The site is closed. See above; docker compose up --detach opens it as it is now."' ERR
docker compose stop proxy web worker beat
sql <<< 'DROP DATABASE IF EXISTS halle_before_restore WITH (FORCE);'
sql <<'SQL'
BEGIN;
ALTER DATABASE halle RENAME TO halle_before_restore;
ALTER DATABASE halle_restored RENAME TO halle;
COMMIT;
SQL
docker compose exec -T valkey valkey-cli FLUSHALL

echo "Uploaded files…"
docker compose run --rm --no-deps -T web sh -c 'tar --extract --directory "$MEDIA_ROOT"' \
    < "$backup/media.tar"

echo "Opening the site…"
docker compose up --detach
echo "Done. The database that was there is kept as halle_before_restore."
