// Many small samples of one contract, in turn with a plain loop over ajv: time, and memory for each sample.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure } from '../measure.mjs';
import { plainAjv } from '../references/references.mjs';

const PER_FOLDER = 1000;

export async function samples({ inTurn }, { samples: count, rounds = 3 }) {
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-samples-'));
  try {
    layOut(folder, count);
    await inTurn('samples', {
      heading: `${count} small samples`,
      tasks: {
        'samplegate check --no-cache': ({ bin }) =>
          measure([bin, 'check', '--no-cache', '--format', 'json'], folder, { exits: [0] }),
      },
      references: { 'a plain loop over ajv': () => plainAjv(folder) },
      rounds,
    });
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
  const mapping = Array.from({ length: count }, (_, id) => {
    const part = String(Math.floor(id / PER_FOLDER));
    if (id % PER_FOLDER === 0) mkdirSync(join(folder, 'api_samples', part), { recursive: true });
    const sample = `${part}/${id}.json`;
    writeFileSync(join(folder, 'api_samples', sample), `${JSON.stringify({ id, name: `item ${id}` })}\n`);
    return { sample, schema: 'schemas/item.json' };
  });
  writeFileSync(join(folder, 'mapping.json'), JSON.stringify(mapping));
}
