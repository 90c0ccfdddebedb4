#!/usr/bin/env bash
# Everything that must hold before a change lands; CI runs this and nothing else. `tests/check.sh quick` leaves out the browser.
set -u
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 CI="${CI:-true}"
passed=0
failed=0
log=$(mktemp)
fallen=$(mktemp)
trap 'rm -f "$log" "$fallen"' EXIT

# One step: its name, then the command. A step without tests counts as one.
step() {
  local name=$1
  shift
  printf '\n== %s\n' "$name"
  local start=$SECONDS status=0
  "$@" 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  local ok bad
  ok=$(awk '/^(Passed|Failed)! /{gsub(",",""); for(i=1;i<=NF;i++) if($i=="Passed:") s+=$(i+1)} /^# pass /{s+=$3} END{print s+0}' "$log")
  bad=$(awk '/^(Passed|Failed)! /{gsub(",",""); for(i=1;i<=NF;i++) if($i=="Failed:") s+=$(i+1)} /^# fail /{s+=$3} END{print s+0}' "$log")
  if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  # What failed is told again at the end: of a long log often only the last lines are kept.
  if [ "$bad" -gt 0 ]; then
    grep -A 14 -E '^ +Failed [^ ]|^not ok |: error |\(failed\)' "$log" | head -60 > "$fallen.step"
    [ -s "$fallen.step" ] || tail -20 "$log" > "$fallen.step"
    { printf '\n-- %s\n' "$name"; cat "$fallen.step"; } >> "$fallen"
    rm -f "$fallen.step"
  fi
  if [ "$status" -eq 0 ] && [ "$ok" -eq 0 ]; then ok=1; fi
  passed=$((passed + ok))
  failed=$((failed + bad))
  printf -- '-- %s: %d passed, %d failed, %d s\n' "$name" "$ok" "$bad" $((SECONDS - start))
}

client() { (cd src/Map.Web/client && npm test); }

# One compiler for all projects, whatever the machine's settings say; it is sent home when they are built.
compile() { dotnet build Map.sln -v quiet -p:UseSharedCompilation=true; local status=$?; dotnet build-server shutdown --vbcscompiler > /dev/null 2>&1; return "$status"; }

step "build" compile
# Style and analyzers are errors of the build itself; what it does not see is white space.
step "format" dotnet format whitespace Map.sln --verify-no-changes --no-restore
step "core" dotnet test tests/Map.Core.Tests --no-build
step "reading" tests/reading/accuracy
step "geodata" dotnet test tests/Geodata.Tests --no-build
step "web" dotnet test tests/Map.Web.Tests --no-build
step "client" client
if [ "${1:-}" != quick ]; then
  step "browser" dotnet test tests/browser --no-build
fi

if [ -s "$fallen" ]; then
  printf '\n== what failed\n'
  cat "$fallen"
fi
printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
