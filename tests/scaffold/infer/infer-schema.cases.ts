import { describe, expect, test } from '@jest/globals';

import { isJsonArray, isJsonObject, jsonTypeOf } from '../../../src/model/json/json-value';
import { DIALECT, inferSchema } from '../../../src/scaffold/infer/infer-schema';
import { createValidator } from '../create-validator';
import { createRandom, generateObject, generateValues } from '../generate-value';

describe('inferSchema', () => {
  test.each([
    ['no value', [], { type: ['object', 'array'] }],
    ['a scalar', ['x'], { type: 'string' }],
    ['null', [null], { type: 'null' }],
    ['integers', [1, 2], { type: 'integer' }],
    ['an integer and a fraction', [1, 2.5], { type: 'number' }],
    [
      'every type',
      [null, true, 1, 'x', [], {}],
      { type: ['object', 'array', 'string', 'integer', 'boolean', 'null'] },
    ],
    ['strings of one format, or null', ['2012-02-29', null], { type: ['string', 'null'], format: 'date' }],
    ['strings of two formats', ['192.0.2.1', '::1'], { type: 'string' }],
    ['an empty array', [[]], { type: 'array' }],
    ['an empty object', [{}], { type: 'object' }],
    [
      'items of several arrays',
      [[1], [], ['x', null]],
      { type: 'array', items: { type: ['string', 'integer', 'null'] } },
    ],
    [
      'required and optional properties',
      [
        { id: 'a', name: 'b' },
        { id: 'c', tags: ['d'] },
      ],
      {
        type: 'object',
        properties: {
          id: { type: 'string' },
          name: { type: 'string' },
          tags: { type: 'array', items: { type: 'string' } },
        },
        required: ['id'],
        additionalProperties: false,
      },
    ],
    [
      'an object that may be empty',
      [{ id: 1 }, {}],
      { type: 'object', properties: { id: { type: 'integer' } }, additionalProperties: false },
    ],
    [
      'an object, an array and a string in one place',
      [{ id: 1 }, ['::1'], '2012-02-29'],
      {
        type: ['object', 'array', 'string'],
        format: 'date',
        properties: { id: { type: 'integer' } },
        required: ['id'],
        additionalProperties: false,
        items: { type: 'string', format: 'ipv6' },
      },
    ],
    [
      'property names that are data',
      [{ '192.0.2.1': [1] }, { '192.0.2.2': [null] }],
      {
        type: 'object',
        additionalProperties: { type: 'array', items: { type: ['integer', 'null'] } },
      },
    ],
    [
      'a map in each item of an array',
      [
        {
          flavors: [
            { id: '1', extra_specs: { 'hw:a': '::1' } },
            { id: '2', extra_specs: { gpu: '::2' } },
          ],
        },
      ],
      {
        type: 'object',
        properties: {
          flavors: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                id: { type: 'string' },
                extra_specs: { type: 'object', additionalProperties: { type: 'string' } },
              },
              required: ['id', 'extra_specs'],
              additionalProperties: false,
            },
          },
        },
        required: ['flavors'],
        additionalProperties: false,
      },
    ],
    [
      'properties that every object inherits',
      [JSON.parse('{ "__proto__": 1, "id": 2 }'), { constructor: 'x', id: 3 }],
      {
        type: 'object',
        properties: { id: { type: 'integer' } },
        patternProperties: { '^__proto__$': { type: 'integer' }, '^constructor$': { type: 'string' } },
        required: ['id'],
        additionalProperties: false,
      },
    ],
  ])('%s', (_, values, schema) => {
    const inferred = inferSchema(values);
    expect(JSON.stringify(sortKeys(inferred))).toBe(
      JSON.stringify(sortKeys({ $schema: DIALECT, ...schema })),
    );
    expect(values.filter(createValidator(inferred))).toEqual(values);
  });

  test('lists properties in the order of their first occurrence', () => {
    const schema = inferSchema([
      { b: 1, a: 1 },
      { c: 1, b: 1 },
    ]);
    expect(Object.keys(Object(schema['properties']))).toEqual(['b', 'a', 'c']);
  });

  test('does not depend on the order of the types', () => {
    expect(inferSchema([null, 'x'])).toEqual(inferSchema(['x', null]));
  });

  test('describes 64 levels, so that the schema of the deepest document can be read and compiled', () => {
    const deep = nest('{"a":', '1', '}', 512);
    const schema = inferSchema([deep]);
    expect(depthOf(schema)).toBe(2 * 64 + 1);
    expect(createValidator(schema)(deep)).toBe(true);
    expect(createValidator(schema)(nest('{"a":', '1', '}', 64))).toBe(false);
    expect(createValidator(inferSchema([nest('[', '1', ']', 512)]))(nest('[', '"x"', ']', 512))).toBe(true);
  });
});

