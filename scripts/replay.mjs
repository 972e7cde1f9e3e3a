// `npm run replay -- TREE FILE` compares Samplegate's verdicts with known right ones. TREE is a folder with a manifest or a table of
// contracts (docs/whole-service.md). FILE is JSON Lines, or an array in a `.json` file; each row has a sample, a schema and the right
// verdicts. It prints every verdict that differs, and `N of N` for each column. The exit code is 0, 1 if a verdict differs, or 2 if it
// could not run.
import { resolve } from 'node:path';

import { loadLibrary } from './replay/load-library.mjs';
import { openTree } from './replay/open-tree.mjs';
import { readRows } from './replay/read-rows.mjs';
import { replayRows } from './replay/replay-rows.mjs';

const [tree, file, ...more] = process.argv.slice(2);
if (tree === undefined || file === undefined || more.length > 0) {
  process.stderr.write('usage: npm run replay -- TREE FILE.jsonl\n');
  process.exit(2);
}
try {
  const rows = readRows(file);
  const library = await loadLibrary();
  const applyPatch = rows.some(({ row }) => row.patch !== undefined)
    ? (await import('rfc6902')).applyPatch
    : undefined;
  const columns = replayRows(library, openTree(library, resolve(tree)), rows, applyPatch);
  for (const { name, wrong } of columns)
    for (const difference of wrong) print(differenceLine(name, difference));
  const width = Math.max(...columns.map(({ name }) => name.length));
  for (const { name, total, wrong } of columns)
    print(`${name.padEnd(width)}  ${total - wrong.length} of ${total}`);
  process.exitCode = columns.some(({ wrong }) => wrong.length > 0) ? 1 : 0;
} catch (error) {
  process.stderr.write(`replay: ${error.message}\n`);
  process.exitCode = 2;
}

function print(line) {
  process.stdout.write(`${line}\n`);
}

function differenceLine(name, { at, row, expected, got, reason }) {
  const schema = row.schema ?? `${row.contract ?? 'no schema'} at ${row.microversion}`;
  const why = reason === undefined ? '' : `: ${reason}`;
  return `${at}  ${row.sample}  ${schema}  ${name}: expected ${expected}, got ${got}${why}`;
}
