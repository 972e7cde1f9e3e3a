// `npm run replay -- TREE FILE`: whether Samplegate's verdicts are the right ones. TREE is a folder with a manifest, or with a table of
// contracts (docs/whole-service.md); each row of FILE, JSON Lines or a list in a `.json` file, names a sample, a schema and the verdicts
// that are known to be right. Prints `N of N` for each column and every verdict that differs; exits with 0, with 1 where one does,
// and with 2 where it could not run.
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
  return `${at}  ${row.sample}  ${schema}  ${name}: ${expected} expected, ${got} found${why}`;
}
