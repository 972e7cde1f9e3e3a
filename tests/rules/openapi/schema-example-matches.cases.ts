import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';
import { findingsInForms, formsOf, formsSince31 } from './forms';

describe('schema-example-matches', () => {
  test('accepts values that satisfy their schema', async () => {
    expect(await findingsOf('schema-example-matches/right')).toEqual([]);
  });

  test('reports values that do not, also of components that nothing uses', async () => {
    expect(linesOf(await findingsOf('schema-example-matches/wrong'))).toEqual([
      'openapi.yaml:8:83-8:84 warning : expected at least 1, got 0',
      'openapi.yaml:20:16-20:17 warning : required property "id" is missing',
      'openapi.yaml:26:46-26:49 warning : expected an integer, got "big"',
    ]);
  });
});

const inForms = (schema: object, schemas = {}) =>
  findingsInForms('schema-example-matches', formsOf({ schema, schemas, example: {} }));

describe('schema-example-matches, in every form', () => {
  test('an example and a default of a property', async () => {
    const properties = { a: { type: 'integer', example: 'x' }, b: { type: 'integer', default: 'y' } };
    expect(await inForms({ type: 'object', properties })).toEqual([
      '3.0.3 YAML: openapi.yaml "x" warning expected an integer, got "x"',
      '3.0.3 YAML: openapi.yaml "y" warning expected an integer, got "y"',
      '3.0.3 alias: openapi.yaml "x" warning expected an integer, got "x"',
      '3.0.3 alias: openapi.yaml "y" warning expected an integer, got "y"',
      '3.0.3 component: openapi.json "x" warning expected an integer, got "x"',
      '3.0.3 component: openapi.json "y" warning expected an integer, got "y"',
      '3.0.3 files: paths/a.yaml "x" warning expected an integer, got "x"',
      '3.0.3 files: paths/a.yaml "y" warning expected an integer, got "y"',
      '3.1 JSON: openapi.json "x" warning expected an integer, got "x"',
      '3.1 JSON: openapi.json "y" warning expected an integer, got "y"',
      '3.2 JSON: openapi.json "x" warning expected an integer, got "x"',
      '3.2 JSON: openapi.json "y" warning expected an integer, got "y"',
      '2.0: swagger.json "x" warning expected an integer, got "x"',
      '2.0: swagger.json "y" warning expected an integer, got "y"',
    ]);
  });

  test('in a schema with a name, also one that nothing uses', async () => {
    const schemas = {
      Used: { type: 'object', example: [] },
      Unused: { type: 'string', maxLength: 1, default: 'ab' },
    };
    expect(await inForms({ $ref: '#/components/schemas/Used' }, schemas)).toEqual([
      '3.0.3 YAML: openapi.yaml [] warning expected an object, got an empty array',
      '3.0.3 YAML: openapi.yaml "ab" warning expected at most 1 character, got 2 in "ab"',
      '3.0.3 alias: openapi.yaml [] warning expected an object, got an empty array',
      '3.0.3 alias: openapi.yaml "ab" warning expected at most 1 character, got 2 in "ab"',
      '3.0.3 component: openapi.json [] warning expected an object, got an empty array',
      '3.0.3 component: openapi.json "ab" warning expected at most 1 character, got 2 in "ab"',
      '3.0.3 files: openapi.yaml [] warning expected an object, got an empty array',
      '3.0.3 files: openapi.yaml "ab" warning expected at most 1 character, got 2 in "ab"',
      '3.1 JSON: openapi.json [] warning expected an object, got an empty array',
      '3.1 JSON: openapi.json "ab" warning expected at most 1 character, got 2 in "ab"',
      '3.2 JSON: openapi.json [] warning expected an object, got an empty array',
      '3.2 JSON: openapi.json "ab" warning expected at most 1 character, got 2 in "ab"',
      '2.0: swagger.json [] warning expected an object, got an empty array',
      '2.0: swagger.json "ab" warning expected at most 1 character, got 2 in "ab"',
    ]);
  });

  test('each of the examples, since 3.1', async () => {
    const body = {
      schema: { properties: { a: { type: 'integer', examples: [1, 'x', null] } } },
      example: {},
    };
    expect(await findingsInForms('schema-example-matches', formsSince31(body))).toEqual([
      '3.1 JSON: openapi.json "x" warning expected an integer, got "x"',
      '3.1 JSON: openapi.json null warning expected an integer, got null: to allow null, add "null" to the type',
      '3.2 JSON: openapi.json "x" warning expected an integer, got "x"',
      '3.2 JSON: openapi.json null warning expected an integer, got null: to allow null, add "null" to the type',
    ]);
  });

  test('null by the rules of the version', async () => {
    const schema = { properties: { a: { type: 'string', nullable: true, default: null } } };
    expect(await inForms(schema)).toEqual([
      '3.1 JSON: openapi.json null warning expected a string, got null: to allow null, add "null" to the type',
      '3.2 JSON: openapi.json null warning expected a string, got null: to allow null, add "null" to the type',
      '2.0: swagger.json null warning expected a string, got null: to allow null, add "x-nullable: true" next to the type',
    ]);
  });

  test('what lacks a property of its schema', async () => {
    expect(
      await inForms({ required: ['id', 'name'], example: { id: 1 }, properties: { id: {}, name: {} } }),
    ).toEqual([
      '3.0.3 YAML: openapi.yaml { warning required property "name" is missing',
      '3.0.3 alias: openapi.yaml { warning required property "name" is missing',
      '3.0.3 component: openapi.json { warning required property "name" is missing',
      '3.0.3 files: paths/a.yaml { warning required property "name" is missing',
      '3.1 JSON: openapi.json { warning required property "name" is missing',
      '3.2 JSON: openapi.json { warning required property "name" is missing',
      '2.0: swagger.json { warning required property "name" is missing',
    ]);
  });

  test('nothing of properties that are named example and default', async () => {
    const properties = {
      example: { type: 'string' },
      default: { type: 'integer' },
      examples: { type: 'array' },
    };
    expect(await inForms({ type: 'object', properties })).toEqual([]);
  });
});
