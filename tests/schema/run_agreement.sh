#!/bin/sh
# Installs what the test needs into the current folder, which holds package.json and its lock, and runs it.
#
#   run_agreement.sh KATERN REPOSITORY
set -eu

if ! command -v npm >/dev/null; then
  echo "npm is not installed: JSON Schema is not tested"
  exit 77
fi
if ! cmp -s package-lock.json installed-lock.json || [ ! -d node_modules/ajv ]; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  cp package-lock.json installed-lock.json
fi
exec node agreement.mjs "$1" "$2"
