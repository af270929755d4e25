#!/usr/bin/env bash
# Backs up the database and the uploaded files into one dated folder, checks it, forgets old ones.
#
#   docker/backup.sh [FOLDER]        FOLDER: /var/backups/halle unless given
#   KEEP_DAYS=30 docker/backup.sh    14 days unless given
#
# Safe while the site is open: pg_dump sees one instant. Files come second, so that each file the
# database knows is there. A folder without its .partial suffix is complete and checked.
set -euo pipefail
umask 077

cd "$(dirname "$0")"
folder=${1:-/var/backups/halle}
keep_days=${KEEP_DAYS:-14}
name=halle-$(date -u +%Y-%m-%dT%H%M%SZ)
partial=$folder/$name.partial

# A backup cut short leaves nothing that looks like one.
trap 'rm -rf "$partial"' EXIT
mkdir -p "$partial"

echo "Database…"
docker compose exec -T db pg_dump --username halle --format custom halle \
    > "$partial/database.dump"

echo "Uploaded files…"
# tar says 1 when someone uploads meanwhile: that file will be in the next backup.
docker compose exec -T web sh -c 'tar --create --directory "$MEDIA_ROOT" . || [ $? -eq 1 ]' \
    > "$partial/media.tar"

echo "Check…"
docker compose exec -T db pg_restore --list < "$partial/database.dump" > "$partial/contents.txt"
tar --list --file "$partial/media.tar" > /dev/null
(cd "$partial" && sha256sum database.dump media.tar > SHA256SUMS)

mv "$partial" "$folder/$name"
find "$folder" -mindepth 1 -maxdepth 1 -type d -name 'halle-*' -mtime "+$keep_days" -exec rm -rf {} +

echo "Done: $folder/$name ($(du -sh "$folder/$name" | cut -f1))."
