// How time and memory grow with the number of samples: those of a tree, copied many times, with the same schemas.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { contractsFromTable, readTables } from '../../examples/contracts-from-table.mjs';
import { measure } from '../measure.mjs';

export async function many({ inTurn }, { tree: given, times, rounds = 3 }) {
  if (given === undefined || !existsSync(join(given, 'contract.json')))
    return '--tree gives no folder with a contract.json';
  const tree = resolve(given);
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-many-'));
  try {
    const manifest = contractsFromTable(readTables(tree));
    const { size } = new Set(readTables(tree).mapping.map(({ sample }) => sample));
    const tasks = {};
    for (const count of [1, times]) {
      const project = join(folder, String(count));
      layOut(project, tree, manifest, count);
      const samples = count * size;
      const check =
        (...options) =>
        ({ bin }) =>
          measure([bin, 'check', '--format', 'json', ...options], project);
      tasks[`${samples} samples, --no-cache`] = check('--no-cache');
      tasks[`${samples} samples, nothing changed`] = check();
    }
    await inTurn('many', {
      heading: `the samples of a whole service, once and ${times} times`,
      tasks,
      references: { 'node -e 0': () => measure(['-e', '0'], folder) },
      rounds,
    });
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
