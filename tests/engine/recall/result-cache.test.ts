import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import type { CheckResult } from '../../../src/model/check-result';
import type { ResultStore } from '../../../src/project/result-store';
import { judgeProject } from '../check-made';
import { openProject } from '../../../src/engine/open/open-project';
import { judgePlan } from '../../../src/engine/pipeline';
import { planProject } from '../../../src/engine/plan-project';
import { openResultCache } from '../../../src/engine/recall/result-cache';
import { brief } from '../brief';
import { tempProject } from '../temp-project';

const MANIFEST = {
  base_microversion: '2.1',
  unicode_patterns: false,
  formats: { code: { pattern: '^[a-z]+$' } },
  limits: { depth: 20 },
  contracts: {
    show: {
      ranges: [
        { max_version: '2.8', schema: 'show.json' },
        { min_version: '2.9', schema: 'strict.json' },
      ],
      samples: ['show.json', 'v2.9/show.json'],
    },
    list: { schema: 'list.json', samples: 'list.json' },
    broken: { schema: 'refers.json', samples: 'broken.json' },
  },
  facts: {
    name: [
      { sample: 'show.json', at: '$.name' },
      { file: 'notes.txt', match: 'called (\\w+)' },
    ],
  },
};

const FILES = {
  'contracts.json': MANIFEST,
  'notes.txt': 'It is called web.\n',
  'schemas/show.json': {
    type: 'object',
    properties: { name: { $ref: 'defs.json#/$defs/name' } },
    required: ['name'],
  },
  'schemas/strict.json': { type: 'object', required: ['id'] },
  'schemas/defs.json': { $defs: { name: { type: 'string', format: 'code', pattern: '[\\ a-z]' } } },
  'schemas/list.json': { type: 'array' },
  'schemas/refers.json': { $ref: 'gone.json' },
  'api_samples/show.json': { name: 'web', more: { a: { b: { c: {} } } } },
  'api_samples/v2.9/show.json': { name: 'web', id: 1 },
  'api_samples/list.json': [],
  'api_samples/broken.json': 1,
  'api_samples/extra.json': {},
};

/** A store in memory that counts what is written. */
function memoryStore() {
  const written: string[] = [];
  return { written, read: () => written.at(-1), write: (text: string) => void written.push(text) };
}

/** Checks the project in a folder, with a cache in this store. */
function checkCached(cwd: string, store: ResultStore, build: string): CheckResult {
  const project = openProject({ cwd });
  return judgePlan(planProject(project, { cache: openResultCache(project, store, build) }));
}

function fresh(cwd: string) {
  return judgeProject(openProject({ cwd }));
}

test('the same files give the same result, of which nothing is judged again', () => {
  const cwd = tempProject(FILES);
  const store = memoryStore();
  const first = checkCached(cwd, store, 'build');
  const second = checkCached(cwd, store, 'build');
  expect(store.written).toHaveLength(1);
  expect(first.findings.length).toBeGreaterThan(1);
  for (const result of [first, second]) {
    const { sources, ...rest } = result;
    const { sources: expected, ...others } = fresh(cwd);
    expect(rest).toEqual(others);
    expect([...sources].map(([name, { text }]) => [name, text])).toEqual(
      [...expected].map(([name, { text }]) => [name, text]),
    );
  }
});

describe('a result is not that of the last time where there is another', () => {
  const manifest = (changed: object) => ({ 'contracts.json': { ...MANIFEST, ...changed } });
  const [old, strict] = MANIFEST.contracts.show.ranges;
  const show = {
    ...MANIFEST.contracts.show,
    ranges: [
      { ...old, max_version: '2.0' },
      { ...strict, min_version: '2.1' },
    ],
  };

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['sample', { 'api_samples/show.json': { name: 1, more: {} } }],
    ['set of samples', { 'api_samples/more.json': {} }],
    ['set of samples, of which one is gone', { 'api_samples/list.json': undefined }],
    ['schema', { 'schemas/show.json': { type: 'array' } }],
    ['schema that one refers to', { 'schemas/defs.json': { $defs: { name: { minLength: 4 } } } }],
    ['file where a reference led nowhere', { 'schemas/gone.json': { type: 'string' } }],
    ['set of schemas, of which one is gone', { 'schemas/defs.json': undefined }],
    ['schema, in its lines alone', { 'schemas/refers.json': '\n{ "$ref": "gone.json" }\n' }],
    ['range', manifest({ contracts: { ...MANIFEST.contracts, show } })],
    ['format', manifest({ formats: { code: { pattern: '^x' } } })],
    ['limit', manifest({ limits: { depth: 4 } })],
    ['reading of patterns', manifest({ unicode_patterns: true })],
    ['level of a rule', manifest({ rules: { 'sample-has-contract': 'info' } })],
    ['base microversion', manifest({ base_microversion: '2.10' })],
    ['text that a fact is read from', { 'notes.txt': 'It is called db.\n' }],
  ])('%s', (_, changes) => {
    const cwd = tempProject(FILES);
    const store = memoryStore();
    const before = checkCached(cwd, store, 'build').findings.map(brief);
    for (const [file, content] of Object.entries(changes)) {
      if (content === undefined) rmSync(join(cwd, file));
      else
        writeFileSync(
          join(cwd, file),
          typeof content === 'string' ? content : `${JSON.stringify(content)}\n`,
        );
    }
    const after = checkCached(cwd, store, 'build').findings.map(brief);
    expect(after).not.toEqual(before);
    expect(after).toEqual(fresh(cwd).findings.map(brief));
    expect(store.written).toHaveLength(2);
  });
});

test('another build of the code judges anew', () => {
  const cwd = tempProject(FILES);
  const store = memoryStore();
  checkCached(cwd, store, '1.0.0');
  checkCached(cwd, store, '1.0.1');
  expect(store.written).toHaveLength(2);
});

test.each(['', 'null', '[]', '{"key":', '{"key": "x", "schemas": [], "findings": []}'])(
  'what is no result, such as %j, is not believed',
  (text) => {
    const cwd = tempProject(FILES);
    const store = { read: () => text, write: () => {} };
    const { findings } = checkCached(cwd, store, 'build');
    expect(findings).toEqual(fresh(cwd).findings);
  },
);

describe('nothing is kept', () => {
  test.each<[string, Readonly<Record<string, unknown>>]>([
    [
      'of a run that ran out of time',
      {
        'contracts.json': { ...MANIFEST, limits: { validation_time: 20 } },
        'schemas/list.json': { pattern: '^(a+)+$' },
        'api_samples/list.json': JSON.stringify(`${'a'.repeat(40)}!`),
      },
    ],
    ['of a run in which a schema could not be read', { 'schemas/list.json': '{' }],
  ])('%s', (_, changes) => {
    const cwd = tempProject({ ...FILES, ...changes });
    const store = memoryStore();
    checkCached(cwd, store, 'build');
    expect(store.written).toEqual([]);
  });
});
