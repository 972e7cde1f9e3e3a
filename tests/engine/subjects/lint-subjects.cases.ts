import { describe, expect, test } from '@jest/globals';

import { lintSubjects } from '../../../src/engine/subjects/lint-subjects';
import { openProject } from '../../../src/engine/open/open-project';
import { schemaSetOf } from '../../../src/engine/judge/schema-set-of';
import { formatMicroversion } from '../../../src/model/versions/microversion';
import { formatRange } from '../../../src/model/versions/version-range';
import { RULES } from '../../../src/rules/rule-registry';
import type { AnyRule } from '../../../src/rules/rule';
import { tempProject } from '../temp-project';

function lint(
  manifest: object,
  files: Readonly<Record<string, unknown>>,
  rules: readonly AnyRule[] = RULES,
): ReturnType<typeof lintSubjects> {
  const project = openProject({ cwd: tempProject({ 'contracts.json': manifest, ...files }) });
  return lintSubjects(project, schemaSetOf(project), rules);
}

const SCHEMA = { type: 'object', properties: { id: { type: 'string' } } };
const RANGES = [
  { min_version: '2.9', schema: 'new.json' },
  { max_version: '2.8', schema: 'old.json' },
];
const FILES = {
  'schemas/new.json': SCHEMA,
  'schemas/old.json': SCHEMA,
  'api_samples/a.json': {},
  'api_samples/v2.10/a.json': {},
  'api_samples/v2.9/a.json': {},
  'api_samples/v2.9/b.json': {},
  'api_samples/v2.9/broken.json': '{',
  'api_samples/v2.9/wrong.json': {},
};

const MANIFEST = {
  base_microversion: '2.1',
  contracts: {
    a: { ranges: RANGES, samples: ['{microversion}/*.json', { path: 'v2.9/wrong.json', expect: 'invalid' }] },
  },
};

describe('sample series', () => {
  const { 'sample-series': series, 'sample-folder': folders } = lint(MANIFEST, FILES);

  test('have the samples of one name, oldest first, without broken ones and those marked `expect: invalid`', () => {
    expect(
      series.map(({ name, samples, recordedAt }) => [
        name,
        samples.map(({ microversion }) => formatMicroversion(microversion)),
        recordedAt.map(formatMicroversion),
      ]),
    ).toEqual([
      ['a.json', ['2.1', '2.9', '2.10'], ['2.1', '2.10', '2.9', '2.9']],
      ['b.json', ['2.9'], ['2.1', '2.10', '2.9', '2.9']],
    ]);
  });

  test('have the sample of the next older folder, or outside the folders, as the one before', () => {
    expect(
      folders.map(({ folder, samples }) => [
        folder,
        samples.map(({ document, before }) => [document.source.name, before?.source.name]),
      ]),
    ).toEqual([
      ['v2.10', [['api_samples/v2.10/a.json', 'api_samples/v2.9/a.json']]],
      [
        'v2.9',
        [
          ['api_samples/v2.9/a.json', 'api_samples/a.json'],
          ['api_samples/v2.9/b.json', undefined],
        ],
      ],
    ]);
  });
});

test('ranges are sorted oldest first, with their schemas and the known microversions of the project', () => {
  const { 'contract-ranges': ranges } = lint(MANIFEST, FILES);
  expect(
    ranges.map(({ versions, known }) => [
      versions.map(({ range, written }) => [formatRange(range), written()]),
      formatRange(known),
    ]),
  ).toEqual([
    [
      [
        ['up to 2.8', SCHEMA],
        ['2.9 and later', SCHEMA],
      ],
      '2.1 to 2.10',
    ],
  ]);
});

describe('an unused schema', () => {
  const contracts = { a: { schema: 'old.json', samples: 'a.json' } };
  const unused = (manifest: object, files: Readonly<Record<string, unknown>>) =>
    lint({ contracts, ...manifest }, files)['unused-schema'].map(({ file }) => file);

  test('is recognised by its keywords', () => {
    const others = {
      'schemas/data.json': { status: 'ACTIVE' },
      'schemas/list.json': [],
      'schemas/bad.json': '{',
    };
    expect(unused({}, { ...FILES, ...others })).toEqual(['schemas/new.json']);
  });

  test.each<readonly [title: string, manifest: object, files: Readonly<Record<string, unknown>>]>([
    ['a reference cannot be resolved', {}, { 'schemas/old.json': { $ref: 'new.json#/$defs/gone' } }],
    ['a schema cannot be read', {}, { 'schemas/old.json': '{' }],
    [
      'the schema root is the whole project',
      { schemas: '.', contracts: { a: { schema: 'schemas/old.json' } } },
      {},
    ],
  ])('is not listed if %s', (_, manifest, files) => {
    expect(unused(manifest, { ...FILES, ...files })).toEqual([]);
  });
});

test('no subjects are collected that no rule needs', () => {
  expect(lint(MANIFEST, FILES, [])).toEqual({
    'contract-template': [],
    'contract-ranges': [],
    'schema-part': [],
    'unused-schema': [],
    'sample-series': [],
    'sample-folder': [],
    'shared-object': [],
  });
});
