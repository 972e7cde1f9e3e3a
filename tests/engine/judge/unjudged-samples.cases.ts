import { expect, test } from '@jest/globals';

import { check } from '../../../src/engine/check';
import { tempProject } from '../temp-project';

const cwd = tempProject({
  'contracts.json': {
    base_microversion: '2.1',
    contracts: {
      vague: { schema: 'vague.json', samples: 'vague/*.json' },
      gone: { max_version: '2.35', schema: 'strict.json', samples: 'gone/{microversion}/a.json' },
      ranged: {
        ranges: [{ max_version: '2.9', schema: 'strict.json' }],
        samples: 'ranged/{microversion}/a.json',
      },
      broken: { schema: 'broken.json', samples: ['broken/*.json'] },
      negative: { schema: 'strict.json', samples: { path: 'negative.json', expect: 'invalid' } },
    },
  },
  'schemas/vague.json': { properties: { a: {} } },
  'schemas/strict.json': { type: 'object' },
  'schemas/broken.json': { type: 'obect' },
  'api_samples/vague/a.json': {},
  'api_samples/vague/b.json': '{',
  'api_samples/gone/a.json': {},
  'api_samples/gone/v2.36/a.json': [],
  'api_samples/ranged/a.json': {},
  'api_samples/ranged/v2.10/a.json': [],
  'api_samples/broken/a.json': {},
  'api_samples/broken/b.json': {},
  'api_samples/negative.json': [],
});

/** The rules that explain why a sample is not judged. */
const RULES = new Set([
  'sample-in-contract-range',
  'sample-has-schema',
  'json-well-formed',
  'schema-is-valid',
  'schema-constrains',
]);

test('each reason why a sample is not judged has its own finding and kind', async () => {
  const { findings, summary } = await check({ cwd });
  const explained = findings.filter(({ ruleId }) => RULES.has(ruleId));
  expect(explained.map(({ ruleId, file }) => `${ruleId} ${file}`)).toEqual([
    'sample-in-contract-range api_samples/gone/v2.36/a.json',
    'sample-has-schema api_samples/ranged/v2.10/a.json',
    'json-well-formed api_samples/vague/b.json',
    'schema-is-valid schemas/broken.json',
    'schema-constrains schemas/vague.json',
  ]);
  expect(summary.wrongOnPurpose).toEqual(['api_samples/negative.json']);
  expect(summary.notChecked).toEqual([
    {
      what: 'samples of operations absent at their microversion',
      one: 'sample of an operation absent at its microversion',
      items: ['api_samples/gone/v2.36/a.json'],
    },
    {
      what: 'samples without a schema for their microversion',
      one: 'sample without a schema for its microversion',
      items: ['api_samples/ranged/v2.10/a.json'],
    },
    {
      what: 'samples whose schema cannot be used',
      one: 'sample whose schema cannot be used',
      items: ['api_samples/broken/a.json', 'api_samples/broken/b.json'],
    },
    {
      what: 'samples whose schema accepts everything',
      one: 'sample whose schema accepts everything',
      items: ['api_samples/vague/a.json'],
    },
  ]);
});

test('with paths, only samples there are listed', async () => {
  const { summary } = await check({ cwd, paths: ['api_samples/gone', 'api_samples/broken/b.json'] });
  expect(summary.wrongOnPurpose).toBeUndefined();
  expect(summary.notChecked.map(({ items }) => items)).toEqual([
    ['api_samples/gone/v2.36/a.json'],
    ['api_samples/broken/b.json'],
  ]);
});
