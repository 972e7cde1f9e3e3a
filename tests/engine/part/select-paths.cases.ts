import { describe, expect, test } from '@jest/globals';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { check, type CheckOptions } from '../../../src/engine/check';
import { gitProject } from '../../project/git/git-project';
import { tempProject } from '../temp-project';

const WRONG = join(__dirname, '../../fixtures/projects/servers-wrong');
const SAMPLES = 'api_samples/servers';

/** The findings of a run over these paths, as `file rule`, and the counts of the summary. */
function select(cwd: string, ...paths: readonly string[]) {
  return run({ cwd, paths });
}

/** The same, with the manifest in another folder. */
function selectIn(cwd: string, path: string) {
  return run({ cwd, manifest: 'svc/contracts.json', paths: [path] });
}

async function run(options: CheckOptions) {
  const { findings, verdicts, summary } = await check(options);
  return {
    findings: findings.map(({ file, ruleId }) => `${file} ${ruleId}`),
    samples: verdicts.filter(({ group }) => group === 'sample').map(({ name }) => name),
    counted: [summary.samples, summary.documents, summary.findings.error],
  };
}

/** What is selected where no sample is. */
function withoutSamples(findings: readonly string[]) {
  return { findings, samples: [], counted: [0, 0, findings.length] };
}

function objectWith(id: unknown) {
  return { type: 'object', properties: { id } };
}

test('no path selects everything', async () => {
  const all = await select(WRONG);
  expect(all.counted).toEqual([5, 5, 8]);
  expect(await select(WRONG, '.')).toEqual(all);
  expect(await select(WRONG, WRONG)).toEqual(all);
});

test.each([
  ['a file', [`${SAMPLES}/server-get-resp.json`]],
  ['a file in another spelling', [`./api_samples/../${SAMPLES}//server-get-resp.json`]],
  ['an absolute path', [join(WRONG, SAMPLES, 'server-get-resp.json')]],
])('%s selects its findings', async (_, paths) => {
  expect(await select(WRONG, ...paths)).toEqual({
    findings: [`${SAMPLES}/server-get-resp.json sample-matches-schema`],
    samples: ['servers/server-get-resp.json'],
    counted: [1, 1, 1],
  });
});

test('a folder selects everything in it, but not another folder whose name starts the same', async () => {
  expect(await select(WRONG, `${SAMPLES}/v2.9/`)).toEqual({
    findings: [`${SAMPLES}/v2.9/server-get-resp.json sample-has-schema`],
    samples: ['servers/v2.9/server-get-resp.json'],
    counted: [1, 1, 1],
  });
  await expect(select(WRONG, `${SAMPLES}/v2`)).rejects.toThrow(
    'the manifest has no sample, schema or other file at `api_samples/servers/v2`: pass the path of a sample, a schema or a folder',
  );
});

test('several paths select all of them, including files that are not samples', async () => {
  expect(await select(WRONG, 'doc', `${SAMPLES}/bad.json`)).toEqual({
    findings: [`${SAMPLES}/bad.json sample-fails-as-expected`, 'doc/servers.rst facts-agree'],
    samples: ['servers/bad.json'],
    counted: [1, 1, 2],
  });
});

test('the manifest selects everything', async () => {
  expect(await select(WRONG, 'contracts.yaml')).toEqual(await select(WRONG));
});

describe('a schema', () => {
  const files = {
    'contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json' } } },
    'schemas/a.json': { $ref: 'defs.json' },
    'schemas/defs.json': { type: 'objet' },
    'schemas/README': '',
    'api_samples/a.json': [],
  };

  test.each(['schemas', 'schemas/', 'schemas/defs.json', './schemas/../schemas/a.json'])(
    '%s selects the samples that are checked against it',
    async (path) => {
      expect(await select(tempProject(files), path)).toEqual({
        findings: ['schemas/defs.json schema-is-valid'],
        samples: ['a.json'],
        counted: [1, 1, 1],
      });
    },
  );

  test('folder may contain other files, which cannot be selected', async () => {
    await expect(select(tempProject(files), 'schemas/README')).rejects.toThrow('`schemas/README`');
  });
});

