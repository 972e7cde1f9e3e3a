import { describe, expect, test } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { openProject } from '../../../src/engine/open/open-project';
import { UsageError } from '../../../src/model/usage-error';
import { usageFindings } from '../../../src/reporters/pretty/format-usage-error';
import { brief } from '../brief';
import { judgeProject } from '../check-made';
import { tempProject } from '../temp-project';

const FILES = { 'schemas/a.json': { type: 'object' }, 'api_samples/a.json': {} };

/** The message of the error, and each detail as `line:column pointer message`. */
function refusal(files: Readonly<Record<string, unknown>>, manifest?: string): readonly string[] {
  const cwd = tempProject({ ...FILES, ...files });
  try {
    openProject({ cwd, ...(manifest === undefined ? {} : { manifest }) });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return [error.message, ...detailsOf(error)];
  }
  return ['no error'];
}

function detailsOf(error: UsageError): readonly string[] {
  return usageFindings(error).map(({ file, start, pointer, message }) =>
    [
      `${file} ${start.line}:${start.column}`,
      ...(pointer === undefined || pointer === '' ? [] : [pointer]),
      message,
    ].join(' '),
  );
}

/** The details of the error that the manifest in a folder gives. */
function mistakesIn(cwd: string): readonly string[] {
  try {
    openProject({ cwd });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return detailsOf(error);
  }
  return [];
}

const WRONG = 'the manifest is wrong, so nothing was checked';

describe('a manifest', () => {
  test.each(['contracts.yaml', 'contracts.yml', 'contracts.json'])('is found as %s', (name) => {
    const cwd = tempProject({ ...FILES, [name]: '{ "contracts": { "a": { "schema": "a.json" } } }' });
    expect(openProject({ cwd }).manifest.name).toBe(name);
  });

  test('can be in another folder: its paths are relative to it, names in findings to the working folder', () => {
    const cwd = tempProject({
      'api/schemas/a.json': true,
      'api/api_samples/a.json': {},
      'api/my.yaml': 'contracts: { a: { schema: a.json, samples: a.json } }',
    });
    const project = openProject({ cwd, manifest: 'api/my.yaml' });
    expect(project.manifest.name).toBe('api/my.yaml');
    expect(project.samples.map(({ document }) => document.source.name)).toEqual(['api/api_samples/a.json']);
    expect(project.schemas.root).toBe('api/schemas');
    expect(project.folders).toEqual({
      project: join(cwd, 'api'),
      samples: [join(cwd, 'api/api_samples')],
      schemas: {
        base: join(cwd, 'api/schemas'),
        roots: [join(cwd, 'api/schemas')],
        others: [],
        documents: [],
      },
      types: join(cwd, 'api/src/types'),
    });
  });

  test('states the microversion of samples outside any folder', () => {
    const manifest = { base_microversion: '2.1', contracts: { a: { schema: 'a.json' } } };
    const project = openProject({ cwd: tempProject({ ...FILES, 'contracts.json': manifest }) });
    expect(project.baseMicroversion).toEqual({ major: 2, minor: 1 });
  });
});

