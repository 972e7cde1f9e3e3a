import { beforeAll, describe, expect, test } from '@jest/globals';

import { DEFAULT_LIMITS } from '../../src/model/project/limits';
import { createSchemaSet } from '../../src/schema/schema-set';
import { runTsc, type CompilerError } from '../types/run-tsc';
import { CLOSED_CASES } from './closed-cases';
import { CONDITION_CASES } from './condition-cases';
import { generateFrom, schemasOf } from './fixture-schemas';
import { INTEGER, NUMBER, SEALED, STRING, when, type TypeCase } from './type-case';

const CASES: readonly TypeCase[] = [
  ...CONDITION_CASES,
  ...CLOSED_CASES,
  {
    title: '`then` and `else` of a sealed object',
    schema: {
      type: 'object',
      properties: { mode: { enum: ['a', 'b'] } },
      required: ['mode'],
      ...when(
        { properties: { mode: { const: 'a' } } },
        { properties: { x: INTEGER }, required: ['x'] },
        { properties: { y: STRING } },
      ),
      ...SEALED,
    },
    accepted: [{ mode: 'a', x: 1 }, { mode: 'b' }, { mode: 'b', y: 'text' }],
    refused: [
      { mode: 'a' },
      { mode: 'a', x: 'text' },
      { mode: 'b', x: 1 },
      { mode: 'b', y: 1 },
      { mode: 'c' },
      {},
    ],
  },
  {
    title: '`then` of an open object, for one value of a required property',
    schema: {
      type: 'object',
      properties: { kind: { enum: ['disk', 'volume', 'none'] }, size: INTEGER },
      required: ['kind'],
      ...when({ properties: { kind: { const: 'disk' } } }, { required: ['size'] }),
    },
    accepted: [{ kind: 'disk', size: 1 }, { kind: 'volume' }, { kind: 'none', size: 2, more: true }],
    refused: [{ kind: 'disk' }, { kind: 'volume', size: 'text' }],
  },
  {
    title: 'a chain of conditions on one property',
    schema: {
      type: 'object',
      properties: { kind: { enum: ['a', 'b', 'c', 'd'] } },
      required: ['kind'],
      allOf: ['a', 'b', 'c'].map((kind) =>
        when(
          { properties: { kind: { const: kind } } },
          { properties: { [`of_${kind}`]: STRING }, required: [`of_${kind}`] },
        ),
      ),
      ...SEALED,
    },
    accepted: [{ kind: 'a', of_a: 'x' }, { kind: 'b', of_b: 'x' }, { kind: 'c', of_c: 'x' }, { kind: 'd' }],
    refused: [{ kind: 'a' }, { kind: 'b', of_a: 'x' }, { kind: 'd', of_a: 'x' }, { kind: 'c', of_c: 1 }],
  },
  {
    title: '`if` alone, which evaluates properties',
    schema: { type: 'object', if: { properties: { a: STRING } }, ...SEALED },
    accepted: [{}, { a: 'text' }],
    refused: [{ b: 1 }, { a: 1 }],
  },
  {
    title: 'a condition that TypeScript cannot say',
    schema: {
      type: 'object',
      properties: { name: STRING },
      ...when(
        { properties: { name: { pattern: '^v' } } },
        { properties: { version: STRING }, required: ['version'] },
      ),
      ...SEALED,
    },
    accepted: [{ name: 'v1', version: '1' }, { name: 'other' }],
    refused: [{ name: 1 }, { version: 1 }, { other: 1 }],
    beyond: [{ name: 'v1' }],
  },
  {
    title: '`dependentSchemas` of a sealed object',
    schema: {
      type: 'object',
      properties: { card: STRING },
      dependentSchemas: { card: { properties: { address: STRING }, required: ['address'] } },
      ...SEALED,
    },
    accepted: [{}, { card: '1', address: 'street' }],
    refused: [{ card: '1' }, { address: 'street' }, { card: '1', address: 1 }],
  },
  {
    title: '`dependentRequired` and `dependencies`',
    schema: {
      type: 'object',
      properties: { a: NUMBER, b: NUMBER, c: NUMBER },
      dependentRequired: { a: ['b'] },
      dependencies: { b: ['c'], c: { properties: { b: { const: 1 } } } },
    },
    accepted: [{}, { c: 1 }, { a: 1, b: 1, c: 1 }, { other: 'x' }],
    refused: [{ a: 1 }, { b: 1 }, { a: 1, b: 1 }, { c: 1, b: 2 }],
  },
  {
    title: 'the same before 2019-09',
    schema: {
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      dependencies: { a: ['b'], c: { required: ['d'] } },
    },
    accepted: [{}, { a: 1, b: 1 }, { c: 1, d: 1 }],
    refused: [{ a: 1 }, { c: 1 }],
  },
  {
    title: '`allOf` of a sealed object, over references',
    schema: {
      allOf: [{ $ref: '#/$defs/base' }, { properties: { more: STRING }, required: ['more'] }],
      type: 'object',
      ...SEALED,
      $defs: { base: { type: 'object', properties: { id: INTEGER }, required: ['id'] } },
    },
    accepted: [{ id: 1, more: 'x' }],
    refused: [{ id: 1 }, { more: 'x' }, { id: 1, more: 'x', other: 1 }, { id: 'x', more: 'x' }],
  },
  {
    title: '`additionalProperties: false` next to `allOf`, which it does not see',
    schema: {
      type: 'object',
      properties: { own: STRING },
      additionalProperties: false,
      allOf: [{ properties: { id: INTEGER, own: { enum: ['a', 'b'] } } }],
    },
    accepted: [{}, { own: 'a' }],
    refused: [{ id: 1 }, { own: 'c' }],
  },
  {
    title: 'alternatives of a sealed object',
    schema: {
      type: 'object',
      properties: { id: INTEGER },
      oneOf: [
        { properties: { file: STRING }, required: ['file'] },
        { properties: { url: STRING }, required: ['url'] },
      ],
      ...SEALED,
    },
    accepted: [{ file: 'a' }, { id: 1, url: 'b' }],
    refused: [{}, { id: 1 }, { file: 'a', url: 'b' }, { file: 1 }, { file: 'a', other: 1 }],
  },
  {
    title: 'exactly one of several required properties',
    schema: {
      type: 'object',
      properties: { id: INTEGER, name: STRING },
      oneOf: [{ required: ['id'] }, { required: ['name'] }, { required: ['a', 'b'] }],
    },
    accepted: [{ id: 1 }, { name: 'x' }, { a: 1, b: 2 }, { id: 1, a: 1 }],
    refused: [{}, { id: 1, name: 'x' }, { a: 1 }, { id: 1, a: 1, b: 1 }],
  },
  {
    title: 'a property that is required unless another one is present',
    schema: {
      type: 'object',
      properties: { group: STRING, schedule: STRING },
      ...when({ not: { properties: { group: {} }, required: ['group'] } }, { required: ['schedule'] }),
      additionalProperties: false,
    },
    accepted: [{ group: 'x' }, { schedule: 'x' }, { group: 'x', schedule: 'x' }],
    refused: [{}, { group: 1 }],
  },
  {
    title: 'a property that a sealed object requires, but does not evaluate',
    schema: {
      type: 'object',
      properties: { a: NUMBER },
      dependentSchemas: { b: {}, a: { properties: { c: NUMBER } } },
      ...SEALED,
    },
    accepted: [{}, { a: 1 }, { a: 1, c: 1 }],
    refused: [{ b: 1 }, { a: 1, b: 1 }, { c: 1 }],
  },
  {
    title: 'alternatives that may apply together',
    schema: {
      type: 'object',
      anyOf: [
        { properties: { a: STRING }, required: ['a'] },
        { properties: { b: STRING }, required: ['b'] },
      ],
      ...SEALED,
    },
    accepted: [{ a: 'x' }, { b: 'x' }, { a: 'x', b: 'x' }],
    refused: [{}, { c: 1 }, { a: 'x', b: 'x', c: 1 }],
  },
  {
    title: 'alternatives that evaluate what others require',
    schema: {
      type: 'object',
      anyOf: [{ required: ['a'] }, { required: ['b'] }],
      oneOf: [
        { properties: { a: STRING, kind: { const: 1 } }, required: ['kind'] },
        { properties: { b: STRING, kind: { const: 2 } }, required: ['kind'] },
      ],
      ...SEALED,
    },
    accepted: [
      { kind: 1, a: 'x' },
      { kind: 2, b: 'x' },
    ],
    refused: [{ kind: 1 }, { kind: 1, b: 'x' }, { kind: 2, a: 'x' }],
  },
  {
    title: 'patterns of a sealed object',
    schema: { type: 'object', properties: { id: INTEGER }, patternProperties: { '^x_': STRING }, ...SEALED },
    accepted: [{ id: 1, x_a: 'text' }],
    refused: [{ id: 'text' }, { x_a: true }],
    beyond: [{ other: 'text' }, { x_a: 1 }],
  },
  {
    title: 'patterns of a closed object that match listed properties',
    schema: {
      type: 'object',
      properties: { id: {}, x_id: { enum: ['a', 1] } },
      patternProperties: { id$: { type: ['string', 'boolean'] }, '^x_': STRING },
      additionalProperties: false,
    },
    accepted: [{ id: 'a', x_id: 'a', y_id: true }],
    refused: [{ id: 1 }, { x_id: 1 }, { y_id: 1 }],
  },
  {
    title: 'a required property that matches a pattern',
    schema: {
      type: 'object',
      patternProperties: { '^s_': STRING, '^n_': NUMBER },
      required: ['s_a'],
      additionalProperties: false,
    },
    accepted: [{ s_a: 'x', n_a: 1 }],
    refused: [{ s_a: 1 }, {}],
  },
  {
    title: '`propertyNames` with a list',
    schema: { type: 'object', propertyNames: { enum: ['a', 'b'] }, additionalProperties: NUMBER },
    accepted: [{}, { a: 1, b: 2 }],
    refused: [{ c: 1 }, { a: 'x' }],
  },
  {
    title: '`unevaluatedProperties` with a schema',
    schema: {
      type: 'object',
      allOf: [{ properties: { id: INTEGER } }],
      unevaluatedProperties: STRING,
    },
    accepted: [{ id: 1, other: 'x' }],
    refused: [{ id: 'x' }, { other: true }],
    beyond: [{ other: 1 }],
  },
  {
    title: 'dynamic references',
    schema: {
      $id: 'https://example.com/strings',
      $ref: 'list',
      $defs: {
        item: { $dynamicAnchor: 'item', type: 'string' },
        list: {
          $id: 'list',
          type: 'object',
          properties: { items: { type: 'array', items: { $dynamicRef: '#item' } } },
          $defs: { item: { $dynamicAnchor: 'item' } },
        },
      },
    },
    accepted: [{ items: ['a'] }, {}],
    refused: [{ items: [1] }],
  },
  {
    title: 'a recursive schema that is extended through a dynamic reference',
    schema: {
      $id: 'https://example.com/strict-tree',
      $dynamicAnchor: 'node',
      $ref: 'tree',
      ...SEALED,
      $defs: {
        tree: {
          $id: 'tree',
          $dynamicAnchor: 'node',
          type: 'object',
          properties: { data: true, children: { type: 'array', items: { $dynamicRef: '#node' } } },
        },
      },
    },
    accepted: [{ data: 1, children: [{ children: [] }] }],
    refused: [{ daat: 1 }, { children: [{ daat: 1 }] }, { children: [{ children: [1] }] }],
  },
  {
    title: 'a recursive reference of 2019-09',
    schema: {
      $schema: 'https://json-schema.org/draft/2019-09/schema',
      $recursiveAnchor: true,
      type: 'object',
      properties: { next: { $recursiveRef: '#' } },
      additionalProperties: false,
    },
    accepted: [{ next: { next: {} } }],
    refused: [{ next: 1 }, { next: { other: 1 } }],
  },
  {
    title: 'a schema that is sealed where it refers to itself',
    schema: {
      type: 'object',
      properties: { children: { type: 'array', items: { $ref: '#', ...SEALED } } },
    },
    accepted: [{ children: [{ children: [{}] }], other: 1 }],
    refused: [{ children: [{ other: 1 }] }, { children: [{ children: [{ other: 1 }] }] }],
  },
  {
    title: '`nullable`, which is no keyword of JSON Schema',
    schema: { type: 'object', properties: { a: { type: 'string', nullable: true } } },
    accepted: [{ a: 'x' }],
    refused: [{ a: null }],
  },
  {
    title: '`nullable` in draft-07, next to an enum',
    schema: {
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      properties: { a: { enum: ['x'], nullable: true } },
    },
    accepted: [{ a: 'x' }],
    refused: [{ a: null }],
  },
  {
    title: 'references in data',
    schema: {
      type: 'object',
      properties: {
        constant: { const: { $ref: '#/properties/name' } },
        one: { enum: [{ $ref: 'no-such.json' }, [{ $id: 'x' }], 'text'] },
        name: { type: 'string', default: { $ref: '#/nowhere' }, examples: [{ $ref: '#/nowhere' }] },
      },
    },
    accepted: [
      { constant: { $ref: '#/properties/name' } },
      { one: { $ref: 'no-such.json' } },
      { one: [{ $id: 'x' }] },
      { one: 'text', name: 'x' },
    ],
    refused: [{ constant: 'x' }, { constant: { $ref: 'x' } }, { one: {} }, { one: [] }, { constant: {} }],
  },
  {
    title: 'constants with several levels',
    schema: { const: { a: [1, { b: null }], c: {}, d: [] } },
    accepted: [{ a: [1, { b: null }], c: {}, d: [] }],
    refused: [
      { a: [1, { b: null }], c: { x: 1 }, d: [] },
      { a: [1], c: {}, d: [] },
      { a: [1, { b: null }], c: {}, d: [1] },
      { a: [1, { b: null }], c: {} },
    ],
  },
  {
    title: 'numbers beyond 2^53',
    schema: {
      type: 'object',
      properties: { id: { enum: [1, 12_345_678_901_234_567_000] }, small: { const: -2 } },
    },
    accepted: [{ id: 1 }, { id: 12_345_678_901_234_567_000 }, { small: -2 }],
    refused: [{ id: 'x' }, { small: 2 }],
    beyond: [{ id: 2 }],
  },
  {
    title: 'several types with keywords for one of them',
    schema: {
      type: ['object', 'string', 'null'],
      properties: { a: NUMBER },
      required: ['a'],
      anyOf: [{ maxLength: 3 }, { properties: { b: NUMBER } }],
    },
    accepted: ['abc', null, { a: 1 }, { a: 1, b: 2 }],
    refused: [1, true, [], {}, { a: 'x' }],
  },
  {
    title: 'a type around alternatives without types',
    schema: { type: ['string', 'object'], anyOf: [{ required: ['a'] }, { required: ['b'] }] },
    accepted: ['text', { a: 1 }, { b: 1 }],
    refused: [1, {}],
  },
  {
    title: 'conditions without types, which other values satisfy too',
    schema: {
      ...when({ properties: { a: { items: { properties: { b: STRING } } } }, required: ['a'] }, {}, true),
      type: ['object', 'string', 'array'],
      contains: { properties: { x: NUMBER } },
      not: { required: ['z'], type: 'object' },
      unevaluatedItems: false,
    },
    accepted: ['text', { a: 1 }, { a: [1] }, {}, ['a', 1], [{ x: 1 }]],
    refused: [1, { z: 1 }],
    beyond: [[]],
  },
  {
    title: 'a sealed object inside another one',
    schema: {
      type: 'object',
      dependentSchemas: {
        a: { dependentSchemas: { a: { additionalProperties: {} } }, ...SEALED },
      },
      ...SEALED,
    },
    accepted: [{}, { a: 1, b: 2 }],
    refused: [{ b: 2 }],
  },
  {
    title: 'a condition on items without types',
    schema: {
      type: ['object', 'array'],
      ...when({ unevaluatedItems: { properties: { a: STRING } } }, true, { type: 'object' }),
    },
    accepted: [[1, 'text'], [{ a: 'x' }], {}],
    refused: [1, [{ a: 1 }]],
  },
  {
    title: 'alternatives of which one is about arrays, for objects',
    schema: { type: 'object', oneOf: [{ items: STRING }, { enum: [1, 2] }] },
    accepted: [{}, { a: 1 }],
    refused: [1, []],
  },
  {
    title: 'patterns that allow everything, next to a dependency',
    schema: {
      type: 'object',
      patternProperties: { '^a': { description: 'Anything.' } },
      dependentRequired: { b: ['c'] },
    },
    accepted: [{ d: 1 }, { b: 1, c: 1, d: 1 }],
    refused: [{ b: 1 }],
  },
  {
    title: '`not` with types, literals and properties',
    schema: {
      type: 'object',
      properties: {
        a: { not: { type: 'string' } },
        b: { enum: ['x', 'y', 1], not: { enum: ['y'] } },
        c: { not: {} },
      },
      not: { required: ['d'] },
    },
    accepted: [{ a: 1, b: 'x' }, { a: [], b: 1 }, { other: 1 }],
    refused: [{ a: 'x' }, { b: 'y' }, { c: 1 }, { d: 1 }],
  },
  {
    title: 'tuples',
    schema: {
      type: 'object',
      properties: {
        pair: { type: 'array', prefixItems: [STRING, NUMBER], minItems: 2, items: false },
        some: { type: 'array', prefixItems: [STRING, NUMBER], items: { type: 'boolean' } },
        ends: { type: 'array', prefixItems: [STRING, false] },
        none: { type: 'array', items: false },
        open: { prefixItems: [STRING], type: 'array' },
      },
    },
    accepted: [
      { pair: ['a', 1], some: [], ends: ['a'], none: [], open: ['a', 1, null] },
      { some: ['a'], ends: [], open: [] },
      { some: ['a', 1, true] },
    ],
    refused: [
      { pair: ['a'] },
      { pair: ['a', 1, 2] },
      { some: [1] },
      { some: ['a', 1, 2] },
      { ends: ['a', 1] },
      { none: [1] },
      { open: [1] },
    ],
  },
  {
    title: '`unevaluatedItems`, over alternatives',
    schema: {
      type: 'array',
      prefixItems: [STRING],
      anyOf: [{ prefixItems: [true, NUMBER] }, { prefixItems: [true, STRING, STRING] }],
      unevaluatedItems: false,
    },
    accepted: [[], ['a'], ['a', 1], ['a', 'b', 'c']],
    refused: [[1], ['a', 1, 2], ['a', 'b', 'c', 'd'], ['a', true]],
  },
  {
    title: 'names that JavaScript objects inherit, and other odd names',
    schema: {
      type: 'object',
      properties: {
        hasOwnProperty: STRING,
        constructor: NUMBER,
        'a-b': STRING,
        '': STRING,
        '"quoted"': STRING,
        'back\\slash': STRING,
        'line\nbreak': STRING,
        日本: STRING,
        '*/': STRING,
        $ref: STRING,
        description: STRING,
        properties: { type: 'object', properties: { enum: STRING } },
      },
      required: ['hasOwnProperty', 'constructor'],
      additionalProperties: false,
    },
    accepted: [
      { hasOwnProperty: 'x', constructor: 1 },
      {
        hasOwnProperty: 'x',
        constructor: 1,
        'a-b': 'x',
        '': 'x',
        '"quoted"': 'x',
        'back\\slash': 'x',
        'line\nbreak': 'x',
        日本: 'x',
        '*/': 'x',
        $ref: 'x',
        description: 'x',
        properties: { enum: 'x' },
      },
    ],
    refused: [
      { hasOwnProperty: 'x', constructor: 1, '': 1 },
      { hasOwnProperty: 1, constructor: 1 },
      { hasOwnProperty: 'x', constructor: 1, other: 1 },
      { hasOwnProperty: 'x', constructor: 1, properties: { enum: 1 } },
    ],
  },
  {
    title: 'definitions of the same name in several files, relative identifiers and anchors',
    schema: {
      $id: 'https://example.com/schemas/root.json',
      type: 'object',
      properties: {
        own: { $ref: '#/$defs/link' },
        other: { $ref: 'other.json#/$defs/link' },
        anchored: { $ref: '#here' },
      },
      $defs: {
        link: { type: 'object', properties: { href: STRING }, required: ['href'] },
        anchored: { $anchor: 'here', type: 'object', properties: { own: { $ref: '#/$defs/link' } } },
      },
    },
    files: {
      'other.json': {
        $id: 'https://example.com/schemas/other.json',
        $defs: { link: { type: 'object', properties: { rel: NUMBER }, required: ['rel'] } },
      },
    },
    accepted: [{ own: { href: 'x' }, other: { rel: 1 }, anchored: { own: { href: 'y' } } }],
    refused: [{ own: { rel: 1 } }, { other: { href: 'x' } }, { anchored: { own: {} } }],
  },
  {
    title: 'boolean schemas',
    schema: { type: 'object', properties: { yes: true, no: false }, additionalProperties: true },
    accepted: [{ yes: 1 }, { other: null }],
    refused: [{ no: 1 }, 1],
  },
  {
    title: 'references next to other keywords, in draft-07 and in 2019-09',
    schema: {
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      properties: { ignored: { $ref: '#/definitions/any', type: 'string', required: ['x'] } },
      definitions: { any: {} },
    },
    accepted: [{ ignored: 1 }, { ignored: {} }],
    refused: [1],
  },
  {
    title: 'items by position before 2020-12',
    schema: {
      $schema: 'https://json-schema.org/draft/2019-09/schema',
      type: 'array',
      items: [STRING, NUMBER],
      additionalItems: false,
    },
    accepted: [[], ['a'], ['a', 1]],
    refused: [['a', 1, 2], [1]],
  },
];

