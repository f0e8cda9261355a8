// Templates rendered by Katern, by way of render_table: one task a line, one answer a line.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export function startRenderer(program) {
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift().resolve(JSON.parse(line)));
  child.on('exit', (code) => waiting.forEach(({ reject }) => reject(new Error(`${program} ended with ${code}`))));
  return {
    // {output} or {error}, of a template with others beside it, escaped by its place and the ending.
    render(template, others, data, ending = 'html') {
      const main = `main.${ending}`;
      const task = { templates: { [main]: template, ...others }, main, data, by_context: true };
      child.stdin.write(JSON.stringify(task) + '\n');
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    stop() {
      child.stdin.end();
    },
  };
}
