// The tests of SchemaStore: many schemas of several dialects, some of them large, in turn with a plain loop over ajv without formats.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { contractsFromSchemaStore } from '../../examples/contracts-from-schemastore.mjs';
import { measure } from '../measure.mjs';
import { plainAjv } from '../references/references.mjs';

export async function schemastore({ inTurn }, { schemastore: given, rounds = 5 }) {
  if (given === undefined || !existsSync(join(given, 'src', 'schema-validation.jsonc')))
    return '--schemastore gives no checkout of SchemaStore';
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-schemastore-'));
  try {
    cpSync(join(resolve(given), 'src'), join(folder, 'src'), { recursive: true });
    mkdirSync(join(folder, 'node_modules'));
    const manifest = contractsFromSchemaStore(folder);
    writeFileSync(join(folder, 'contracts.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'mapping.json'), JSON.stringify(pairsOf(manifest)));
    const check =
      (...options) =>
      ({ bin }) =>
        measure([bin, 'check', ...options, '--format', 'json'], folder);
    await inTurn('schemastore', {
      heading: `${Object.keys(manifest.contracts).length} schemas of SchemaStore with their tests`,
      tasks: {
        'samplegate check --no-cache': check('--no-cache'),
        'samplegate check, nothing changed': check(),
      },
      references: {
        'a plain loop over ajv': () => plainAjv(folder, '--samples', 'src'),
        'node -e 0': () => measure(['-e', '0'], folder),
      },
      rounds,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The samples of a manifest with their schemas. */
function pairsOf({ schemas, contracts }) {
  return Object.values(contracts).flatMap(({ schema, samples }) =>
    samples.map((sample) => ({
      schema: `${schemas}/${schema}`,
      sample: (typeof sample === 'string' ? sample : sample.path).replaceAll(/\\(.)/g, '$1'),
    })),
  );
}
