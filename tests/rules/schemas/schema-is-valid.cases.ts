import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';

describe('schema-is-valid', () => {
  test('accepts a valid schema', async () => {
    expect(await findingsOf('schema-is-valid/right')).toEqual([]);
  });

  test('points at each invalid value of a keyword', async () => {
    expect(await findingsOf('schema-is-valid/wrong')).toEqual([
      {
        ruleId: 'schema-is-valid',
        severity: 'error',
        message:
          'expected one of "array", "boolean", "integer", "null", "number", "object", "string" as "type", got "strng": did you mean "string"?',
        file: 'schemas/server.json',
        pointer: '/properties/name/type',
        start: { line: 6, column: 21 },
        end: { line: 6, column: 28 },
      },
      {
        ruleId: 'schema-is-valid',
        severity: 'error',
        message: 'expected a number as "minimum", got "0": remove the quotes',
        file: 'schemas/server.json',
        pointer: '/properties/age/minimum',
        start: { line: 9, column: 24 },
        end: { line: 9, column: 27 },
      },
      {
        ruleId: 'schema-is-valid',
        severity: 'error',
        message: 'expected a schema as "items", got "string": write {"type": "string"}',
        file: 'schemas/server.json',
        pointer: '/properties/tags/items',
        start: { line: 13, column: 22 },
        end: { line: 13, column: 30 },
      },
      {
        ruleId: 'schema-is-valid',
        severity: 'error',
        message: 'expected an array of property names as "required", got "name": write ["name"]',
        file: 'schemas/server.json',
        pointer: '/required',
        start: { line: 16, column: 17 },
        end: { line: 16, column: 23 },
      },
    ]);
  });
  test('says how to fix each kind of value', async () => {
    expect(linesOf(await findingsOf('schema-is-valid/cures'))).toEqual([
      'rename.json:2:12-2:21 error /$id: expected a URI without fragment as "$id", got "#rename": write "$anchor": "rename"',
      'rename.json:3:16-3:21 error /$anchor: expected a name of letters, digits, "-", "_" and "." as "$anchor", got "a b": begin it with a letter or "_"',
      'rename.json:4:20-4:22 error /$vocabulary: expected an object of URIs, each with true or false as "$vocabulary", got an empty array',
      'rename.json:5:22-5:30 error /contentSchema: expected a schema as "contentSchema", got "object": write {"type": "object"}',
      'server.yaml:3:14-3:18 error /properties/a/type: expected one of "array", "boolean", "integer", "null", "number", "object", "string" as "type", got null: put null in quotes',
      'server.yaml:4:14-4:17 error /properties/b/type: expected one of "array", "boolean", "integer", "null", "number", "object", "string" as "type", got "int": did you mean "integer"?',
      'server.yaml:5:14-5:25 error /properties/c/type: expected one of "array", "boolean", "integer", "null", "number", "object", "string" as "type", got "string|null": write ["string","null"]',
      'server.yaml:6:14-6:17 error /properties/d/type: expected one of "array", "boolean", "integer", "null", "number", "object", "string" as "type", got "any": remove it: without a type, any value is allowed',
      'server.yaml:7:18-7:22 error /properties/e/required: expected an array of property names as "required", got true: list the property in "required" of the object that it belongs to',
      'server.yaml:8:18-8:23 error /properties/f/required: expected an array of property names as "required", got false: remove it, because properties are optional',
      'server.yaml:9:18-9:22 error /properties/g/required: expected an array of property names as "required", got "name": write ["name"]',
      'server.yaml:10:30-10:37 error /properties/h/additionalProperties: expected a schema as "additionalProperties", got "false": remove the quotes',
      'server.yaml:11:15-11:19 error /properties/i/items: expected a schema as "items", got an array: write "prefixItems"',
      'server.yaml:12:38-12:42 error /properties/j/exclusiveMinimum: expected a number as "exclusiveMinimum", got true: write "exclusiveMinimum": 1 and remove "minimum"',
      'server.yaml:13:26-13:31 error /properties/k/exclusiveMaximum: expected a number as "exclusiveMaximum", got false: remove it',
      'server.yaml:14:14-14:20 error /properties/l/enum: expected an array of values as "enum", got "ACTIVE": put it in an array',
      'server.yaml:15:15-15:31 error /properties/m/allOf: expected an array of schemas as "allOf", got an object: put it in an array',
      'server.yaml:16:20-16:21 error /properties/n/multipleOf: expected a number greater than 0 as "multipleOf", got 0',
      'server.yaml:17:19-17:21 error /properties/o/minLength: expected a non-negative integer as "minLength", got -1',
      'server.yaml:18:14-18:15 error /properties/p/$ref: expected a string as "$ref", got 5: put it in quotes',
      'server.yaml:19:17-19:20 error /properties/q/pattern: expected a string as "pattern", got an array',
      'server.yaml:20:13-20:15 error /properties/r/not: expected a schema as "not", got an empty array: write one schema, or combine several with "allOf" or "anyOf"',
      'server.yaml:21:5-21:5 error /properties/s: expected a schema for "s" in "properties", got null: write {}, or remove it',
      'server.yaml:22:20-22:23 error /properties/t/properties: expected an object of schemas as "properties", got an array: write {"name": {…}}',
      'server.yaml:23:32-23:33 error /properties/u/dependentRequired/a: expected an array of property names in "dependentRequired", got "b": write ["b"]',
      'server.yaml:24:15-24:16 error /properties/v/anyOf: expected at least one item in "anyOf", got an empty array: remove it',
      'server.yaml:25:21-25:27 error /properties/w/uniqueItems: expected true or false as "uniqueItems", got "true": remove the quotes',
      'server.yaml:26:14-26:27 error /properties/x/type: expected one of "array", "boolean", "integer", "null", "number", "object", "string" as "type", got an object: list the types by name; for schemas, write "anyOf"',
      'server.yaml:27:19-27:20 error /properties/y/required/0: expected a property name in "required", got 2: put it in quotes',
      'server.yaml:28:22-28:26 error /properties/z/prefixItems/0: expected a schema in "prefixItems", got "text": write {"type": "string"}',
    ]);
  });

  test('rejects wrong annotations and doubled values, and still checks the samples', async () => {
    expect(linesOf(await findingsOf('schema-is-valid/annotations'))).toEqual([
      'server.json:3:14-3:15 error /title: expected a string as "title", got 5: put it in quotes',
      'server.json:4:24-4:32 error /type/1: expected unique items in "type", got "object" again: remove one of them',
      'server.json:6:52-6:56 error /properties/name/description: expected a string as "description", got null: remove it, or write a string',
      'server.json:7:29-7:30 warning /properties/status/enum: "enum" is empty, so no value matches: add the allowed values, or remove it',
      'server.json:7:45-7:51 error /properties/status/readOnly: expected true or false as "readOnly", got "true": remove the quotes',
      'server.json:8:48-8:54 error /properties/tags/examples: expected an array of values as "examples", got "blue": put it in an array',
      'server.json:8:82-8:102 error /properties/tags/items/description: expected a string as "description", got an array: join the lines to one string',
      'server.json:10:26-10:32 error /required/1: expected unique items in "required", got "name" again: remove one of them',
      'server.json:12:29-12:34 error /definitions/unused/type: expected one of "array", "boolean", "integer", "null", "number", "object", "string" as "type", got "int": did you mean "integer"?',
    ]);
  });

  test('knows what each dialect allows', async () => {
    expect(linesOf(await findingsOf('schema-is-valid/older'))).toEqual([
      'rename.json:3:16-3:20 error /$anchor: expected a name of letters, digits, "-", "_" and "." as "$anchor", got "_a": begin it with a letter',
      'rename.json:4:25-4:28 error /$recursiveAnchor: expected true or false as "$recursiveAnchor", got "a"',
      'rename.json:6:70-6:73 error /properties/a/items/0/minItems: expected a non-negative integer as "minItems", got "1": remove the quotes',
      'server.yaml:4:6-4:10 error /properties/a: expected a schema object for "a" in "properties", got true: in draft-04, write {}',
      'server.yaml:5:26-5:27 error /properties/b/exclusiveMinimum: expected true or false as "exclusiveMinimum", got 3: write "minimum": 3, "exclusiveMinimum": true',
      'server.yaml:6:26-6:30 error /properties/c/exclusiveMaximum: expected "maximum" next to "exclusiveMaximum", got true: add "maximum", or remove "exclusiveMaximum"',
      'server.yaml:7:21-7:24 error /properties/d/enum/2: expected unique items in "enum", got 1 again: remove one of them',
      'server.yaml:8:14-8:15 error /properties/e/enum: expected at least one item in "enum", got an empty array: add the allowed values, or remove it',
      'server.yaml:9:18-9:19 error /properties/f/required: expected at least one item in "required", got an empty array: remove it',
      'server.yaml:10:27-10:28 error /properties/g/dependencies/x: expected at least one item in "dependencies", got an empty array: remove it',
      'server.yaml:11:15-11:16 error /properties/h/items: expected at least one item in "items", got an empty array: remove it',
      'server.yaml:12:13-12:18 error /properties/i/not: expected a schema object as "not", got false: in draft-04, write {"not": {}}',
      'server.yaml:13:27-13:28 error /properties/j/dependencies/x: expected a schema or an array of property names for "x" in "dependencies", got "y": write ["y"]',
    ]);
  });

  test('says how to fix keywords without a value, as YAML has them', async () => {
    expect(linesOf(await findingsOf('schema-is-valid/empty'))).toEqual([
      'server.yaml:2:10-2:10 error /required: expected an array of property names as "required", got null: remove it',
      'server.yaml:4:20-4:20 error /properties/a/properties: expected an object of schemas as "properties", got null: remove it',
      'server.yaml:4:44-4:44 error /properties/a/additionalProperties: expected a schema as "additionalProperties", got null: write {}, or remove it',
      'server.yaml:5:14-5:14 error /properties/b/enum: expected an array of values as "enum", got null: remove it',
      'server.yaml:6:15-6:15 error /properties/c/allOf: expected an array of schemas as "allOf", got null: remove it',
      'server.yaml:7:18-7:18 error /properties/d/examples: expected an array of values as "examples", got null: remove it',
      'server.yaml:7:33-7:33 error /properties/d/description: expected a string as "description", got null: remove it, or write a string',
      'server.yaml:8:18-8:29 error /properties/e/required: expected an array of property names as "required", got an object: list the names in an array',
      'server.yaml:9:14-9:37 error /properties/f/enum: expected an array of values as "enum", got an object: list the values in an array',
      'server.yaml:10:15-10:19 error /properties/g/oneOf: expected an array of schemas as "oneOf", got "text"',
      'server.yaml:11:17-11:17 error /properties/h/pattern: expected a string as "pattern", got null: remove it, or write a string',
      'server.yaml:12:32-12:32 error /properties/i/dependentRequired/a: expected an array of property names in "dependentRequired", got null: remove it',
    ]);
  });
});
