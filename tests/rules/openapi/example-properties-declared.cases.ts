import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';
import { findingsInForms, formsOf } from './forms';

describe('example-properties-declared', () => {
  test('accepts declared properties, those of maps, and those of objects that allow any in so many words', async () => {
    expect(await findingsOf('example-properties-declared/right')).toEqual([]);
  });

  test('reports properties that no part of the schema declares, at any depth', async () => {
    expect(linesOf(await findingsOf('example-properties-declared/wrong'))).toEqual([
      'openapi.yaml:14:48-14:52 info /servers/0/zone: the schema does not declare "zone", so its value is not checked: declare it, or write "additionalProperties: true"',
      'openapi.yaml:15:17-15:21 info /next: the schema does not declare "next", so its value is not checked: declare it, or write "additionalProperties: true"',
    ]);
  });
});

const inForms = (schema: object, example: unknown, schemas = {}) =>
  findingsInForms('example-properties-declared', formsOf({ schema, schemas, example }));
const properties = { id: { type: 'string' } };

describe('example-properties-declared, in every form', () => {
  test('is one finding, at the property', async () => {
    expect(await inForms({ type: 'object', properties }, { id: 'a', zone: 1 })).toEqual([
      '3.0.3 YAML: openapi.yaml "zone" info the schema does not declare "zone", so its value is not checked: declare it, or write "additionalProperties: true"',
      '3.0.3 alias: openapi.yaml *example info the schema does not declare "zone", so its value is not checked: declare it, or write "additionalProperties: true"',
      '3.0.3 component: openapi.json "zone" info the schema does not declare "zone", so its value is not checked: declare it, or write "additionalProperties: true"',
      '3.0.3 files: examples/one.json "zone" info the schema does not declare "zone", so its value is not checked: declare it, or write "additionalProperties: true"',
      '3.1 JSON: openapi.json "zone" info the schema does not declare "zone", so its value is not checked: declare it, or write "additionalProperties: true"',
      '3.2 JSON: openapi.json "zone" info the schema does not declare "zone", so its value is not checked: declare it, or write "additionalProperties: true"',
      '2.0: swagger.json "zone" info the schema does not declare "zone", so its value is not checked: declare it, or write "additionalProperties: true"',
    ]);
  });

  test('in items, and behind references', async () => {
    const schemas = { Server: { type: 'object', properties } };
    const schema = { type: 'array', items: { $ref: '#/components/schemas/Server' } };
    expect(await inForms(schema, [{ id: 'a' }, { size: 1 }], schemas)).toEqual([
      '3.0.3 YAML: openapi.yaml "size" info the schema does not declare "size", so its value is not checked: declare it, or write "additionalProperties: true"',
      '3.0.3 alias: openapi.yaml *example info the schema does not declare "size", so its value is not checked: declare it, or write "additionalProperties: true"',
      '3.0.3 component: openapi.json "size" info the schema does not declare "size", so its value is not checked: declare it, or write "additionalProperties: true"',
      '3.0.3 files: examples/one.json "size" info the schema does not declare "size", so its value is not checked: declare it, or write "additionalProperties: true"',
      '3.1 JSON: openapi.json "size" info the schema does not declare "size", so its value is not checked: declare it, or write "additionalProperties: true"',
      '3.2 JSON: openapi.json "size" info the schema does not declare "size", so its value is not checked: declare it, or write "additionalProperties: true"',
      '2.0: swagger.json "size" info the schema does not declare "size", so its value is not checked: declare it, or write "additionalProperties: true"',
    ]);
  });

  test.each([
    ['a map', { type: 'object', additionalProperties: { type: 'integer' } }],
    ['a free-form object', { type: 'object' }],
    ['an object that allows others in so many words', { properties, additionalProperties: true }],
    ['a part of a schema that declares it', { allOf: [{ properties }, { properties: { zone: {} } }] }],
  ])('is nothing in %s', async (_, schema) => {
    expect(await inForms(schema, { zone: 1 })).toEqual([]);
  });

  test('is nothing where the object is closed: that is an error', async () => {
    expect(await inForms({ properties, additionalProperties: false }, { zone: 1 })).toEqual([]);
  });
});
