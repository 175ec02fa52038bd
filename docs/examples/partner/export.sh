#!/usr/bin/env bash
# Takes an export with curl, loses the connection half-way, and goes on. PARLEY_URL, PARLEY_KEY (scope read).
set -euo pipefail
parley=${PARLEY_URL:-http://localhost:8080}
key="Authorization: Bearer $PARLEY_KEY"

curl -sS --fail-with-body --compressed -H "$key" -D headers.txt "$parley/v1/exports/statements" -o whole.ndjson
at=$(sed -n 's/^[Kk]nown-[Aa]t: \(.*\)/\1/p' headers.txt | tr -d '\r')

# What an aborted download leaves: whole lines, and the beginning of one, which is thrown away.
head -c $(($(wc -c < whole.ndjson) / 2)) whole.ndjson | sed '$d' > part.ndjson
last=$(tail -n 1 part.ndjson | sed 's/^{"id":"\([^"]*\)".*/\1/')
curl -sS --fail-with-body --compressed -H "$key" "$parley/v1/exports/statements?knownAt=$at&after=$last" >> part.ndjson
cmp whole.ndjson part.ndjson
echo "export: $(wc -l < whole.ndjson) statements, the same after a break"

curl -sS --fail-with-body -H "$key" "$parley/v1/exports/proposals?format=csv" | sed -n 1,2p | cut -c 1-100
rm -f headers.txt whole.ndjson part.ndjson
