import { describe, expect, test } from '@jest/globals';

import type { SchemaFile } from '../../../src/model/schema-files';
import { createFormats } from '../../../src/schema/formats/formats';
import { createLinker } from '../../../src/schema/link/linker';
import { createQuickJudges } from '../../../src/schema/validate/quick-judge';
import { createSchemaLibrary } from '../../../src/schema/link/schema-library';
import { createValidator } from '../../../src/schema/validate/validator';
import { schemaFilesOf } from '../schema-files-of';

/** All that judges schemas, with or without the flag u: made once for many, as making a validator takes longer than compiling a schema. */
function createJudging(unicodePatterns: boolean) {
  const settings = {
    formats: createFormats({ even: { pattern: '^(..)*$' } }, unicodePatterns),
    unicodePatterns,
  };
  const files = new Map<string, SchemaFile>();
  const library = createSchemaLibrary({ root: '.', get: (name) => files.get(name), list: () => [] });
  return {
    unicodePatterns,
    files,
    linker: createLinker(library, settings),
    quickJudges: createQuickJudges(settings),
    validator: createValidator(settings.formats, unicodePatterns),
  };
}

const UNICODE = createJudging(true);
const PLAIN = createJudging(false);

/** What a quick look says of values, and what the validator says of them. */
function judgesOf(schema: unknown, { files, linker, quickJudges, validator } = UNICODE) {
  const name = `schema-${files.size}.json`;
  const file = schemaFilesOf({ [name]: schema }).get(name);
  if (file === undefined) throw new Error('no schema');
  files.set(name, file);
  const node = linker.node(file, '', '2020-12');
  return { quick: quickJudges(node), exact: validator.compile(node) };
}

const SCHEMAS: readonly unknown[] = [
  true,
  false,
  {},
  { type: 'string' },
  { type: 'integer' },
  { type: 'number' },
  { type: ['object', 'null'] },
  { type: ['array', 'boolean', 'integer'] },
  { enum: ['a', 1, null, false] },
  { enum: ['a', [1], { a: 1 }] },
  { const: 0 },
  { const: { a: 1 } },
  { required: ['a'] },
  { required: ['constructor', '__proto__'] },
  { pattern: '^a' },
  { pattern: '^\\p{Letter}.$' },
  { format: 'ipv4' },
  { format: 'date-time' },
  { format: 'uuid' },
  { format: 'int32' },
  { format: 'even' },
  { format: 'unheard-of' },
  { uniqueItems: true },
  { uniqueItems: false },
  { maximum: 2, minimum: 1 },
  { exclusiveMaximum: 2, exclusiveMinimum: 0 },
  { multipleOf: 0.1 },
  { maxLength: 1 },
  { minLength: 2 },
  { maxItems: 1 },
  { minItems: 2 },
  { maxProperties: 1 },
  { minProperties: 2 },
  { properties: { a: { type: 'integer' }, b: false } },
  { properties: { a: {} }, additionalProperties: false },
  { properties: { a: true }, additionalProperties: { type: 'string' } },
  { patternProperties: { '^a': { type: 'integer' } }, additionalProperties: false },
  { properties: { a: { minimum: 2 } }, patternProperties: { '^.$': { type: 'integer' } } },
  { properties: { ['__proto__']: { type: 'string' } }, additionalProperties: false },
  { properties: { constructor: { type: 'string' } } },
  { propertyNames: { maxLength: 1 } },
  { items: { type: 'integer' } },
  { items: false },
  { prefixItems: [{ type: 'integer' }, { type: 'string' }] },
  { prefixItems: [{ type: 'integer' }], items: { type: 'string' } },
  { prefixItems: [true], items: false },
  { contains: { const: 1 } },
  { contains: { const: 1 }, minContains: 0, maxContains: 1 },
  { dependentRequired: { a: ['b'] } },
  { dependentSchemas: { a: { required: ['b'] } } },
  JSON.parse('{ "if": { "type": "string" }, "then": { "minLength": 2 }, "else": { "type": "integer" } }'),
  { allOf: [{ required: ['a'] }, { properties: { a: { type: 'integer' } } }], unevaluatedProperties: false },
  { $ref: '#/$defs/text', $defs: { text: { type: 'string' } } },
  { $defs: { tree: { properties: { a: { $ref: '#/$defs/tree' } }, required: ['a'] } }, $ref: '#/$defs/tree' },
];

