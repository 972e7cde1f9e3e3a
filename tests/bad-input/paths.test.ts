import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { check, checkFiles, MANIFEST, project } from './check-files';

const FILE = 'contracts.yaml';
const WRONG_MANIFEST = 'the manifest is wrong, so nothing was checked; ';

test.each([
  ['samples', 'samples: ../elsewhere\n', '5:10', '../elsewhere'],
  ['samples, by an absolute path', 'samples: /etc\n', '5:10', '/etc'],
  ['samples, by a detour', 'samples: [api_samples/../../elsewhere]\n', '5:11', 'api_samples/../../elsewhere'],
  ['schemas', 'schemas: ../schemas\n', '5:10', '../schemas'],
  ['types', 'types: ../types\n', '5:8', '../types'],
  ['the file of a fact', 'facts: { f: [{ file: ../f, match: x }, { file: f, match: x }] }\n', '5:22', '../f'],
  [
    'the sample of a fact',
    'facts: { f: [{ file: f, match: x }, { sample: ../f.json, at: $ }] }\n',
    '5:47',
    '../f.json',
  ],
  ['a schema', ['schema: show.json', 'schema: ../show.json'], '3:13', '../show.json'],
  ['a part of a schema', ['schema: show.json', 'schema: ../show.yaml#/Show'], '3:13', '../show.yaml#/Show'],
  ['a sample', ['samples: flavor.json', 'samples: ../*.json'], '4:14', '../*.json'],
  [
    'the sample of a request',
    ['samples: flavor.json', 'live: { request: GET /flavors/1, sample: ../flavor.json }'],
    '4:46',
    '../flavor.json',
  ],
] as const)('a path that leaves the folder stops the run: %s', async (_name, change, position, path) => {
  const manifest = typeof change === 'string' ? MANIFEST + change : MANIFEST.replace(change[0], change[1]);
  expect(await checkFiles({ [FILE]: manifest })).toMatchObject({
    code: 2,
    said: [
      `${FILE}:${position} ${WRONG_MANIFEST}\`${path}\` is outside the folder that it is relative to: use a path inside the manifest's folder`,
    ],
  });
});

test.each([
  [
    'a sample folder inside another one',
    `samples: [api_samples, ./api_samples/flavors]\n`,
    '5:24',
    '`./api_samples/flavors` and `api_samples` overlap, so a sample in both would count twice: keep one',
  ],
  [
    'a folder that does not exist',
    `samples: nowhere\n`,
    '5:10',
    'the folder `nowhere` of `samples:` does not exist: create it, or name another folder in the manifest',
  ],
  [
    'a folder that is a file',
    `schemas: schemas/show.json\n`,
    '5:10',
    'the folder `schemas/show.json` of `schemas:` is a file: put a folder in its place, or name another folder in the manifest',
  ],
  [
    'a folder with a name that is too long',
    `samples: ${'x'.repeat(300)}\n`,
    '5:10',
    `the folder \`${'x'.repeat(132)}…${'x'.repeat(65)}\` of \`samples:\` does not exist: create it, or name another folder in the manifest`,
  ],
])('a wrong folder in the manifest stops the run: %s', async (_name, line, position, said) => {
  expect(await checkFiles({ [FILE]: MANIFEST + line })).toMatchObject({
    code: 2,
    said: [`${FILE}:${position} ${WRONG_MANIFEST}${said}`],
  });
});

test('a default folder that does not exist is reported without a place in the manifest', async () => {
  const folder = project({});
  rmSync(join(folder, 'api_samples'), { recursive: true });
  expect(await check(folder)).toMatchObject({
    code: 2,
    said: [
      'the folder `api_samples` of `samples:` does not exist: create it, or name another folder in the manifest',
    ],
  });
});

test('a path on the command line where there is nothing to check stops the run', async () => {
  expect(await check(project({}), ['nowhere'])).toMatchObject({
    code: 2,
    said: [
      'the manifest has no sample, schema or other file at `nowhere`: pass the path of a sample, a schema or a folder',
    ],
  });
});

test('all mistakes are reported at once, in the order of the text', async () => {
  const { err } = await checkFiles({
    [FILE]:
      'samples: ../a\nschemas: /b\ntypes: ../c\ncontracts:\n  c: { schema: ../d.json, samples: ../e.json }\n',
  });
  expect([...err.matchAll(/^ +(\d+:\d+) +error/gm)].map(([, position]) => position)).toEqual([
    '1:10',
    '2:10',
    '3:8',
    '5:16',
    '5:36',
  ]);
});
