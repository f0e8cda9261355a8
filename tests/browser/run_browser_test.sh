#!/bin/sh
# Installs Playwright into the current folder, which holds package.json and its lock, and runs a test in Chromium.
#
#   run_browser_test.sh TEST.mjs ARGUMENT...        the path of Chromium comes behind the arguments
set -eu

for program in npm chromium; do
  if ! command -v $program >/dev/null; then
    echo "$program is not installed: this test is skipped"
    exit 77
  fi
done
if ! cmp -s package-lock.json installed-lock.json; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  cp package-lock.json installed-lock.json
fi
exec node "$@" "$(command -v chromium)"
