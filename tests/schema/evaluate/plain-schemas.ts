import type { SchemaFile } from '../../../src/model/project/schema-files';
import { createFormats } from '../../../src/schema/formats/formats';
import { plainReading } from '../../../src/schema/link/schema-node';
import { createLinker } from '../../../src/schema/link/linker';
import { createErrorFinder } from '../../../src/schema/errors/find-errors';
import { createEvaluator } from '../../../src/schema/evaluate/evaluator';
import { createSchemaLibrary } from '../../../src/schema/link/schema-library';
import { createSchemaCompiler } from '../../../src/schema/validate/schema-compiler';
import { schemaFilesOf } from '../schema-files-of';

/** Everything that validates, with or without the flag u. Created once, because creating ajv takes longer than compiling a schema. */
function createTools(unicodePatterns: boolean) {
  const settings = {
    formats: createFormats({ even: { pattern: '^(..)*$' } }, unicodePatterns),
    unicodePatterns,
  };
  const files = new Map<string, SchemaFile>();
  const library = createSchemaLibrary({ root: '.', get: (name) => files.get(name), list: () => [] });
  const linker = createLinker(library, settings);
  const evaluator = createEvaluator({
    ...settings,
    copyOf: linker.copyOf,
    isCircular: () => false,
  });
  const compiler = createSchemaCompiler(unicodePatterns, evaluator);
  const findErrors = createErrorFinder({ ...settings, evaluator, copyOf: linker.copyOf });
  return { unicodePatterns, files, linker, evaluator, compiler, findErrors };
}

export const UNICODE = createTools(true);
export const PLAIN = createTools(false);

/** The evaluation, the compiled schema, and the finder of errors that compiles nothing. */
export function validatorsOf(schema: unknown, { files, linker, evaluator, compiler, findErrors } = UNICODE) {
  const name = `schema-${files.size}.json`;
  const file = schemaFilesOf({ [name]: schema }).get(name);
  if (file === undefined) throw new Error('no schema');
  files.set(name, file);
  const node = linker.node(file, '', plainReading('2020-12'));
  return {
    evaluate: evaluator.evaluationOf(node.copy),
    compiled: compiler.compile(node),
    found: findErrors(node),
  };
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

export const VALUES: readonly unknown[] = String.raw`
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

/** Each schema alone, and combined with and nested in others. */
export const COMBINED = SCHEMAS.flatMap((schema, index) => {
  const other = SCHEMAS[(index + 11) % SCHEMAS.length];
  // References are relative to the root of the file, so such a schema cannot be nested.
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