const SEEDS = Array.from({ length: 150 }, (_, seed) => seed);

describe('of generated values', () => {
  test('a schema accepts every value that it was inferred from', () => {
    const rejected = SEEDS.flatMap((seed) => {
      const values = generateValues(createRandom(seed), 4, 6);
      const schema = inferSchema(values);
      return [createValidator(schema), createValidator(schema, 'own')].flatMap((accepts) =>
        values.filter((value) => !accepts(value)).map((value) => ({ seed, value })),
      );
    });
    expect(rejected).toEqual([]);
  });

  test('a schema rejects a value without a required property, with another type, or with a new property', () => {
    const mutants = SEEDS.flatMap((seed) => {
      const random = createRandom(seed);
      const values = [generateObject(random, 3), generateObject(random, 3)];
      const schema = inferSchema(values);
      const accepts = createValidator(schema, 'own');
      return values
        .flatMap((value) => mutate(value, schema))
        .map((mutant) => ({ seed, mutant, accepted: accepts(mutant) }));
    });
    expect(mutants.filter(({ accepted }) => accepted)).toEqual([]);
    expect(mutants.length).toBeGreaterThan(2000);
  });
});

/** Copies of the value that are wrong in one place, for every place that the schema describes. */
function mutate(value: unknown, schema: unknown): readonly unknown[] {
  if (!isJsonObject(schema)) return [];
  return [...wrongTypes(schema), ...wrongMembers(value, schema), ...wrongItems(value, schema)];
}

/** Values of all other types. 0.5 is wrong for the type `integer`. */
function wrongTypes(schema: object): readonly unknown[] {
  const types = 'type' in schema ? [schema.type].flat() : [];
  return [{}, [], 'x', 0.5, true, null].filter((other) => !types.includes(jsonTypeOf(other)));
}

function wrongMembers(value: unknown, schema: object): readonly unknown[] {
  if (!isJsonObject(value)) return [];
  const required = 'required' in schema && isJsonArray(schema.required) ? schema.required : [];
  const isClosed = 'additionalProperties' in schema && schema.additionalProperties === false;
  const entries = Object.entries(value);
  return [
    ...required.map((key) => Object.fromEntries(entries.filter(([name]) => name !== key))),
    ...(isClosed ? [{ ...value, 'new key': 1 }] : []),
    ...entries.flatMap(([key, member]) =>
      mutate(member, memberSchema(schema, key)).map((wrong) =>
        Object.fromEntries([...entries, [key, wrong]]),
      ),
    ),
  ];
}

function memberSchema(schema: object, key: string): unknown {
  const properties = 'properties' in schema ? Object(schema.properties) : {};
  const patterns = 'patternProperties' in schema ? Object(schema.patternProperties) : {};
  if (Object.hasOwn(properties, key)) return properties[key];
  return patterns[`^${key}$`] ?? ('additionalProperties' in schema ? schema.additionalProperties : undefined);
}

function wrongItems(value: unknown, schema: object): readonly unknown[] {
  if (!isJsonArray(value)) return [];
  const items = 'items' in schema ? schema.items : undefined;
  return value.flatMap((item, index) => mutate(item, items).map((wrong) => value.with(index, wrong)));
}

/** A copy with sorted properties, so that two schemas can be compared as JSON text: `toEqual` ignores a property `__proto__`. */
function sortKeys(value: unknown): unknown {
  if (isJsonArray(value)) return value.map(sortKeys);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sortKeys(item)]),
  );
}

function nest(opening: string, inner: string, closing: string, depth: number): unknown {
  return JSON.parse(`${opening.repeat(depth)}${inner}${closing.repeat(depth)}`);
}

function depthOf(value: unknown): number {
  return typeof value === 'object' && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map(depthOf))
    : 0;
}
