import { expect, test } from '@jest/globals';

import { checkOpenApi } from './check-open-api';

/** A document with a schema for each of these properties, all of which are in one schema. */
function documentWith(properties: readonly unknown[]): unknown {
  const schema = {
    type: 'object',
    properties: Object.fromEntries(properties.map((property, index) => [`p${index}`, property])),
  };
  return {
    openapi: '3.0.3',
    info: { title: 'Many', version: '1' },
    paths: {
      '/a': {
        get: {
          responses: { 200: { description: '', content: { 'application/json': { schema, example: {} } } } },
        },
      },
    },
    components: { schemas: { Own: { type: 'string' } } },
  };
}

const many = (property: unknown, count: number) => Array.from({ length: count }, () => property);
const NEXT_TO = { $ref: '#/components/schemas/Own', nullable: true };
const WITHOUT = { nullable: true };
const FORMAT = { type: 'string', format: 'dateTime' };

test.each<[string, readonly unknown[], readonly string[]]>([
  [
    '"nullable" next to "$ref"',
    many(NEXT_TO, 11),
    [
      '"nullable" next to "$ref" (11 times in this file) is ignored, so null may be refused: write it in the schema that the "$ref" leads to',
    ],
  ],
  [
    '"nullable" without a type',
    many(WITHOUT, 12),
    [
      '"nullable" (12 times in this file) has no effect without "type" next to it, so null may be refused: add the "type"',
    ],
  ],
  [
    'an unknown format',
    many(FORMAT, 40),
    ['unknown format "dateTime" (40 times in this file), so it is ignored: did you mean "date-time"?'],
  ],
  [
    'several of them, each by itself',
    [...many(NEXT_TO, 11), WITHOUT, ...many(FORMAT, 2)],
    [
      '"nullable" next to "$ref" (11 times in this file) is ignored, so null may be refused: write it in the schema that the "$ref" leads to',
      '"nullable" has no effect without "type" next to it, so null may be refused: add the "type"',
      'unknown format "dateTime", so it is ignored: did you mean "date-time"?',
      'unknown format "dateTime", so it is ignored: did you mean "date-time"?',
    ],
  ],
])('a file with more than ten of one has one finding, at the first: %s', async (_, properties, messages) => {
  const found = await checkOpenApi(documentWith(properties));
  expect(found.map((finding) => finding.replace(/^.*? warning \S+ \S+ /, ''))).toEqual(messages);
  expect(found[0]).toContain('/properties/p0/');
});

test('up to ten are a finding each', async () => {
  expect(await checkOpenApi(documentWith(many(NEXT_TO, 10)))).toHaveLength(10);
  expect(await checkOpenApi(documentWith(many(FORMAT, 10)))).toHaveLength(10);
});
