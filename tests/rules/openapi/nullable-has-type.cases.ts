import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';
import { findingsInForms, formsIn, formsOf, formsSince31 } from './forms';

describe('nullable-has-type', () => {
  test('accepts it next to a type, and where it is false', async () => {
    expect(await findingsOf('nullable-has-type/right')).toEqual([]);
  });

  test('reports it next to a reference and without a type', async () => {
    expect(linesOf(await findingsOf('nullable-has-type/wrong'))).toEqual([
      'openapi.yaml:15:62-15:70 warning /paths/~1servers~1{id}/get/responses/200/content/application~1json/schema/properties/host/nullable: "nullable" next to "$ref" is ignored, so null may be refused: write it in the schema that the "$ref" leads to',
      'openapi.yaml:16:27-16:35 warning /paths/~1servers~1{id}/get/responses/200/content/application~1json/schema/properties/zone/nullable: "nullable" has no effect without "type" next to it, so null may be refused: add the "type"',
    ]);
  });
});

describe('nullable-has-type, in every form', () => {
  const schemas = { Host: { type: 'string' } };

  test.each([
    ['without a type', { nullable: true }],
    ['next to an enum', { nullable: true, enum: ['a'] }],
    ['next to a union', { nullable: true, oneOf: [{ type: 'string' }, { type: 'integer' }] }],
    ['next to a reference', { nullable: true, $ref: '#/components/schemas/Host' }],
    ['in an item', { type: 'array', items: { nullable: true } }],
    ['in a property', { properties: { a: { nullable: true } } }],
  ])('is one finding, at the keyword: %s', async (_, schema) => {
    const body = { schema, schemas, example: [null] };
    const found = await findingsInForms('nullable-has-type', formsIn('3.0.3', body));
    const message = Object.hasOwn(schema, '$ref')
      ? '"nullable" next to "$ref" is ignored, so null may be refused: write it in the schema that the "$ref" leads to'
      : '"nullable" has no effect without "type" next to it, so null may be refused: add the "type"';
    expect(found).toEqual([
      `3.0.3 YAML: openapi.yaml "nullable" warning ${message}`,
      `3.0.3 alias: openapi.yaml "nullable" warning ${message}`,
      `3.0.3 component: openapi.json "nullable" warning ${message}`,
      `3.0.3 files: paths/a.yaml "nullable" warning ${message}`,
    ]);
  });

  test('is nothing with a type, when false, and in versions that do not have it', async () => {
    const right = {
      schema: { type: 'object', nullable: true, properties: { a: { nullable: false } } },
      example: null,
    };
    expect(await findingsInForms('nullable-has-type', formsOf(right))).toEqual([]);
    const wrong = { schema: { nullable: true }, example: null };
    expect(await findingsInForms('nullable-has-type', formsSince31(wrong))).toEqual([]);
  });
});