describe('opening a project stops the run', () => {
  test('without a manifest', () => {
    expect(refusal({})).toEqual([
      'there is no contracts.yaml here or in a folder above: run `samplegate init` to write one, or choose one with `--manifest FILE`',
    ]);
  });

  test('if the named manifest does not exist', () => {
    expect(refusal({}, 'api/contracts.yaml')).toEqual([
      'the manifest `api/contracts.yaml` cannot be read: there is no such file; create it, or fix the path',
    ]);
  });

  test('if a folder that the manifest names does not exist', () => {
    const manifest = { samples: 'doc/api_samples', contracts: { a: { schema: 'a.json' } } };
    expect(refusal({ 'contracts.json': manifest })).toEqual([
      WRONG,
      'contracts.json 1:12 /samples the folder `doc/api_samples` of `samples:` does not exist: create it, or name another folder in the manifest',
    ]);
  });

  test.each([
    [
      'empty',
      '',
      [
        '1:1 the manifest is empty: it needs `contracts:`, which `samplegate init` writes for the samples here',
      ],
    ],
    [
      'only a comment',
      '# later\n',
      [
        '1:1 the manifest is empty: it needs `contracts:`, which `samplegate init` writes for the samples here',
      ],
    ],
    ['an array', '- a\n', ['1:1 expected an object, got an array']],
    ['without contracts', 'service: compute\n', ['1:1 required property "contracts" is missing']],
    [
      'an unquoted microversion that YAML reads differently',
      'contracts: { a: { schema: a.json } }\nbase_microversion: 2.10\n',
      ['2:20 /base_microversion 2.10 without quotes is the number 2.1: write "2.10"'],
    ],
    [
      'an unquoted microversion that YAML reads as written',
      'contracts: { a: { ranges: [{ min_version: 2.3, schema: a.json }] } }\n',
      ['1:43 /contracts/a/ranges/0/min_version 2.3 without quotes is a number: write "2.3"'],
    ],
    [
      'a misspelt property',
      'contracts:\n  a: { schema: a.json, sample: a.json }\n',
      ['2:24 /contracts/a/sample unknown property "sample": did you mean "samples"?'],
    ],
    [
      'a misspelt required property',
      'contracts:\n  a: { shema: a.json }\n',
      [
        '2:8 /contracts/a/shema unknown property "shema", and required property "schema" is missing: rename it',
      ],
    ],
    [
      'an unknown severity',
      'contracts: { a: { schema: a.json } }\nrules: { final-newline: eror }\n',
      [
        '2:25 /rules/final-newline expected one of "off", "info", "warning", "error", got "eror": did you mean "error"?',
      ],
    ],
    [
      'a misspelt rule id',
      'contracts: { a: { schema: a.json } }\nrules: { final-newlin: off, nonsense: off, validation-ends: off }\n',
      [
        '2:10 /rules/final-newlin there is no rule `final-newlin`: did you mean `final-newline`?',
        '2:29 /rules/nonsense there is no rule `nonsense`: `samplegate explain` lists them',
        '2:44 /rules/validation-ends there is no rule `validation-ends`: did you mean `sample-judged`?',
      ],
    ],
    [
      'a path outside the folder',
      'contracts: { a: { schema: ../a.json } }\nsamples: ../elsewhere\n',
      [
        "1:27 /contracts/a/schema `../a.json` is outside the folder that it is relative to: use a path inside the manifest's folder",
        "2:10 /samples `../elsewhere` is outside the folder that it is relative to: use a path inside the manifest's folder",
      ],
    ],
    [
      'an empty range',
      'contracts: { a: { ranges: [{ min_version: "2.10", max_version: "2.9", schema: a.json }] } }\n',
      [
        '1:28 /contracts/a/ranges/0 the range from 2.10 to 2.9 is empty: min_version must not be newer than max_version',
      ],
    ],
    [
      'a contract with an empty range',
      'contracts: { a: { min_version: "2.10", max_version: "2.9", schema: a.json } }\n',
      [
        '1:17 /contracts/a the range from 2.10 to 2.9 is empty: min_version must not be newer than max_version',
      ],
    ],
  ])('if the manifest is wrong: %s', (_, text, details) => {
    expect(refusal({ 'contracts.yaml': text })).toEqual([
      WRONG,
      ...details.map((detail) => `contracts.yaml ${detail}`),
    ]);
  });

  test('with every mistake, in the order of the text', () => {
    const text = 'servce: compute\ncontracts:\n  a: { sample: 1 }\nsamples: []\nbase_microversion: 2\n';
    expect(refusal({ 'contracts.yaml': text }).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'the manifest is',
      'contracts.yaml 1:1 /servce',
      'contracts.yaml 3:6 /contracts/a',
      'contracts.yaml 3:8 /contracts/a/sample',
      'contracts.yaml 4:10 /samples',
      'contracts.yaml 5:20 /base_microversion',
    ]);
  });

  test('if the manifest is not valid JSON or YAML', () => {
    expect(refusal({ 'contracts.json': '{ "contracts": {}, }' })).toHaveLength(2);
    expect(refusal({ 'contracts.yaml': 'contracts: {\n' })[1]).toMatch(/^contracts\.yaml 2:1 /);
  });
});

test('a folder with the name of the manifest is reported as a folder', () => {
  const cwd = tempProject(FILES);
  mkdirSync(join(cwd, 'contracts.yaml'));
  expect(() => openProject({ cwd })).toThrow(
    'the manifest `contracts.yaml` cannot be read: it is a folder, not a file',
  );
});