describe('the type of a schema with', () => {
  let errors: ReadonlyMap<string, readonly CompilerError[]> = new Map();
  beforeAll(async () => {
    const texts = new Map<string, string>();
    for (const [index, { schema, files, accepted, refused, beyond = [] }] of CASES.entries()) {
      const generated = await generateFrom(schemasOf({ ...files, 'it.json': schema }), [['It', 'it.json']]);
      texts.set(`it-${index}.ts`, generated.find(({ path }) => path === 'it.ts')?.text ?? '');
      const values = [...accepted, ...refused, ...beyond].map(
        (value, nth) => `export const v${nth}: It = ${JSON.stringify(value)};`,
      );
      texts.set(
        `values-${index}.ts`,
        [`import type { It } from './it-${index}.js';`, ...values, ''].join('\n'),
      );
    }
    errors = runTsc(texts);
  });

  test.each(CASES.map((one, index) => ({ ...one, index })))(
    '$title agrees with the verdicts',
    ({ schema, files, accepted, refused, beyond = [], index }) => {
      const set = createSchemaSet(schemasOf({ ...files, 'it.json': schema }), {
        formats: {},
        unicodePatterns: true,
        validationTime: DEFAULT_LIMITS.validationTime,
      });
      const verdicts = (values: readonly unknown[]): readonly unknown[] =>
        values.map((value) => {
          const verdict = set.verdict(value, { file: 'it.json', pointer: '' });
          return [value, verdict.kind === 'checked' ? verdict.violations.length === 0 : verdict.kind];
        });
      expect(verdicts(accepted)).toEqual(accepted.map((value) => [value, true]));
      expect(verdicts([...refused, ...beyond])).toEqual(
        [...refused, ...beyond].map((value) => [value, false]),
      );

      expect(errors.get(`it-${index}.ts`)).toEqual([]);
      const wrong = new Set((errors.get(`values-${index}.ts`) ?? []).map(({ line }) => line - 2));
      const all = [...accepted, ...refused, ...beyond];
      expect(all.filter((_, nth) => wrong.has(nth))).toEqual(refused);
    },
  );
});
