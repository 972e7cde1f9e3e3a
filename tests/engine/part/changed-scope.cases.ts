import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';

import { changedScope } from '../../../src/engine/part/changed-scope';
import { judgeProject } from '../check-made';
import { openProject } from '../../../src/engine/open/open-project';
import { schemaSetOf } from '../../../src/engine/judge/schema-set-of';
import { fileOf } from '../../../src/model/documents/source';
import { schemaFileName } from '../../../src/model/project/schema-files';
import { tempProject } from '../temp-project';

const object = (name: string, type: string) => ({
  type: 'object',
  properties: { [name]: { type } },
  required: [name],
  additionalProperties: false,
});

/** Servers at two microversions, flavors whose schema refers to a shared one, and a fact in a sample and in code. */
const FILES = {
  'contracts.json': {
    base_microversion: '2.1',
    contracts: {
      servers: {
        samples: 'servers/{microversion}/show.json',
        ranges: [
          { max_version: '2.8', schema: 'servers/old.json' },
          { min_version: '2.9', schema: 'servers/new.json' },
        ],
      },
      flavors: { samples: 'flavors/*.json', schema: 'flavor.json' },
    },
    facts: {
      newest: [
        { sample: 'flavors/a.json', at: '$.id' },
        { file: 'newest.py', match: '^NEWEST = (.*)$' },
      ],
    },
  },
  'schemas/servers/old.json': object('id', 'integer'),
  'schemas/servers/new.json': object('id', 'string'),
  'schemas/flavor.json': {
    ...object('id', 'integer'),
    properties: { id: { $ref: 'shared.json#/$defs/id' } },
  },
  'schemas/shared.json': { $defs: { id: { type: 'integer' }, name: { type: 'string' } } },
  'schemas/unused.json': object('id', 'integer'),
  'api_samples/servers/show.json': { id: 1 },
  'api_samples/servers/v2.9/show.json': { id: 'one' },
  'api_samples/flavors/a.json': { id: 1 },
  'api_samples/flavors/b.json': { id: 2 },
  'newest.py': 'NEWEST = 1\n',
  'README.md': 'A service.\n',
};

/** The entry of a versions document with this newest microversion. */
const version = (newest: string) => ({
  id: 'v2.1',
  status: 'CURRENT',
  version: newest,
  min_version: '2.1',
  updated: '2013-07-23T11:33:21Z',
  links: [{ rel: 'self', href: 'http://openstack.example.com/v2.1/' }],
});

type Files = Readonly<Record<string, unknown>>;

/** What is judged and found after a change. The change is given as files by path, undefined for a deleted one. */
function afterChange(change: Files, before: Files = FILES) {
  const files = Object.entries({ ...before, ...change }).filter(([, content]) => content !== undefined);
  const project = openProject({ cwd: tempProject(Object.fromEntries(files)) });
  const gone = Object.keys(change).filter((path) => change[path] === undefined);
  const scope = changedScope(project, schemaSetOf(project), {
    since: 'main',
    isChanged: (name) => Object.hasOwn(change, name),
    goneSamples: gone
      .filter((path) => path.startsWith('api_samples/'))
      .map((path) => ({ path: path.slice('api_samples/'.length), local: path })),
    isSchemaGone: gone.some((path) => path.startsWith('schemas/')),
  });
  const { findings, verdicts, summary } = judgeProject(project, { scope });
  expect(summary.part).toEqual({ kind: 'changed', since: 'main' });
  return {
    samples: verdicts.flatMap(({ group, name }) => (group === 'sample' ? [name] : [])).sort(),
    contracts: summary.contracts,
    findings: findings.map(({ ruleId, file }) => `${ruleId} ${file}`).sort(),
  };
}

