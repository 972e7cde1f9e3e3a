import { beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { bundledSource } from '../bundled-source';
import { tempProject } from '../engine/temp-project';

const SCRIPT = join(__dirname, '../../scripts/suite.mjs');

let library = '';

beforeAll(() => {
  library = bundledSource('src/index.ts');
});

function suite(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], {
    encoding: 'utf8',
    env: { ...process.env, SAMPLEGATE_REPLAY_LIBRARY: library },
  });
  return { status, stdout, stderr };
}

/** A suite with one file of required tests, and one of tests of formats. */
function suiteWith(required: readonly object[], format: readonly object[]): string {
  return tempProject({
    'tests/draft7/all.json': JSON.stringify(required),
    'tests/draft7/optional/format/ipv4.json': JSON.stringify(format),
    'remotes/draft7/text.json': '{ "$id": "urn:example:text", "type": "string" }',
  });
}

const FORMAT = {
  description: 'ipv4',
  schema: { format: 'ipv4' },
  tests: [
    { description: 'four numbers', data: '192.0.2.1', valid: true },
    { description: 'three numbers', data: '192.0.2', valid: false },
  ],
};

const REQUIRED = [
  { ...FORMAT, tests: [{ description: 'is an annotation', data: '192.0.2', valid: true }] },
  {
    description: 'a remote schema with another id',
    schema: { $ref: 'http://localhost:1234/draft7/text.json' },
    tests: [
      { description: 'is found by its URL', data: 1, valid: false },
      { description: 'accepts a text', data: 'x', valid: true },
    ],
  },
  {
    description: 'the dialect',
    schema: { prefixItems: [false] },
    tests: [{ description: 'has no prefixItems', data: [1], valid: true }],
  },
];

test('counts right verdicts: formats are off in required tests, and remote schemas are at their URLs', () => {
  expect(suite(suiteWith(REQUIRED, [FORMAT]))).toEqual({
    status: 0,
    stdout: 'draft7        required  4 of 4\ndraft7        format    2 of 2\n',
    stderr: '',
  });
});

test('prints each miss, and ends with 1', () => {
  const wrong = {
    description: 'a type',
    schema: { type: 'string' },
    tests: [{ description: 'is not this', data: 1, valid: true }],
  };
  const broken = {
    description: 'a reference',
    schema: { $ref: 'gone.json' },
    tests: [{ description: 'leads nowhere', data: 1, valid: true }],
  };
  expect(suite(suiteWith([wrong, broken], [FORMAT]))).toEqual({
    status: 1,
    stdout: [
      '  draft7/all.json: a type: is not this: expected true, got false',
      '  draft7/all.json: a reference: leads nowhere: expected true, got unusable-schema',
      'draft7        required  0 of 2',
      'draft7        format    2 of 2',
      '',
    ].join('\n'),
    stderr: '',
  });
});

test('ends with 2 where there is no suite', () => {
  expect(suite()).toEqual({ status: 2, stdout: '', stderr: 'usage: npm run suite -- DIR\n' });
  expect(suite(tempProject({})).status).toBe(2);
});