const VALUES: readonly unknown[] = String.raw`
  null | true | false | 0 | -0 | 1 | 1.5 | 2 | 2.0 | 0.3 | 1e400 | -1e400 | 1e-400 | "" | "a" |
  "b" | "ab" | "\ud83d\ude00" | "\ud83d" | "\ud83d\ude00a" | "127.0.0.1" | "é!" |
  "2024-02-29T12:00:00Z" | "2023-02-29T12:00:00Z" | "a0b1c2d3-0000-4000-8000-00000000000F" | [] |
  [1] | ["a"] | [1, "a"] | [1, "a", "b"] | [1, 1] | [0, -0] | [1, "1", null, true] | [{}, {}] |
  [[1], []] | [1, 2, 1] | {} | {"a": 1} | {"a": "x"} | {"b": 1} | {"a": 1, "b": 2} | {"a": null} |
  {"ab": 1, "c": 2} | {"constructor": 1} | {"constructor": "x", "__proto__": "x"} |
  {"__proto__": 1} | {"__proto__": {"a": 1}} | {"a": {"a": {}}} | {"": 0}
`
  .split('|')
  .map((text): unknown => JSON.parse(text));

/** Each schema alone, and beside, among and within others. */
const COMBINED = SCHEMAS.flatMap((schema, index) => {
  const other = SCHEMAS[(index + 11) % SCHEMAS.length];
  // A reference is resolved from the root of its file.
  const isInner = JSON.stringify(schema).includes('$ref') || JSON.stringify(other).includes('$ref');
  return isInner
    ? [schema]
    : [
        schema,
        { not: schema },
        { not: { not: schema } },
        { allOf: [schema, other] },
        { anyOf: [schema, other] },
        { oneOf: [schema, other] },
        { oneOf: [schema, schema] },
        { oneOf: [schema, { not: schema }, other] },
        { items: schema },
        { properties: { a: schema, b: other } },
        { patternProperties: { '^a$': schema }, additionalProperties: other },
      ];
});

test.each([UNICODE, PLAIN])(
  'a quick look never contradicts the validator, with unicode patterns $unicodePatterns',
  (judging) => {
    const wrong: unknown[] = [];
    let decided = 0;
    for (const schema of COMBINED) {
      if (!judging.unicodePatterns && JSON.stringify(schema).includes('Letter')) continue;
      const { quick, exact } = judgesOf(schema, judging);
      for (const value of VALUES) {
        const look = quick(value);
        if (look === 'undecided') continue;
        decided += 1;
        if ((look === 'accepted') !== exact(value)) wrong.push([schema, value, look]);
      }
    }
    expect(wrong).toEqual([]);
    // Were nothing decided, nothing could be wrong.
    expect(decided).toBeGreaterThan((COMBINED.length * VALUES.length) / 2);
  },
);

describe('a quick look leaves to the validator', () => {
  test.each<[string, unknown, unknown]>([
    ['numbers beyond the range of a double', { type: 'number' }, Infinity],
    ['equality of lists and objects', { enum: [[1]] }, [1]],
    ['the same of items', { uniqueItems: true }, [[1], [2]]],
    ['divisibility', { multipleOf: 0.1 }, 0.3],
    ['formats of numbers', { format: 'int32' }, 1],
    ['what follows a condition that it must leave', { if: { contains: {} }, else: false }, [1]],
    ['what is left unevaluated', { unevaluatedProperties: false }, {}],
    ['contained items', { contains: {} }, [1]],
    ['dependencies', { dependentRequired: { a: [] } }, {}],
    ['any alternative that it must leave', { oneOf: [{ type: 'array' }, { contains: {} }] }, [1]],
  ])('%s', (_, schema, value) => {
    expect(judgesOf(schema).quick(value)).toBe('undecided');
  });
});

test('conditions and the names of properties are decided', () => {
  const conditional = judgesOf(
    JSON.parse('{ "if": { "type": "string" }, "then": { "minLength": 2 }, "else": { "type": "integer" } }'),
  );
  expect(['x', 'xy', 1, null].map(conditional.quick)).toEqual(['refused', 'accepted', 'accepted', 'refused']);
  const named = judgesOf({ propertyNames: { maxLength: 1 } });
  expect([{ a: 1 }, { a: 1, bc: 2 }, 'bc'].map(named.quick)).toEqual(['accepted', 'refused', 'accepted']);
});

test('what nothing is said of is decided by what is', () => {
  const { quick } = judgesOf({ multipleOf: 2, type: 'integer' });
  expect([quick('x'), quick(4)]).toEqual(['refused', 'undecided']);
});