describe('a schema brings the samples', () => {
  const files = {
    'contracts.json': {
      contracts: {
        a: { schema: 'a.yaml', samples: 'a/*.json' },
        b: { schema: 'b.json', samples: 'b.json' },
        c: { schema: 'c.json#/$defs/c', samples: 'c.json' },
        live: { schema: 'live.json', live: { request: 'GET /' } },
      },
    },
    'schemas/a.yaml': 'type: object\nproperties: { id: { $ref: "shared/id.json#/$defs/id" } }\n',
    'schemas/b.json': objectWith({ $ref: 'shared/through.json' }),
    'schemas/c.json': { $defs: { c: objectWith({ type: 'integer' }) } },
    'schemas/live.json': objectWith({ type: 'integer' }),
    'schemas/unused.json': objectWith({ type: 'integer' }),
    'schemas/shared/id.json': { $defs: { id: { type: 'integer' } } },
    'schemas/shared/through.json': { $ref: 'id.json#/$defs/id' },
    'api_samples/a/1.json': { id: 'x' },
    'api_samples/a/2.json': { id: 2 },
    'api_samples/b.json': { id: 'x' },
    'api_samples/c.json': { id: 'x' },
    'README.md': 'A service.\n',
  };

  test.each([
    ['of its contract', ['schemas/a.yaml'], ['a/1.json', 'a/2.json']],
    ['of a part of it', ['schemas/c.json'], ['c.json']],
    ['of every schema that refers to it', ['schemas/shared/id.json'], ['a/1.json', 'a/2.json', 'b.json']],
    ['of one that refers to it', ['schemas/shared/through.json'], ['b.json']],
    ['of all schemas in a folder', ['schemas/shared'], ['a/1.json', 'a/2.json', 'b.json']],
    ['next to other samples', ['schemas/c.json', 'api_samples/a/2.json'], ['a/2.json', 'c.json']],
  ])('%s', async (_, paths, samples) => {
    const wrong = samples.filter((path) => path !== 'a/2.json');
    expect(await select(tempProject(files), ...paths)).toEqual({
      findings: wrong.map((path) => `api_samples/${path} sample-matches-schema`),
      samples,
      counted: [samples.length, samples.length, wrong.length],
    });
  });

  test('of a contract whose schema is missing or cannot be read', async () => {
    const gone = tempProject(
      Object.fromEntries(Object.entries(files).filter(([name]) => name !== 'schemas/c.json')),
    );
    expect((await select(gone, 'schemas/c.json')).samples).toEqual(['c.json']);
    const broken = tempProject({ ...files, 'schemas/shared/id.json': '{' });
    expect((await select(broken, 'schemas/shared/id.json')).samples).toEqual([
      'a/1.json',
      'a/2.json',
      'b.json',
    ]);
  });

  test.each(['schemas/unused.json', 'schemas/live.json', './schemas/live.json'])(
    'but %s brings none, which stops the run',
    async (path) => {
      await expect(select(tempProject(files), path)).rejects.toThrow(
        `no sample is checked against \`${path}\`, so nothing was checked: pass a sample, or a schema that a contract uses for its samples`,
      );
    },
  );
});

