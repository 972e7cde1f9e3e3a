import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the suite's remote schemas are said to be; they are read from `remotes/`, and nothing is requested. */
const REMOTE = 'http://localhost:1234/';

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

/** The remote schemas for one dialect, by file name: those at the root of `remotes/`, and those in the dialect's own folder. */
export function readRemotes(root, { name, uri, idKeyword }) {
  const folder = join(root, 'remotes');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.json') && (!/^(draft|v1)/.test(file) || file.startsWith(`${name}/`)),
  );
  return Object.fromEntries(
    files.flatMap((file) => {
      const schema = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return identified(schema, file, uri, idKeyword);
    }),
  );
}

/** Files with which a schema can be found by the URL that it is retrieved from; one that names itself otherwise needs a second file. */
function identified(schema, file, uri, idKeyword) {
  const [name, url] = [file.replaceAll('/', '__'), REMOTE + file];
  if (typeof schema === 'boolean') return [[name, { $schema: uri, [idKeyword]: url, allOf: [schema] }]];
  const own = schema[idKeyword];
  const stated = { $schema: uri, ...schema };
  if (own === undefined && !('$ref' in schema && /draft-0/.test(uri)))
    return [[name, { ...stated, [idKeyword]: url }]];
  if (own === undefined || own === url) return [[name, stated]];
  return [
    [name, stated],
    [`retrieved__${name}`, { $schema: uri, [idKeyword]: url, allOf: [{ $ref: own }] }],
  ];
}

/** Opens a project in a new folder, with the remote schemas and with a file `test-N.json` for each group of tests. */
export function openGroups(library, folder, groups, { uri, remotes }) {
  const schemas = { ...remotes };
  for (const [index, { schema }] of groups.entries())
    schemas[`test-${index}.json`] = typeof schema === 'object' ? { $schema: uri, ...schema } : schema;
  for (const [name, schema] of Object.entries(schemas)) {
    const path = join(folder, 'schemas', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(schema));
  }
  mkdirSync(join(folder, 'api_samples'));
  const contracts = { any: { schema: 'test-0.json', samples: 'none.json' } };
  return library.openProject({ cwd: folder, manifestText: JSON.stringify({ contracts }) });
}
