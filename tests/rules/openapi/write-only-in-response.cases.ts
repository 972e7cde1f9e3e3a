import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';
import { findingsInForms, formsOfThree } from './forms';

describe('write-only-in-response', () => {
  test('accepts a response without them', async () => {
    expect(await findingsOf('write-only-in-response/right')).toEqual([]);
  });

  test('reports the property', async () => {
    expect(linesOf(await findingsOf('write-only-in-response/wrong'))).toEqual([
      'openapi.yaml:18:46-18:54 error /password: property "password" is write-only: remove it from the response',
    ]);
  });
});

const schema = {
  type: 'object',
  required: ['own', 'name'],
  properties: {
    own: { type: 'string', writeOnly: true },
    name: { type: 'string' },
    other: { readOnly: true },
  },
};
const inForms = (body: Omit<Parameters<typeof formsOfThree>[0], 'direction'>) =>
  findingsInForms('write-only-in-response', formsOfThree({ ...body, direction: 'response' }));

describe('write-only-in-response, in every form', () => {
  test('is one finding, at the property', async () => {
    expect(await inForms({ schema, example: { own: 'a', name: 'b' } })).toEqual([
      '3.0.3 YAML: openapi.yaml "own" error property "own" is write-only: remove it from the response',
      '3.0.3 alias: openapi.yaml *example error property "own" is write-only: remove it from the response',
      '3.0.3 component: openapi.json "own" error property "own" is write-only: remove it from the response',
      '3.0.3 files: examples/one.json "own" error property "own" is write-only: remove it from the response',
      '3.1 JSON: openapi.json "own" error property "own" is write-only: remove it from the response',
      '3.2 JSON: openapi.json "own" error property "own" is write-only: remove it from the response',
    ]);
  });

  test('a required one may be absent', async () => {
    expect(await inForms({ schema, example: { name: 'b', other: 1 } })).toEqual([]);
  });

  test('in the other direction, it may be there', async () => {
    const body = { schema, example: { own: 'a', name: 'b' }, direction: 'request' } as const;
    expect(await findingsInForms('write-only-in-response', formsOfThree(body))).toEqual([]);
  });

  test('in items, behind references, and in all parts of a schema', async () => {
    const schemas = {
      Own: schema,
      Both: { allOf: [{ $ref: '#/components/schemas/Own' }, { type: 'object' }] },
    };
    const body = { schema: { type: 'array', items: { $ref: '#/components/schemas/Both' } }, schemas };
    expect(await inForms({ ...body, example: [{ name: 'b' }, { own: 'a', name: 'c' }] })).toEqual([
      '3.0.3 YAML: openapi.yaml "own" error property "own" is write-only: remove it from the response',
      '3.0.3 alias: openapi.yaml *example error property "own" is write-only: remove it from the response',
      '3.0.3 component: openapi.json "own" error property "own" is write-only: remove it from the response',
      '3.0.3 files: examples/one.json "own" error property "own" is write-only: remove it from the response',
      '3.1 JSON: openapi.json "own" error property "own" is write-only: remove it from the response',
      '3.2 JSON: openapi.json "own" error property "own" is write-only: remove it from the response',
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
        'write-only-in-response',
        formsOfThree({ ...body, example: { own: 'a', name: 'b' }, direction: 'response' }),
      ),
    ).toEqual([
      '3.0.3 YAML: openapi.yaml "own" error property "own" is write-only: remove it from the response',
      '3.0.3 alias: openapi.yaml *example error property "own" is write-only: remove it from the response',
      '3.0.3 component: openapi.json "own" error property "own" is write-only: remove it from the response',
      '3.0.3 files: examples/one.json "own" error property "own" is write-only: remove it from the response',
      '3.1 JSON: openapi.json "own" error property "own" is write-only: remove it from the response',
      '3.2 JSON: openapi.json "own" error property "own" is write-only: remove it from the response',
    ]);
    expect(
      await findingsInForms(
        'write-only-in-response',
        formsOfThree({ ...body, example: { id: 5 }, direction: 'response' }),
      ),
    ).toEqual([]);
  });
});