describe('a manifest with only facts', () => {
  const facts = {
    newest: [
      { file: 'a.py', match: 'MAX = (.*)' },
      { file: 'b.py', match: 'MAX = (.*)' },
    ],
  };
  const code = { 'a.py': 'MAX = 2.1\n', 'b.py': 'MAX = 2.1\n' };

  test('needs no samples and no schemas', () => {
    const cwd = tempProject({ ...code, 'contracts.json': { facts } });
    const { findings, summary } = judgeProject(openProject({ cwd }));
    expect(findings).toEqual([]);
    expect(summary).toMatchObject({ contracts: 0, facts: 1, samples: 0, documents: 0 });
  });

  test('has only the samples that the facts name, and no contract must claim them', () => {
    const sample = { sample: 'v2/a.json', at: '$.max' };
    const cwd = tempProject({
      ...code,
      'contracts.json': { facts: { newest: [...facts.newest, sample] } },
      'api_samples/v2/a.json': { max: '2.0' },
      'api_samples/broken.json': '{',
    });
    const { findings, summary } = judgeProject(openProject({ cwd }));
    expect(findings.map(({ ruleId, file }) => `${ruleId} ${file}`)).toEqual([
      'facts-agree api_samples/v2/a.json',
    ]);
    expect(summary).toMatchObject({ contracts: 0, facts: 1, samples: 1, documents: 1 });
  });

  test('must have the folders that it names', () => {
    const cwd = tempProject({ ...code, 'contracts.json': { facts, samples: 'doc', schemas: 'schemas' } });
    expect(() => openProject({ cwd })).toThrow('the manifest is wrong, so nothing was checked');
  });

  test('must have a fact', () => {
    const cwd = tempProject({ 'contracts.json': { facts: {} } });
    expect(() => openProject({ cwd })).toThrow('the manifest is wrong, so nothing was checked');
  });
});

describe('in a git repository', () => {
  const files = {
    'repo/.git/HEAD': 'ref: refs/heads/main\n',
    'repo/svc/contracts.json': {
      samples: ['api_samples', '../samples'],
      schemas: '../common/',
      contracts: { thing: { schema: 'thing.json', samples: '*.json' } },
      facts: {
        newest: [
          { sample: './thing.json', at: '$.max' },
          { file: '../code/v.py', match: 'MAX = "(.+)"' },
        ],
      },
    },
    'repo/svc/api_samples/thing.json': { max: '2.4' },
    'repo/samples/other.json': [],
    'repo/common/thing.json': { type: 'object' },
    'repo/common/of-others.json': { type: 'array' },
    'repo/code/v.py': 'MAX = "2.5"\n',
    'repo/svc/x': '',
    'elsewhere/v.py': 'MAX = "2.5"\n',
  };

  test('samples, schemas and code may be in another folder of it', () => {
    const cwd = join(tempProject(files), 'repo/svc');
    expect(judgeProject(openProject({ cwd })).findings.map(brief)).toEqual([
      "../samples/other.json 1:1-1:3 error sample-matches-schema '' expected an object, got an empty array",
      'api_samples/thing.json 1:8-1:13 error facts-agree /max the fact "newest" is "2.4" here, but ../code/v.py has "2.5": 2.5 is newer, so the other is probably stale (../code/v.py 1:8 "2.5")',
    ]);
  });

  test.each([
    ['samples', { samples: '../../elsewhere' }, '/samples `../../elsewhere`'],
    ['schemas', { schemas: '../../elsewhere' }, '/schemas `../../elsewhere`'],
    [
      'code',
      {
        facts: {
          a: [
            { file: '../../elsewhere/v.py', match: '.' },
            { file: 'x', match: '.' },
          ],
        },
      },
      '/facts/a/0/file `../../elsewhere/v.py`',
    ],
  ])('%s may not be outside of it', (_, change, place) => {
    const cwd = join(
      tempProject({
        ...files,
        'repo/svc/contracts.json': { ...files['repo/svc/contracts.json'], ...change },
      }),
      'repo/svc',
    );
    expect(mistakesIn(cwd)).toEqual([
      expect.stringContaining(`${place} is outside this git repository: use a path inside it`),
    ]);
  });

  test('generated types stay in the folder of the manifest', () => {
    const cwd = join(
      tempProject({
        ...files,
        'repo/svc/contracts.json': { ...files['repo/svc/contracts.json'], types: '../types' },
      }),
      'repo/svc',
    );
    expect(mistakesIn(cwd)).toEqual([
      expect.stringContaining(
        "`../types` is outside the folder that it is relative to: use a path inside the manifest's folder",
      ),
    ]);
  });
});
