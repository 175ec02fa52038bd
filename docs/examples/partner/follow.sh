#!/usr/bin/env bash
# Follows the changes with curl: a page, the page it links to, and the stream. PARLEY_URL, PARLEY_KEY (scope partner).
set -euo pipefail
parley=${PARLEY_URL:-http://localhost:8080}
key="Authorization: Bearer $PARLEY_KEY"

# The first statements, and the address of what follows.
curl -sS --fail-with-body -H "$key" -D headers.txt "$parley/v1/changes?types=org.parley.statement.*&limit=2" -o page.json
grep -o '"type":"[^"]*"' page.json
next=$(sed -n 's/^[Ll]ink: <\([^>]*\)>.*/\1/p' headers.txt)
curl -sS --fail-with-body -H "$key" "$parley$next" | grep -o '"subject":"[^"]*"' | sed -n 1,2p

# The same as a stream: each id is the cursor to come back with, in Last-Event-ID.
curl -sSN --max-time 3 -H "$key" -H 'Accept: text/event-stream' "$parley/v1/changes?types=org.parley.article.*" > stream.txt || true
last=$(grep '^id: ' stream.txt | tail -n 1 | cut -d ' ' -f 2)
echo "stream: $(grep -c '^data: ' stream.txt) events, go on with Last-Event-ID: ${last:0:12}..."
test -n "$last"
rm -f headers.txt page.json stream.txt
