// Measures how time and memory grow with the number of samples: those of a tree, copied many times, with the same schemas.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contractsFromTable, readTables } from '../examples/contracts-from-table.mjs';
import { measure } from './measure.mjs';
import { median, row } from './table.mjs';

const RUNS = 3;
const bin = process.env.SAMPLEGATE_BIN ?? fileURLToPath(new URL('../dist/bin.js', import.meta.url));

/** The contracts with the samples of each copy. */
function multiply({ contracts, ...manifest }, copies) {
  const of = ([name, { samples, ...contract }]) => [
    name,
    samples === undefined
      ? contract
      : {
          ...contract,
          samples: samples.flatMap((sample) => copies.map((copy) => inCopy(sample, copy))),
        },
  ];
  return { ...manifest, contracts: Object.fromEntries(Object.entries(contracts).map(of)) };
}

/** An entry of `samples:`, a path or an object, for one copy. */
const inCopy = (sample, copy) =>
  typeof sample === 'string' ? `${copy}/${sample}` : { ...sample, path: `${copy}/${sample.path}` };

/** Measures the check of a tree's samples once and `times` times over, in turn. */
export async function benchMany(given, times) {
  const tree = resolve(given);
  if (!existsSync(bin) || !existsSync(join(tree, 'contract.json')) || !(times >= 1)) {
    process.stderr.write(
      'bench: run `npm run build` first, and pass a tree with a contract.json: `npm run bench -- --tree TREE --times 14`\n',
    );
    process.exitCode = 2;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-many-'));
  try {
    const manifest = contractsFromTable(readTables(tree));
    const counts = [1, times];
    for (const count of counts) layOut(join(folder, String(count)), tree, manifest, count);
    process.stdout.write(`medians of ${RUNS} runs in turn, node ${process.version}\n\n`);
    row('', 'ms', 'processor ms', 'MB');
    for (const { label, options } of [
      { label: 'cold (--no-cache)', options: ['--no-cache'] },
      { label: 'warm', options: [] },
    ])
      for (const count of counts) {
        const run = () =>
          measure([bin, 'check', '--format', 'json', ...options], join(folder, String(count)));
        const { summary } = JSON.parse(run().stdout);
        const runs = Array.from({ length: RUNS }, run);
        const of = (key) => median(runs.map((one) => one[key])).toFixed(0);
        row(`${summary.samples} samples, ${label}`, of('ms'), of('processor'), of('megabytes'));
      }
    const empty = Array.from({ length: RUNS }, () => measure(['-e', '0'], folder).ms);
    row('node -e 0', median(empty).toFixed(0));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function layOut(folder, tree, manifest, count) {
  const copies = Array.from({ length: count }, (_, index) => `copy${index}`);
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  cpSync(join(tree, 'schemas'), join(folder, 'schemas'), { recursive: true });
  for (const copy of copies)
    cpSync(join(tree, 'api_samples'), join(folder, 'api_samples', copy), { recursive: true });
  writeFileSync(join(folder, 'contracts.json'), JSON.stringify(multiply(manifest, copies)));
}
