#!/usr/bin/env bash
# usage: tests/bench/history.sh LINES [PORT]
# How long it takes to chain so many lines of an older version's history at the start, and to verify them. Needs sqlite3 and a built product.
set -eu
cd "$(dirname "$0")/../../src/Map.Web"
lines=${1:-100000} port=${2:-5199}
dll=$(ls -t bin/{Release,Debug}/net10.0/Map.Web.dll 2>/dev/null | head -1)
folder=$(mktemp -d); trap 'kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
export Map__DataFolder=$folder Map__LoadEvents=false Admin__Email=admin@example.org Admin__Password="a long enough pass phrase 1"
start() {
  dotnet "$dll" --urls "http://127.0.0.1:$port" > "$folder/log" 2>&1 & server=$!
  until curl -sf -o "$folder/health" "http://127.0.0.1:$port/health"; do kill -0 "$server"; sleep .1; done
}
stop() { kill "$server"; wait "$server" || true; }
seconds() { date +%s.%N; }
took() { awk -v a="$2" -v b="$(seconds)" -v what="$1" 'BEGIN { printf "%s: %.1f s\n", what, b - a }'; }
start; stop
from=$(seconds); start; took "start with nothing to chain" "$from"; stop
sqlite3 "$folder/map.db" "
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $lines)
  INSERT INTO Revisions (\"Table\", RowId, Field, Old, New, Why, Who, At, RequestId, Version)
  SELECT 'Events', i / 8, 'Claims/' || i || '.Says', 'What was said before of ' || i || ', in a sentence or two as they usually are.', 'What is said now of ' || i || ', in a sentence or two as they usually are.', 'the source says so', 'An editor',
    '2026-11-21 12:00:00.1234567', upper(printf('%08x-0000-4000-8000-%012x', i / 8, i / 8)), upper(printf('%08x-0000-4000-9000-%012x', i, i)) FROM n;
  INSERT INTO Settings (Key, Value) VALUES ('HistoryChainDue', '1');"
from=$(seconds); start; took "start that chains $lines lines" "$from"; stop
du -h "$folder/map.db" | awk '{ print "database: " $1 }'
from=$(seconds); dotnet "$dll" verify-history; took "verify-history" "$from"
