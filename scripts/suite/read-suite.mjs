import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The remote schemas are known by their URLs, `http://localhost:1234/…`, because the schema folder mirrors them. Nothing is requested. */
const REMOTES = join('schemas', 'localhost:1234');

/** The `$schema` of tests that do not name one, by the folder of the dialect below `tests/`. */
export const DIALECTS = new Map([
  ['draft4', 'http://json-schema.org/draft-04/schema#'],
  ['draft6', 'http://json-schema.org/draft-06/schema#'],
  ['draft7', 'http://json-schema.org/draft-07/schema#'],
  ['draft2019-09', 'https://json-schema.org/draft/2019-09/schema'],
  ['draft2020-12', 'https://json-schema.org/draft/2020-12/schema'],
]);

/** The test files in a folder below `tests/`, each with its groups. */
export function readTests(root, folder) {
  const path = join(root, 'tests', folder);
  return readdirSync(path)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({
      file: join(folder, file),
      groups: JSON.parse(readFileSync(join(path, file), 'utf8')),
    }));
}

/**
 * Opens a project in a new folder, with a file `test-N.json` for each group of tests, in the dialect `uri`, and with the suite's remote schemas.
 * `formats` goes into the manifest.
 */
export function openGroups(library, folder, groups, { root, uri, formats = {} }) {
  for (const name of ['api_samples', 'schemas']) mkdirSync(join(folder, name), { recursive: true });
  symlinkSync(join(root, 'remotes'), join(folder, REMOTES));
  for (const [index, { schema }] of groups.entries()) {
    const stated = typeof schema === 'object' ? { $schema: uri, ...schema } : schema;
    writeFileSync(join(folder, 'schemas', `test-${index}.json`), JSON.stringify(stated));
  }
  const contracts = { any: { schema: 'test-0.json', samples: 'none.json' } };
  return library.openProject({ cwd: folder, manifestText: JSON.stringify({ contracts, formats }) });
}
