import { expect, test } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { DISK } from '../../../src/project/tree/disk-tree';
import { listSamples } from '../../../src/project/samples/list-samples';
import { tempProject } from '../../engine/temp-project';

const SAMPLES = ['servers/package.json', 'servers/v2.3/.hidden.json', 'servers/v2.3/SHOW.JSON'];
const OTHERS = [
  'contracts.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  '.vscode/settings.json',
  '.oxlintrc.json',
  '.git/x.json',
  'node_modules/x/y.json',
  'schemas/show.json',
];

function listing(root: string, schemas = 'schemas', files = [...SAMPLES, ...OTHERS]) {
  const project = tempProject(Object.fromEntries(files.map((path) => [path, {}])));
  mkdirSync(join(project, '.cache.json'));
  return listSamples(
    `${project}/${root}`,
    {
      project,
      manifests: [join(project, 'contracts.json')],
      schemas: [join(project, schemas)],
    },
    DISK,
  );
}

test.each(['.', './'])('files of the project are not samples: `samples: %s`', (root) => {
  expect(listing(root, 'schemas/')).toEqual({ files: SAMPLES, odd: [] });
});

test('in any other folder, files with the same names are samples', () => {
  const files = ['api/.vscode/settings.json', 'api/contracts.json', 'api/package.json'];
  expect(listing('api', 'schemas', files).files).toEqual([
    '.vscode/settings.json',
    'contracts.json',
    'package.json',
  ]);
});

test('in a folder of schemas, only Markdown may have samples', () => {
  expect(
    listing('.', 'schemas', ['schemas/a.md', 'schemas/a.json', 'schemas/a.ndjson', 'b.json']).files,
  ).toEqual(['b.json', 'schemas/a.md']);
});

test('where the schema folder is the sample root itself, its files are samples', () => {
  expect(listing('.', '.').files).toEqual(['schemas/show.json', ...SAMPLES]);
});
