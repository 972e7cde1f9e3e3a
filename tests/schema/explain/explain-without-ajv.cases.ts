import { expect, test } from '@jest/globals';

import type { SchemaFile } from '../../../src/model/project/schema-files';
import { createEvaluator } from '../../../src/schema/evaluate/evaluator';
import { explainWithoutAjv } from '../../../src/schema/explain/explain-without-ajv';
import { createFormats } from '../../../src/schema/formats/formats';
import { plainReading } from '../../../src/schema/link/schema-node';
import { createLinker } from '../../../src/schema/link/linker';
import { createSchemaLibrary } from '../../../src/schema/link/schema-library';
import { schemaFilesOf } from '../schema-files-of';

/** What is said of a value without ajv: keyword, place in the value, place in the schema. */
function explained(schema: unknown, value: unknown): readonly string[] {
  const files = schemaFilesOf({ 'main.json': schema });
  const settings = { formats: createFormats({}, true), unicodePatterns: true };
  const linker = createLinker(createSchemaLibrary(files), settings);
  const main: SchemaFile | undefined = files.get('main.json');
  if (main === undefined) throw new Error('no schema');
  const { copy } = linker.node(main, '', plainReading('2020-12'));
  const evaluator = createEvaluator({ ...settings, copyOf: linker.copyOf, isCircular: () => false });
  return explainWithoutAjv(copy, value, { ...linker, evaluator }).map(
    ({ keyword, instanceLocation, keywordLocation, property }) =>
      [keyword, instanceLocation, keywordLocation, ...(property === undefined ? [] : [property])].join(' '),
  );
}

test('a value that is accepted has no violation', () => {
  expect(explained({ type: 'string' }, 'a')).toEqual([]);
});

test('each failing keyword is found at its place, through references, properties and items', () => {
  const schema = {
    $defs: { id: { type: 'integer', minimum: 1 } },
    properties: {
      id: { $ref: '#/$defs/id' },
      tags: { prefixItems: [{ const: 'a' }], items: { maxLength: 1 } },
    },
    required: ['id', 'name'],
    allOf: [{ maxProperties: 1 }],
  };
  expect(explained(schema, { id: 0, tags: ['b', 'cc', 'd'] })).toEqual([
    'minimum /id main.json#/$defs/id/minimum',
    'const /tags/0 main.json#/properties/tags/prefixItems/0/const',
    'maxLength /tags/1 main.json#/properties/tags/items/maxLength',
    'required  main.json#/required name',
    'maxProperties  main.json#/allOf/0/maxProperties',
  ]);
});

test.each<[schema: object, value: unknown, expected: readonly string[]]>([
  [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 1, ['anyOf  main.json#/anyOf']],
  [{ not: {} }, 1, ['not  main.json#/not']],
  [{ enum: [] }, 1, ['enum  main.json#/enum']],
  [
    { properties: { a: true }, additionalProperties: false },
    { a: 1, b: 1 },
    ['additionalProperties  main.json#/additionalProperties'],
  ],
  [{ contains: { const: 1 }, maxContains: 1 }, [1, 1], ['contains  main.json#/contains']],
  [
    { properties: { a: true }, unevaluatedProperties: false },
    { a: 1, b: 1 },
    ['unevaluatedProperties  main.json#/unevaluatedProperties b'],
  ],
  [{ properties: { a: false } }, { a: 1 }, ['false schema /a main.json#/properties/a']],
  [{ dependentSchemas: { a: false } }, { a: 1 }, ['false schema /a main.json#/dependentSchemas/a']],
  [
    { dependencies: { a: ['b', 'c'], d: ['e'] } },
    { a: 1, c: 1 },
    ['dependencies  main.json#/dependencies b'],
  ],
  [
    JSON.parse('{ "dependencies": { "__proto__": { "required": ["b"] } } }'),
    JSON.parse('{ "__proto__": 1 }'),
    ['required  main.json#/dependencies/__proto__/required b'],
  ],
])('%j and %j: at least one violation', (schema, value, expected) => {
  expect(explained(schema, value)).toEqual(expected);
});
