import { beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';

import { bundledSource } from '../bundled-source';
import { tempProject } from '../engine/temp-project';

const ROOT = join(__dirname, '../..');
const SERVICE = join(ROOT, 'tests/fixtures/projects/service');

/** The bundle of the library that all runs share, except the one that makes its own. */
let library = '';

beforeAll(() => {
  library = bundledSource('src/index.ts');
});

function replay(...args: readonly string[]) {
  return replayWith({ SAMPLEGATE_REPLAY_LIBRARY: library }, ...args);
}

function replayWith(env: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const script = join(ROOT, 'scripts/replay.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return {
    status,
    stdout: stdout.replaceAll(/^.*\/(?=\S*:\d)/gm, ''),
    stderr: stderr.replaceAll(/\/\S*\/(?=\S*jsonl)/g, ''),
  };
}

/** A file with one row per line. */
function rowsFile(...rows: readonly object[]): string {
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  return join(tempProject({ 'rows.jsonl': text }), 'rows.jsonl');
}

const SHOW = { sample: 'servers/server-get-resp.json', schema: 'schemas/servers/show.json' };

describe('right verdicts', () => {
  test('for samples, patched or not, with any schema', () => {
    // This run bundles the library itself, as users do.
    expect(replayWith({}, SERVICE, join(SERVICE, 'verdicts.jsonl'))).toEqual({
      status: 0,
      stdout: 'valid        10 of 10\nvalid_plain  10 of 10\n',
      stderr: '',
    });
  });

  test('for a table instead of a manifest, and for the schema of each sample', () => {
    const tree = tempProject({});
    cpSync(SERVICE, tree, { recursive: true, filter: (path) => !path.endsWith('contracts.yaml') });
    expect(replay(tree, join(tree, 'validation.json'))).toEqual({
      status: 0,
      stdout: [
        'schema                          11 of 11',
        'valid                           11 of 11',
        'valid_without_format_assertion  11 of 11',
        '',
      ].join('\n'),
      stderr: '',
    });
  });
});

test('each verdict that differs is reported with the first violation', () => {
  const rows = rowsFile(
    { ...SHOW, valid_nova: false, valid_plain: false },
    { ...SHOW, schema: 'schemas/servers/show-v29.json', valid_nova: true },
    { ...SHOW, schema: 'schemas/servers/show-v29.json', microversion: '2.1', valid_nova: false },
    { ...SHOW, schema: null, microversion: '2.1', valid_nova: true },
    { ...SHOW, schema: 'schemas/gone.json', valid_nova: true },
  );
  expect(replay(SERVICE, rows)).toEqual({
    status: 1,
    stdout: [
      'rows.jsonl:1  servers/server-get-resp.json  schemas/servers/show.json  valid_nova: expected false, got true',
      'rows.jsonl:2  servers/server-get-resp.json  schemas/servers/show-v29.json  valid_nova: expected true, got false: required "locked" at /server (servers/show-v29.json#/properties/server/required)',
      'rows.jsonl:4  servers/server-get-resp.json  no schema at 2.1  valid_nova: expected true, got null: there is no schema at this microversion',
      'rows.jsonl:5  servers/server-get-resp.json  schemas/gone.json  valid_nova: expected true, got unusable schema',
      'rows.jsonl:3  servers/server-get-resp.json  schemas/servers/show-v29.json  schema: expected servers/show-v29.json, got servers/show.json',
      'rows.jsonl:4  servers/server-get-resp.json  no schema at 2.1  schema: expected none, got servers/show.json',
      'valid_nova   1 of 5',
      'valid_plain  1 of 1',
      'schema       0 of 2',
      '',
    ].join('\n'),
    stderr: '',
  });
});

test('every row that cannot be replayed is reported', () => {
  const rows = rowsFile(
    { ...SHOW, sample: 'gone.json', valid: true },
    SHOW,
    { sample: SHOW.sample, valid: true },
    {
      ...SHOW,
      valid: true,
      patch: [
        { op: 'remove', path: '/server/id' },
        { op: 'remove', path: '/gone' },
      ],
    },
    { ...SHOW, valid: true },
  );
  expect(replay(SERVICE, rows)).toEqual({
    status: 2,
    stdout: '',
    stderr: [
      'replay: rows.jsonl:1: the tree has no JSON sample `gone.json`',
      'rows.jsonl:2: the row has no verdict: add `valid` or `valid_plain`',
      'rows.jsonl:3: the row has no schema: add `schema` or `contract`',
      'rows.jsonl:4: the patch cannot be applied: remove /gone',
      '',
    ].join('\n'),
  });
});

test('it cannot run without rows, with text that is not JSON, or without a file', () => {
  expect(replay(SERVICE, rowsFile())).toMatchObject({
    status: 2,
    stderr: 'replay: rows.jsonl has no rows\n',
  });
  const broken = join(tempProject({ 'rows.jsonl': '{\n' }), 'rows.jsonl');
  expect(replay(SERVICE, broken)).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^replay: rows.jsonl:1 is not JSON: /),
  });
  expect(replay(SERVICE)).toMatchObject({ status: 2, stderr: 'usage: npm run replay -- TREE FILE.jsonl\n' });
});
