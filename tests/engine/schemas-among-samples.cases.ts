import { expect, test } from '@jest/globals';

import { findingsIn, ID, REFUSED } from './schema-project';
import { tempProject } from './temp-project';

const NO_CONTRACT =
  'extra.json 1:1-1:1 error sample-has-contract no contract claims this sample, so it is not checked: add `extra.json` to the `samples:` of a contract, or to `ignore:`';
const NO_SCHEMA =
  'extra.json 1:1-1:1 error sample-has-contract there is no schema `extra.schema.json`, so this sample has no contract and is not checked: add the schema, or add the sample to `ignore:`';
const CAT = {
  type: 'object',
  required: ['id'],
  additionalProperties: false,
  properties: { id: { $ref: 'parts/id.json#/properties/id' } },
};
const FILES = { 'parts/id.json': ID, 'cat.schema.json': CAT, 'samples/a.json': '{"id":"x"}\n' };
const BY_NAME = { cat: { schema: 'cat.schema.json', samples: 'samples/a.json' } };

test.each<[string, object, object, readonly string[]]>([
  ['that a contract names, and the schemas that they refer to', BY_NAME, {}, [REFUSED]],
  ['next to a sample without a contract', BY_NAME, { 'extra.json': {} }, [NO_CONTRACT, REFUSED]],
  [
    'of contracts by pattern',
    { '{x}': { schema: '{x}.schema.json', samples: '{x}.json' } },
    { 'cat.json': '{"id":1}\n', 'extra.json': {}, 'samples/a.json': undefined },
    [NO_SCHEMA],
  ],
  [
    'that they refer to by `$id`, relative to it, and by an anchor',
    BY_NAME,
    {
      'cat.schema.json': {
        ...CAT,
        $id: 'https://example.com/cats/cat',
        properties: { id: { $ref: 'https://example.com/ids/v1#id' } },
      },
      'parts/id.json': { $id: 'https://example.com/ids/v1', $anchor: 'id', allOf: [{ $ref: 'number' }] },
      'other/n.json': { $id: 'https://example.com/ids/number', type: 'integer' },
    },
    [REFUSED],
  ],
  [
    'that are at the place that a URL mirrors, and a meta-schema',
    BY_NAME,
    {
      'cat.schema.json': {
        ...CAT,
        $schema: './meta.json',
        properties: { id: { $ref: 'https://example.org/id.json' } },
      },
      'parts/id.json': undefined,
      'example.org/id.json': { type: 'integer' },
      'meta.json': { allOf: [{ $ref: 'https://json-schema.org/draft/2020-12/schema' }] },
    },
    [REFUSED],
  ],
  [
    'that refer to each other in a circle',
    BY_NAME,
    { 'parts/id.json': { ...ID, not: { $ref: '../cat.schema.json' } } },
    [REFUSED],
  ],
])(
  'in one folder of samples and schemas, no samples are the schemas %s',
  async (_, contracts, more, expected) => {
    const files = Object.entries({ ...FILES, ...more }).filter(([, value]) => value !== undefined);
    const manifest = { samples: '.', schemas: '.', contracts };
    expect(
      await findingsIn(tempProject({ 'contracts.json': manifest, ...Object.fromEntries(files) })),
    ).toEqual(expected);
  },
);
