#!/bin/sh
# Installs the specification into the current folder, which holds package.json and its lock, and runs the examples.
#
#   run_examples.sh PROGRAM EXCEPTIONS
set -eu

if ! command -v npm >/dev/null; then
  echo "npm is not installed: CommonMark's examples are skipped"
  exit 77
fi
spec=node_modules/commonmark-spec/spec.txt
if ! cmp -s package-lock.json installed-lock.json || [ ! -f "$spec" ]; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  cp package-lock.json installed-lock.json
fi
exec "$1" "$spec" "$2"
