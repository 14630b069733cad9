#!/bin/sh
# Writes docs/soak.md from what the tests of the last full-scale run printed.
set -e
# Kills add up from run to run; one run counts once, whatever else it found.
before=$(sed -n 's/^- Kills of one of two nodes in all runs together: \([0-9]*\).*/\1/p' docs/soak.md 2>/dev/null)
now=$(cat target/failsafe-reports/*-output.txt 2>/dev/null | sed -n 's/^Two nodes: kills \([0-9]*\) .*/\1/p' | head -n 1)
kills=$(( ${before:-0} + ${now:-0} ))
count() { cat target/$1/TEST-*.xml | sed -n 's/.*<testsuite .*'"$2"'="\([0-9]*\)".*/\1/p' | awk '{ n += $1 } END { print n + 0 }'; }
{
  echo "# The last run at full scale"
  echo
  echo "Written by \`make soak\`; do not edit. Every test of \`make test\`, the big figures in full."
  echo
  echo "- Date: $(date -u '+%Y-%m-%d %H:%M UTC'), commit $(git rev-parse --short HEAD)"
  echo "- Machine: $(nproc) cores, $(awk '/MemTotal/ { printf "%d", $2 / 1048576 }' /proc/meminfo) GB, $(uname -s), Java $(java -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')"
  echo "- Tests: $(count surefire-reports tests), failures $(count surefire-reports failures), errors $(count surefire-reports errors), skipped $(count surefire-reports skipped)"
  echo "- Tests of running processes: $(count failsafe-reports tests), failures $(count failsafe-reports failures), errors $(count failsafe-reports errors), skipped $(count failsafe-reports skipped)"
  cat target/*-reports/TEST-*.xml | grep -B1 -E '<(failure|error)' \
    | sed -n 's/.*testcase name="\([^"]*\)" classname="\([^"]*\)".*/- Not passed: \2, \1/p' | sort -u
  echo "- Kills of one of two nodes in all runs together: $kills"
  echo
  echo "What the tests themselves reported:"
  echo
  cat target/surefire-reports/*-output.txt target/failsafe-reports/*-output.txt 2>/dev/null \
    | grep -E '^(Kills|Two nodes|Attack|Authorisation|Spreadsheet|Inbox|Walks|Models|Soundness|Migrated|Page weight|Start):? ' | sed 's/^/- /' | sort -u
} > docs/soak.md
echo "Written: docs/soak.md"