describe('a change affects', () => {
  test('nothing without a change, even if there are many mistakes', () => {
    expect(afterChange({}, { ...FILES, 'api_samples/flavors/b.json': { id: 'x' } })).toEqual({
      samples: [],
      contracts: 0,
      findings: [],
    });
  });

  test.each<[string, Files, readonly string[], number, readonly string[]]>([
    ['nothing for a file outside the project', { 'README.md': 'x' }, [], 0, []],
    [
      'the sample itself, and the ranges of its contract',
      { 'api_samples/servers/show.json': { id: 'x' } },
      ['servers/show.json'],
      1,
      ['sample-matches-schema api_samples/servers/show.json'],
    ],
    [
      'a new sample',
      { 'api_samples/flavors/c.json': { id: 'x' } },
      ['flavors/c.json'],
      1,
      ['sample-matches-schema api_samples/flavors/c.json'],
    ],
    [
      'a sample without a contract',
      { 'api_samples/images/a.json': {} },
      ['images/a.json'],
      0,
      ['sample-has-contract api_samples/images/a.json'],
    ],
    [
      'the samples of a schema, but not those of the next range',
      { 'schemas/servers/old.json': object('id', 'boolean') },
      ['servers/show.json'],
      1,
      ['sample-matches-schema api_samples/servers/show.json', 'schema-used schemas/unused.json'],
    ],
    [
      'the samples of a schema that refers to the changed one',
      { 'schemas/shared.json': { $defs: { id: { type: 'string' } } } },
      ['flavors/a.json', 'flavors/b.json'],
      1,
      [
        'sample-matches-schema api_samples/flavors/a.json',
        'sample-matches-schema api_samples/flavors/b.json',
        'schema-used schemas/unused.json',
      ],
    ],
    [
      'the samples of a schema that refers to a deleted one',
      { 'schemas/shared.json': undefined },
      ['flavors/a.json', 'flavors/b.json'],
      1,
      ['schema-references-resolve schemas/flavor.json'],
    ],
    [
      'the samples of a deleted schema',
      { 'schemas/flavor.json': undefined },
      ['flavors/a.json', 'flavors/b.json'],
      1,
      ['schema-readable contracts.json'],
    ],
    [
      'the contract of a deleted sample, and what refers to the sample',
      { 'api_samples/flavors/a.json': undefined },
      [],
      1,
      ['fact-found contracts.json'],
    ],
    [
      'a contract whose samples are all deleted',
      { 'api_samples/flavors/a.json': undefined, 'api_samples/flavors/b.json': undefined },
      [],
      1,
      ['fact-found contracts.json', 'pattern-has-sample contracts.json'],
    ],
    [
      'a renamed sample, under its old name and its new one',
      { 'api_samples/flavors/b.json': undefined, 'api_samples/b.json': { id: 2 } },
      ['b.json'],
      1,
      ['sample-has-contract api_samples/b.json'],
    ],
    [
      'a fact in a file that is not a sample',
      { 'newest.py': 'NEWEST = 2\n' },
      [],
      0,
      ['facts-agree api_samples/flavors/a.json'],
    ],
    [
      'everything if it is the manifest',
      { 'contracts.json': FILES['contracts.json'] },
      ['flavors/a.json', 'flavors/b.json', 'servers/show.json', 'servers/v2.9/show.json'],
      2,
      ['schema-used schemas/unused.json'],
    ],
  ])('%s', (_, change, samples, contracts, findings) => {
    expect(afterChange(change)).toEqual({ samples, contracts, findings });
  });

  test('an older sample after the next one was deleted', () => {
    const { samples, findings } = afterChange({ 'api_samples/servers/v2.9/show.json': undefined });
    expect(samples).toEqual([]);
    expect(findings).toContain('sample-up-to-date api_samples/servers/show.json');
  });

  test('the versions documents that a changed one must agree with', () => {
    const { samples, findings } = afterChange(
      { 'api_samples/show.json': { version: version('2.6') } },
      {
        'contracts.json': { contracts: { versions: { schema: 'any.json', samples: '*.json', laws: true } } },
        'schemas/any.json': { type: 'object', minProperties: 1 },
        'api_samples/index.json': { versions: [version('2.5')] },
      },
    );
    expect(samples).toEqual(['show.json']);
    expect(findings).toContain('documents-agree api_samples/index.json');
  });
});

describe.each([
  'servers-wrong',
  'types',
  'warnings',
  '../rules/facts-agree/wrong',
  '../rules/sample-shape-in-range/wrong',
  '../rules/shared-keys-answered/wrong',
  '../rules/documents-agree/wrong',
])('after a change of any file of %s', (name) => {
  const project = openProject({ cwd: join(__dirname, '../../fixtures/projects', name) });
  const whole = judgeProject(project).findings;
  const files = new Set([
    ...project.samples.map(({ document }) => fileOf(document.source)),
    ...project.schemas.list().map((file) => schemaFileName(project.schemas, file)),
    ...project.facts.flatMap(({ sources }) => sources.flatMap(({ file }) => file ?? [])),
  ]);

  test.each([...files])('findings are those of the whole project, in every other sample too: %s', (file) => {
    const scope = changedScope(project, schemaSetOf(project), {
      since: 'main',
      isChanged: (changed) => changed === file,
      goneSamples: [],
      isSchemaGone: false,
    });
    const { findings } = judgeProject(project, { scope });
    const known = new Map(whole.map((finding) => [finding.fingerprint, finding]));
    for (const finding of findings) expect(finding).toEqual(known.get(finding.fingerprint));
    // Nothing about the changed file itself is lost.
    expect(findings.filter((finding) => finding.file === file)).toEqual(
      whole.filter((finding) => finding.file === file),
    );
  });
});

test('a finding in an unchanged sample, about a changed one, has the contract and the fingerprint of a whole run', () => {
  const files = {
    'contracts.json': {
      contracts: {
        pets: { samples: 'pets/*.json', schema: 'pets.json' },
      },
      facts: {
        newest: [
          { sample: 'pets/a.json', at: '$.pets[1].version' },
          { file: 'newest.py', match: '^NEWEST = (.*)$' },
        ],
      },
    },
    'schemas/pets.json': { type: 'object', properties: { pets: { $ref: 'pet.json#/$defs/pets' } } },
    'schemas/pet.json': { $defs: { pets: { type: 'array', items: { type: 'object' } } } },
    'api_samples/pets/a.json': {
      pets: [
        { name: 'Rex', version: 1 },
        { name: 'Tom', version: 2 },
      ],
    },
    'newest.py': 'NEWEST = 3\n',
  };
  const project = openProject({ cwd: tempProject(files) });
  const scope = changedScope(project, schemaSetOf(project), {
    since: 'main',
    isChanged: (changed) => changed === 'newest.py',
    goneSamples: [],
    isSchemaGone: false,
  });
  const whole = judgeProject(project).findings.filter(({ ruleId }) => ruleId === 'facts-agree');
  expect(whole.map(({ file, contract, pointer }) => [file, contract, pointer])).toContainEqual([
    'api_samples/pets/a.json',
    'pets',
    '/pets/1/version',
  ]);
  expect(judgeProject(project, { scope }).findings).toEqual(whole);
});