describe('a path that brings no sample', () => {
  const files = {
    'contracts.json': { contracts: { a: { schema: 'a.json', samples: '*.json' } } },
    'schemas/a.json': { type: 'object' },
    'schemas/unused.json': { type: 'object' },
    'api_samples/a.json': [],
    'README.md': 'A service.\n',
    'package.json': {},
  };

  /** The samples, or the message of the error, and the warnings. */
  async function warningsOf(paths: readonly string[], changed?: string) {
    const warnings: string[] = [];
    const cwd = gitProject(files);
    const options = { cwd, paths, onWarning: (message: string) => void warnings.push(message) };
    const result = await check({ ...options, ...(changed === undefined ? {} : { changed }) }).then(
      ({ summary }) => summary.samples,
      (error: unknown) => String(error),
    );
    return [result, ...warnings];
  }

  test.each([['README.md'], ['nowhere.json'], ['../elsewhere'], ['package.json'], ['.git']])(
    '%s stops the run',
    async (path) => {
      expect(await warningsOf([path])).toEqual([
        expect.stringContaining(`the manifest has no sample, schema or other file at \`${path}\`: `),
      ]);
    },
  );

  test.each([
    [['README.md', 'api_samples/a.json'], 'skipped 1 PATH that brings no sample: `README.md`'],
    [['api_samples', 'gone.json'], 'skipped 1 PATH that brings no sample: `gone.json`'],
    [
      ['README.md', 'schemas/a.json', 'package.json', 'schemas/unused.json'],
      'skipped 3 PATHs that bring no sample: `README.md`, `package.json`, `schemas/unused.json`',
    ],
  ])('is a warning among %j', async (paths, warning) => {
    expect(await warningsOf(paths)).toEqual([1, warning]);
  });

  test('is a warning next to others that bring none, unless one does not exist', async () => {
    expect(await warningsOf(['README.md', 'package.json'])).toEqual([
      0,
      'skipped 2 PATHs that bring no sample: `README.md`, `package.json`',
    ]);
    expect(await warningsOf(['README.md', 'packege.json'])).toEqual([
      expect.stringContaining('`packege.json`'),
    ]);
  });

  test('is a warning where only changes are checked', async () => {
    expect(await warningsOf(['README.md'], 'HEAD')).toEqual([
      0,
      'skipped 1 PATH that brings no sample: `README.md`',
    ]);
    expect(await warningsOf(['api_samples/a.json'], 'HEAD')).toEqual([0]);
  });
});

describe('facts', () => {
  const stale = Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [`api_samples/${name}.json`, { max: '2.1', all: '2.1' }]),
  );
  const files = {
    'contracts.json': {
      contracts: { a: { schema: 'a.json', samples: '*.json' } },
      facts: {
        newest: [
          { file: 'code/a.py', match: 'MAX = (.*)' },
          { sample: 'a.json', at: '$.max' },
        ],
        missing: [
          { file: 'code/b.py', match: 'MAX = (.*)' },
          { sample: 'b.json', at: '$.max' },
        ],
        all: ['a', 'b', 'c', 'd', 'e', 'f', 'new'].map((name) => ({ sample: `${name}.json`, at: '$.all' })),
      },
    },
    'schemas/a.json': { type: 'object' },
    ...stale,
    'api_samples/new.json': { all: '2.2' },
    'code/a.py': 'MAX = 2.2\n',
  };

  test('are selected by a file that they are read from, even where it is missing', async () => {
    const cwd = tempProject(files);
    expect(await select(cwd, 'code/a.py')).toEqual(withoutSamples(['api_samples/a.json facts-agree']));
    expect(await select(cwd, 'code')).toEqual(
      withoutSamples(['api_samples/a.json facts-agree', 'contracts.json fact-found']),
    );
    expect(await select(cwd, 'code/b.py')).toEqual(withoutSamples(['contracts.json fact-found']));
  });

  test('are selected by each of many stale samples', async () => {
    expect((await select(tempProject(files), 'api_samples/f.json')).findings).toEqual([
      'api_samples/a.json facts-agree',
    ]);
    expect((await select(tempProject(files), 'api_samples/new.json')).findings).toEqual([]);
  });
});

describe('symbolic links', () => {
  const files = {
    'svc/contracts.json': { contracts: { a: { schema: 'a.json', samples: '*.json' } } },
    'svc/schemas/a.json': { $ref: 'common/deep/id.json' },
    'svc/api_samples/a.json': [],
    'shared/schemas/deep/id.json': { type: 'object' },
    'shared/b.json': [],
  };
  const found = {
    findings: [
      'svc/api_samples/a.json sample-matches-schema',
      'svc/api_samples/b.json sample-matches-schema',
    ],
    samples: ['a.json', 'b.json'],
    counted: [2, 2, 2],
  };

  function linked(): string {
    const cwd = tempProject(files);
    symlinkSync('../../shared/schemas', join(cwd, 'svc/schemas/common'));
    symlinkSync(join(cwd, 'shared/b.json'), join(cwd, 'svc/api_samples/b.json'));
    symlinkSync('svc', join(cwd, 'service'));
    return cwd;
  }

  test.each([
    'shared/schemas/deep/id.json',
    'shared',
    'svc/schemas/common/deep/id.json',
    'svc/schemas/common',
    'service/schemas/common/deep/id.json',
    'service/api_samples',
    'service',
    'service/contracts.json',
  ])('%s is the file that a link leads to', async (path) => {
    const cwd = linked();
    expect(await selectIn(cwd, path)).toEqual(found);
    expect(await selectIn(cwd, join(cwd, path))).toEqual(found);
  });

  test('a sample is selected as a link and as its target', async () => {
    const one = {
      findings: ['svc/api_samples/b.json sample-matches-schema'],
      samples: ['b.json'],
      counted: [1, 1, 1],
    };
    for (const path of ['shared/b.json', 'svc/api_samples/b.json', 'service/api_samples/b.json'])
      expect(await selectIn(linked(), path)).toEqual(one);
  });

  test('a loop of links is a path without a file', async () => {
    const cwd = linked();
    symlinkSync('loop', join(cwd, 'loop'));
    await expect(selectIn(cwd, 'loop')).rejects.toThrow('`loop`');
  });
});

