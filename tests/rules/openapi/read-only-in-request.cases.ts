import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';
import { findingsInForms, formsOf, formsOfThree } from './forms';

describe('read-only-in-request', () => {
  test('accepts a request without them', async () => {
    expect(await findingsOf('read-only-in-request/right')).toEqual([]);
  });

  test('reports the property', async () => {
    expect(linesOf(await findingsOf('read-only-in-request/wrong'))).toEqual([
      'openapi.yaml:11:24-11:26 warning /id: property "id" is read-only: remove it from the request',
    ]);
  });
});

const schema = {
  type: 'object',
  required: ['own', 'name'],
  properties: {
    own: { type: 'string', readOnly: true },
    name: { type: 'string' },
    other: { writeOnly: true },
  },
};
const inForms = (body: Omit<Parameters<typeof formsOf>[0], 'direction'>) =>
  findingsInForms('read-only-in-request', formsOf({ ...body, direction: 'request' }));

describe('read-only-in-request, in every form', () => {
  test('is one finding, at the property', async () => {
    expect(await inForms({ schema, example: { own: 'a', name: 'b' } })).toEqual([
      '3.0.3 YAML: openapi.yaml "own" warning property "own" is read-only: remove it from the request',
      '3.0.3 alias: openapi.yaml *example warning property "own" is read-only: remove it from the request',
      '3.0.3 component: openapi.json "own" warning property "own" is read-only: remove it from the request',
      '3.0.3 files: examples/one.json "own" warning property "own" is read-only: remove it from the request',
      '3.1 JSON: openapi.json "own" warning property "own" is read-only: remove it from the request',
      '3.2 JSON: openapi.json "own" warning property "own" is read-only: remove it from the request',
      '3.1 webhook: openapi.json "own" warning property "own" is read-only: remove it from the request',
      '2.0: swagger.json "own" warning property "own" is read-only: remove it from the request',
    ]);
  });

  test('a required one may be absent', async () => {
    expect(await inForms({ schema, example: { name: 'b', other: 1 } })).toEqual([]);
  });

  test('in the other direction, it may be there', async () => {
    const body = { schema, example: { own: 'a', name: 'b' }, direction: 'response' } as const;
    expect(await findingsInForms('read-only-in-request', formsOf(body))).toEqual([]);
  });

  test('in items, behind references, and in all parts of a schema', async () => {
    const schemas = {
      Own: schema,
      Both: { allOf: [{ $ref: '#/components/schemas/Own' }, { type: 'object' }] },
    };
    const body = { schema: { type: 'array', items: { $ref: '#/components/schemas/Both' } }, schemas };
    expect(await inForms({ ...body, example: [{ name: 'b' }, { own: 'a', name: 'c' }] })).toEqual([
      '3.0.3 YAML: openapi.yaml "own" warning property "own" is read-only: remove it from the request',
      '3.0.3 alias: openapi.yaml *example warning property "own" is read-only: remove it from the request',
      '3.0.3 component: openapi.json "own" warning property "own" is read-only: remove it from the request',
      '3.0.3 files: examples/one.json "own" warning property "own" is read-only: remove it from the request',
      '3.1 JSON: openapi.json "own" warning property "own" is read-only: remove it from the request',
      '3.2 JSON: openapi.json "own" warning property "own" is read-only: remove it from the request',
      '3.1 webhook: openapi.json "own" warning property "own" is read-only: remove it from the request',
      '2.0: swagger.json "own" warning property "own" is read-only: remove it from the request',
    ]);
  });

  test('in the alternative that the value matches', async () => {
    const alternatives = [
      schema,
      { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } },
    ];
    const body = { schema: { anyOf: alternatives } };
    expect(
      await findingsInForms(
        'read-only-in-request',
        formsOfThree({ ...body, example: { own: 'a', name: 'b' }, direction: 'request' }),
      ),
    ).toEqual([
      '3.0.3 YAML: openapi.yaml "own" warning property "own" is read-only: remove it from the request',
      '3.0.3 alias: openapi.yaml *example warning property "own" is read-only: remove it from the request',
      '3.0.3 component: openapi.json "own" warning property "own" is read-only: remove it from the request',
      '3.0.3 files: examples/one.json "own" warning property "own" is read-only: remove it from the request',
      '3.1 JSON: openapi.json "own" warning property "own" is read-only: remove it from the request',
      '3.2 JSON: openapi.json "own" warning property "own" is read-only: remove it from the request',
      '3.1 webhook: openapi.json "own" warning property "own" is read-only: remove it from the request',
    ]);
    expect(
      await findingsInForms(
        'read-only-in-request',
        formsOfThree({ ...body, example: { id: 5 }, direction: 'request' }),
      ),
    ).toEqual([]);
  });
});

describe('read-only items', () => {
  const days = { type: 'array', items: { type: 'integer', readOnly: true } };

  test.each([
    ['in a property', { type: 'object', properties: { days } }, { days: [1, 2] }],
    ['of the body', days, [1, 2]],
    ['behind a reference', { type: 'array', items: { $ref: '#/components/schemas/Day' } }, [1]],
  ])('are not reported, as the keyword is for properties: %s', async (_, items, example) => {
    const schemas = { Day: { type: 'integer', readOnly: true } };
    expect(await inForms({ schema: items, schemas, example })).toEqual([]);
  });

  test('a property of an item is, and so is a property that has read-only items', async () => {
    const properties = { days: { ...days, readOnly: true }, list: { type: 'array', items: schema } };
    const found = await inForms({
      schema: { type: 'object', properties },
      example: { days: [1], list: [{ own: 'a', name: 'b' }] },
    });
    expect(found.filter((finding) => finding.startsWith('3.0.3 YAML'))).toEqual([
      '3.0.3 YAML: openapi.yaml "days" warning property "days" is read-only: remove it from the request',
      '3.0.3 YAML: openapi.yaml "own" warning property "own" is read-only: remove it from the request',
    ]);
  });
});
