#!/usr/bin/env bash
# usage: tests/bench/past.sh FOLDER [CHANGED] [PORT]
# How long the first answer of a past day takes (/?known=DAY) on a copy of a data folder, after CHANGED events (5,000) were retitled since, and what others are answered meanwhile. Needs sqlite3 and a built product; Linux.
set -eu
cd "$(dirname "$0")/../../src/Map.Web"
from=$(realpath "$1") changed=${2:-5000} port=${3:-5198} address=http://127.0.0.1:${3:-5198}
dll=$(ls -t bin/{Release,Debug}/net10.0/Map.Web.dll 2>/dev/null | head -1)
folder=$(mktemp -d); server=''
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
cp "$from/map.db" "$folder/"
day=$(date -u -d '-10 days' +%F)
# What is there was loaded a month ago; the lines are of yesterday, and not of the chain: nothing here verifies it.
sqlite3 "$folder/map.db" "
  UPDATE Audit SET At = '$(date -u -d '-30 days' '+%F %T')';
  UPDATE Events SET ChangedAt = '$(date -u -d '-30 days' '+%F %T')';
  INSERT INTO Revisions (\"Table\", RowId, Field, Old, New, Why, Who, At, RequestId, Version, Salt, Digest, Hash)
  SELECT 'Events', Id, 'Title', 'Told otherwise before ' || Id, Title, 'read again', 'An editor', '$(date -u -d '-1 day' '+%F %T')', upper(printf('%08x-0000-4000-8000-%012x', Id, Id)), upper(printf('%08x-0000-4000-9000-%012x', Id, Id)), randomblob(16), randomblob(32), randomblob(32)
  FROM Events WHERE Status = 'published' LIMIT $changed;"
Map__DataFolder=$folder Map__BackupEvery=0 Admin__Email=admin@example.org Admin__Password="a long enough pass phrase 1" dotnet "$dll" --urls "$address" > "$folder/log" 2>&1 & server=$!
until curl -sf -o /dev/null "$address/health"; do kill -0 "$server"; sleep .2; done
ticks() { awk '{ print $14 + $15 }' "/proc/$server/stat"; }
memory() { awk -v what="$1" '$1 == what ":" { printf "%.0f", $2 / 1024 }' "/proc/$server/status"; }
rest() { local before; before=-100; while [ $(($(ticks) - before)) -gt 5 ]; do before=$(ticks); sleep 1; done; }
curl -s -o /dev/null "$address/"; curl -s -o /dev/null "$address/data/index.json"; rest
printf 'load average %s; %s events, %s lines of history since the day; memory before: %s MB\n' "$(cut -d' ' -f1 /proc/loadavg)" "$(sqlite3 "$folder/map.db" 'SELECT COUNT(*) FROM Events')" "$changed" "$(memory VmRSS)"
echo 5 > "/proc/$server/clear_refs" 2>/dev/null || true
worked=$(ticks) began=$(date +%s.%N)
(until [ -e "$folder/made" ]; do curl -s -o /dev/null -m 60 -w '%{time_total}\n' "$address/data/index.json"; curl -s -o /dev/null -m 60 -w '%{time_total}\n' "$address/history/head"; sleep .1; done) > "$folder/others" & others=$!
curl -s -o "$folder/page" -m 120 -w "first page /?known=$day: %{http_code} after %{time_total} s\n" "$address/?known=$day"
until [ "$(curl -s -o /dev/null -m 120 -w '%{http_code}' "$address/data/known/$day/index.json")" = 200 ]; do sleep .2; done
awk -v a="$began" -v b="$(date +%s.%N)" -v ticks=$(($(ticks) - worked)) 'BEGIN { printf "the day is there after %.1f s, %.1f s of processor time\n", b - a, ticks / 100 }'
touch "$folder/made"; wait "$others"
sort -n "$folder/others" | awk '{ t[NR] = $1 } END { last = int(NR * .99) + 1; if (last > NR) last = NR; printf "others meanwhile: %d answers, p50 %.0f ms, p99 %.0f ms, the longest %.0f ms\n", NR, t[int((NR + 1) / 2)] * 1000, t[last] * 1000, t[NR] * 1000 }'
printf 'memory: %s MB, at most %s MB; the file: %s; the database %s\n' "$(memory VmRSS)" "$(memory VmHWM)" "$(du -h "$folder"/past/*.db | cut -f1)" "$(du -h "$folder/map.db" | cut -f1)"
curl -s -o /dev/null -m 120 -w "the page again: %{http_code} after %{time_total} s\n" "$address/?known=$day"