test.each([
  ['samples', 'samples/a', 'one.json', 'one.json'],
  ['samples', 'samples', './a', 'a/one.json'],
  ['samples', 'samples/a', '../../schemas/one.json', 'one.json'],
  ['samples', 'schemas', 'one.json', '../samples/a/one.json'],
  ['.', 'samples/a', '.', 'one.json'],
  ['samples', 'other', '../samples/', '../samples/a/one.json'],
])('with samples in %s, from %s, %s selects %s', async (root, folder, path, file) => {
  const cwd = tempProject({
    'contracts.json': { samples: root, contracts: { a: { schema: 'one.json', samples: '**/one.json' } } },
    'schemas/one.json': { type: 'object' },
    'samples/a/one.json': [],
    'other/x': '',
  });
  const { findings } = await check({
    cwd: join(cwd, folder),
    manifest: join(cwd, 'contracts.json'),
    paths: [path],
  });
  expect(findings.map((finding) => `${finding.file} ${finding.ruleId}`)).toEqual([
    `${file} sample-matches-schema`,
  ]);
});

test('the working folder does not include the folders above it', async () => {
  const cwd = tempProject({
    'contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json' } } },
    'schemas/a.json': { type: 'object' },
    'api_samples/a.json': [],
  });
  mkdirSync(join(cwd, 'sub'));
  const options = { cwd: join(cwd, 'sub'), manifest: '../contracts.json' };
  await expect(check({ ...options, paths: ['.'] })).rejects.toThrow('or other file at `.`');
  const { findings } = await check({ ...options, paths: ['..'] });
  expect(findings.map(({ file }) => file)).toEqual(['../api_samples/a.json']);
});

test.each([
  ['a broken schema', { 'schemas/a.json': { type: 'objet' } }, ['schemas/a.json schema-is-valid']],
  ['a missing schema', { 'schemas/b.json': true }, ['contracts.json schema-readable']],
])('%s is reported with the sample, although it is in another file', async (_, schemas, findings) => {
  const cwd = tempProject({
    'contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json' } } },
    ...schemas,
    'api_samples/a.json': {},
  });
  expect(await select(cwd, 'api_samples/a.json')).toEqual({
    findings,
    samples: ['a.json'],
    counted: [1, 1, 1],
  });
});

test('a sample that was not judged is reported with the cause elsewhere, which names no other sample', async () => {
  const cwd = tempProject({
    'contracts.json': {
      contracts: { a: { schema: 'a.json', samples: '*.json' }, b: { schema: 'b.json' } },
      rules: { 'schema-readable': 'off', 'contract-has-document': 'off' },
    },
    'schemas/a.json': '{',
    'schemas/b.json': '[',
    'api_samples/a.json': {},
    'api_samples/b.json': {},
  });
  const { findings, verdicts } = await check({ cwd, paths: ['api_samples/b.json'] });
  expect(findings.map(({ file, ruleId }) => `${file} ${ruleId}`)).toEqual(['schemas/a.json sample-judged']);
  expect(findings.flatMap(({ related }) => related.map(({ file }) => file))).toEqual(['api_samples/b.json']);
  expect(verdicts.filter(({ group }) => group === 'sample').map((verdict) => verdict.findings)).toEqual([
    findings,
  ]);
});
