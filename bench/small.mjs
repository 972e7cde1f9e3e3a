// Measures the check of many small samples of one contract: time, and memory for each sample.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure } from './measure.mjs';
import { median, row } from './table.mjs';

const RUNS = 3;
const PER_FOLDER = 1000;
const bin = process.env.SAMPLEGATE_BIN ?? fileURLToPath(new URL('../dist/bin.js', import.meta.url));

/** Measures the check of `count` samples. */
export function benchSmall(count) {
  if (!existsSync(bin) || !(count >= 1)) {
    process.stderr.write(
      'bench: run `npm run build` first, and pass a number: `npm run bench -- --samples 100000`\n',
    );
    process.exitCode = 2;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-small-'));
  try {
    layOut(folder, count);
    const runs = Array.from({ length: RUNS }, () =>
      measure([bin, 'check', '--no-cache', '--format', 'json'], folder),
    );
    const { summary } = JSON.parse(runs[0].stdout);
    process.stdout.write(`medians of ${RUNS} runs, node ${process.version}\n\n`);
    row('', 'ms', 'processor ms', 'MB');
    const of = (key) => median(runs.map((run) => run[key])).toFixed(0);
    row(`${summary.samples} small samples, --no-cache`, of('ms'), of('processor'), of('megabytes'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function layOut(folder, count) {
  mkdirSync(join(folder, 'schemas'));
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'integer' }, name: { type: 'string' } },
  };
  writeFileSync(join(folder, 'schemas', 'item.json'), JSON.stringify(schema));
  const manifest = { contracts: { item: { schema: 'item.json', samples: ['**/*.json'] } } };
  writeFileSync(join(folder, 'contracts.json'), JSON.stringify(manifest));
  for (let id = 0; id < count; id += 1) {
    const samples = join(folder, 'api_samples', String(Math.floor(id / PER_FOLDER)));
    if (id % PER_FOLDER === 0) mkdirSync(samples, { recursive: true });
    writeFileSync(join(samples, `${id}.json`), `${JSON.stringify({ id, name: `item ${id}` })}\n`);
  }
}
