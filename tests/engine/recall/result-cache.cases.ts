import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import type { CheckResult } from '../../../src/model/findings/check-result';
import type { ResultStore } from '../../../src/project/cache/result-store';
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

/** Makes a symbolic link, or changes its target. */
function link(cwd: string, path: string, target: string): void {
  rmSync(join(cwd, path), { force: true });
  symlinkSync(target, join(cwd, path));
}

/** Checks the project in a folder, with a cache in this store. */
function checkCached(cwd: string, store: ResultStore, build: string): CheckResult {
  const project = openProject({ cwd });
  return judgePlan(planProject(project, { cache: openResultCache(project, store, { build, cwd }) }));
}

function fresh(cwd: string) {
  return judgeProject(openProject({ cwd }));
}

test('the same files give the same result, and nothing is judged again', () => {
  const cwd = tempProject(FILES);
  const store = memoryStore();
  const first = checkCached(cwd, store, 'build');
  const second = checkCached(cwd, store, 'build');
  expect(store.written).toHaveLength(1);
  expect(first.findings.length).toBeGreaterThan(1);
  for (const result of [first, second]) expect(result).toEqual(fresh(cwd));
});

describe('the result is not reused after a change of', () => {
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
    ['a sample', { 'api_samples/show.json': { name: 1, more: {} } }],
    ['the set of samples, by a new one', { 'api_samples/more.json': {} }],
    ['the set of samples, by a deleted one', { 'api_samples/list.json': undefined }],
    ['a schema', { 'schemas/show.json': { type: 'array' } }],
    ['a schema that another refers to', { 'schemas/defs.json': { $defs: { name: { minLength: 4 } } } }],
    ['a file that a reference did not find before', { 'schemas/gone.json': { type: 'string' } }],
    ['the set of schemas, by a deleted one', { 'schemas/defs.json': undefined }],
    ['only the lines of a schema', { 'schemas/refers.json': '\n{ "$ref": "gone.json" }\n' }],
    ['a range', manifest({ contracts: { ...MANIFEST.contracts, show } })],
    ['a format', manifest({ formats: { code: { pattern: '^x' } } })],
    ['a limit', manifest({ limits: { depth: 4 } })],
    ['the mode of patterns', manifest({ unicode_patterns: true })],
    ['the level of a rule', manifest({ rules: { 'sample-has-contract': 'info' } })],
    ['the base microversion', manifest({ base_microversion: '2.10' })],
    ['the text of a fact', { 'notes.txt': 'It is called db.\n' }],
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

describe('the result is not reused after a change behind a symbolic link:', () => {
  const files = {
    'svc/contracts.json': { contracts: { a: { schema: 'a.json', samples: '*.json' } } },
    'svc/schemas/a.json': { $ref: 'common/deep/id.json' },
    'svc/api_samples/a.json': [],
    'shared/schemas/deep/id.json': { type: 'object' },
    'shared/other/deep/id.json': { type: 'string' },
    'shared/b.json': [],
    'shared/c.json': 1,
  };

  test.each<[string, (cwd: string) => void]>([
    ['of a schema', (cwd) => writeFileSync(join(cwd, 'shared/schemas/deep/id.json'), '{}')],
    ['of a sample', (cwd) => writeFileSync(join(cwd, 'shared/b.json'), '{}')],
    ['of the folder that schemas are in', (cwd) => link(cwd, 'svc/schemas/common', '../../shared/other')],
    ['of the file that a sample is', (cwd) => link(cwd, 'svc/api_samples/b.json', '../../shared/c.json')],
    ['a deleted folder of schemas', (cwd) => rmSync(join(cwd, 'shared/schemas'), { recursive: true })],
  ])('%s', (_, change) => {
    const cwd = tempProject(files);
    link(cwd, 'svc/schemas/common', '../../shared/schemas');
    link(cwd, 'svc/api_samples/b.json', '../../shared/b.json');
    const store = memoryStore();
    const svc = join(cwd, 'svc');
    const before = checkCached(svc, store, 'build').findings.map(brief);
    expect(checkCached(svc, store, 'build').findings.map(brief)).toEqual(before);
    expect(store.written).toHaveLength(1);
    change(cwd);
    const after = checkCached(svc, store, 'build').findings.map(brief);
    expect(after).not.toEqual(before);
    expect(after).toEqual(fresh(svc).findings.map(brief));
  });
});

test('from another folder, findings have other names', () => {
  const cwd = tempProject({
    'contracts.json': { contracts: { a: { schema: 'a/a.json', samples: '*.json' } } },
    'schemas/a/a.json': { type: 'objet' },
    'schemas/b/b.txt': '',
    'api_samples/a.json': {},
  });
  const store = memoryStore();
  const namesFrom = (folder: string) => {
    const options = { cwd: join(cwd, folder), manifest: '../../contracts.json' };
    const project = openProject(options);
    const cache = openResultCache(project, store, { build: 'build', cwd: options.cwd });
    return judgePlan(planProject(project, { cache })).findings.map(({ file }) => file);
  };
  expect(namesFrom('schemas/a')).toEqual(['a.json']);
  expect(namesFrom('schemas/b')).toEqual(['../a/a.json']);
});

test('another build of the code checks again', () => {
  const cwd = tempProject(FILES);
  const store = memoryStore();
  checkCached(cwd, store, '1.0.0');
  checkCached(cwd, store, '1.0.1');
  expect(store.written).toHaveLength(2);
});

test.each(['', 'null', '[]', '{"key":', '{"key": "x", "schemas": [], "findings": []}'])(
  'text that is not a stored result, such as %j, is ignored',
  (text) => {
    const cwd = tempProject(FILES);
    const store = { read: () => text, write: () => {} };
    const { findings } = checkCached(cwd, store, 'build');
    expect(findings).toEqual(fresh(cwd).findings);
  },
);

describe('the result is not cached', () => {
  test.each<[string, Readonly<Record<string, unknown>>]>([
    [
      'of a run in which a validation timed out',
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

/** What a check in a folder of a project finds, with a cache in this store or without one. */
function run(top: string, folder: string, store?: ResultStore): CheckResult {
  const cwd = join(top, folder);
  const project = openProject({ cwd });
  const cache = store && openResultCache(project, store, { build: 'build', cwd });
  const plan = planProject(project, { cwd, ...(cache === undefined ? {} : { cache }) });
  return judgePlan(plan);
}

describe('working folders share a result', () => {
  const SHARED = {
    'contracts.json': {
      samples: 'samples',
      contracts: {
        one: { schema: 'one.json', samples: ['*/one.json', { path: '*/wrong.json', expect: 'invalid' }] },
        any: { schema: 'any.json', samples: '*/any.json' },
        part: { schema: 'one.json', samples: [{ path: 'c/parts.json', at: '/a' }, 'c/lines.ndjson'] },
      },
    },
    'schemas/one.json': { properties: { x: { $ref: 'defs.json#/$defs/x' } } },
    'schemas/defs.json': { $defs: { x: { type: 'string', minLenght: 1 } } },
    'schemas/any.json': true,
    'samples/a/one.json': { x: 1 },
    'samples/b/one.json': { x: 2 },
    'samples/b/wrong.json': { x: 2 },
    'samples/b/any.json': {},
    'samples/c/parts.json': { a: { x: 3 } },
    'samples/c/lines.ndjson': '{"x":"a"}\n{"x":4}\n',
    'samples/b/loose.yaml': 'x: 1\n',
    'docs/x': '',
  };
  const FOLDERS = ['.', 'samples', 'docs', 'samples/a', 'samples/c', 'schemas'];

  test.each(FOLDERS.flatMap((from) => FOLDERS.map((to) => [from, to] as const)))(
    'what is checked in %s is what a new check in %s finds',
    (from, to) => {
      const top = tempProject(SHARED);
      const store = memoryStore();
      const first = run(top, from, store);
      expect(first).toEqual(run(top, from));
      expect(first.findings.length).toBeGreaterThan(3);
      expect(run(top, to, store)).toEqual(run(top, to));
    },
  );

  test('the result is written once for all folders', () => {
    const top = tempProject(SHARED);
    const store = memoryStore();
    for (const folder of ['.', 'samples', 'docs', '.', 'samples/a']) run(top, folder, store);
    expect(store.written).toHaveLength(1);
    expect(store.written[0]).not.toContain('"folder"');
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['of a folder', { 'samples/b/unclaimed.json': {} }],
    [
      'of a file',
      { 'schemas/one.json': { $ref: 'gone.json' }, 'schemas/any.json': { $ref: '../common/x.json' } },
    ],
    ['of a schema folder', { 'contracts.json': { ...SHARED['contracts.json'], schemas: 'samples/a' } }],
    ['that a value repeats', { 'schemas/one.json': { properties: { x: { const: 'samples/a/one.json' } } } }],
  ])('a message with the name %s is right in every folder', (_, files) => {
    const top = tempProject({ ...SHARED, ...files });
    for (const from of FOLDERS) {
      const store = memoryStore();
      run(top, from, store);
      for (const to of FOLDERS) expect(run(top, to, store)).toEqual(run(top, to));
    }
  });
});
