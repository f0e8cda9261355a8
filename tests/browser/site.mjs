// The site of this repository with more content, built elsewhere.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';

export function copySite(repository, root) {
  for (const part of ['content', 'themes']) cpSync(join(repository, part), join(root, part), { recursive: true });
}

function run(katern, root, ...more) {
  const options = ['build', '--root', root, '--as-of', '2026-11-22', ...more];
  return spawnSync(katern, options, { encoding: 'utf8', maxBuffer: 1 << 28 });
}

export function buildSite(katern, root) {
  const built = run(katern, root, '--quiet');
  assert.equal(built.status, 0, built.stderr);
}

// The files in which Katern finds errors, from the root on; nothing is published then.
export function refusedFiles(katern, root) {
  const built = run(katern, root, '--format', 'json');
  assert.equal(built.status, 1, built.stderr);
  const findings = built.stdout.concat(built.stderr).split('\n').filter((line) => line.startsWith('{"code"'));
  return new Set(findings.map((line) => JSON.parse(line)).filter(({ severity }) => severity === 'error').map(({ file }) => file));
}

export const contentTypes = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.xml': 'application/xml' };
