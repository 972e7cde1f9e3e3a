import { BOOLEAN, CLOSED, NUMBER, SEALED, STRING, when, type TypeCase } from './type-case';

const A = { properties: { a: STRING }, required: ['a'] };
const B = { properties: { b: NUMBER }, required: ['b'] };
const ID = { properties: { id: NUMBER } };

/** The schema of `a` with `id`, closed. */
const A_WITH_ID = { properties: { id: true, a: STRING }, required: ['a'], ...CLOSED };

/** Closed alternatives inside open objects, and the reverse. */
export const CLOSED_CASES: readonly TypeCase[] = [
  {
    title: 'closed alternatives of an open object',
    schema: {
      type: 'object',
      oneOf: [
        { ...A, ...CLOSED },
        { ...B, ...CLOSED },
      ],
    },
    accepted: [{ a: 'x' }, { b: 1 }],
    refused: [{}, { a: 'x', b: 1 }, { a: 'x', c: 1 }, { b: 1, c: 1 }, { c: 1 }],
  },
  {
    title: 'closed alternatives that do not list the property of the object around them',
    schema: { type: 'object', ...ID, oneOf: [A_WITH_ID, { ...B, ...CLOSED }] },
    accepted: [{ a: 'x' }, { id: 1, a: 'x' }, { b: 1 }],
    refused: [{ id: 1 }, { id: 1, b: 1 }, { a: 'x', c: 1 }, { id: 'x', a: 'x' }, { id: 1, a: 'x', b: 1 }],
  },
  {
    title: 'closed alternatives over references',
    schema: {
      type: 'object',
      ...ID,
      anyOf: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/b' }],
      $defs: { a: { type: 'object', ...A_WITH_ID }, b: { type: 'object', ...B, ...CLOSED } },
    },
    accepted: [{ a: 'x' }, { id: 1, a: 'x' }, { b: 1 }],
    refused: [{ id: 1 }, { id: 1, b: 1 }, { a: 'x', c: 1 }, { b: 1, c: 1 }, { id: 1, a: 'x', b: 1 }],
  },
  {
    title: 'closed alternatives over references, without an object around them',
    schema: {
      oneOf: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/b' }, { type: 'null' }],
      $defs: { a: { type: 'object', ...A, ...CLOSED }, b: { type: 'object', ...B, ...CLOSED } },
    },
    accepted: [{ a: 'x' }, { b: 1 }, null],
    refused: [{}, 1, { a: 'x', b: 1 }, { a: 'x', c: 1 }],
  },
  {
    title: 'a closed alternative next to an open one',
    schema: { type: 'object', ...ID, required: ['id'], oneOf: [A_WITH_ID, B] },
    accepted: [
      { id: 1, a: 'x' },
      { id: 1, b: 1 },
      { id: 1, b: 1, c: 'x' },
    ],
    refused: [{ id: 1 }, { a: 'x' }, { id: 1, c: 1 }, { id: 1, a: 1 }],
    // Nothing tells the alternatives apart by a literal, so that TypeScript takes every property for known.
    beyond: [{ id: 1, a: 'x', c: 1 }],
  },
  {
    title: 'closed and open alternatives that a literal tells apart',
    schema: {
      type: 'object',
      properties: { kind: STRING },
      required: ['kind'],
      oneOf: [
        { properties: { kind: { const: 'a' }, a: STRING }, ...CLOSED },
        { properties: { kind: { const: 'b' }, b: NUMBER }, required: ['b'], ...CLOSED },
        { properties: { kind: { enum: ['c', 'd'] } } },
      ],
    },
    accepted: [{ kind: 'a' }, { kind: 'a', a: 'x' }, { kind: 'b', b: 1 }, { kind: 'd', more: true }],
    refused: [
      { kind: 'a', b: 1 },
      { kind: 'a', more: 1 },
      { kind: 'b', b: 1, a: 'x' },
      { kind: 'b' },
      { kind: 'e' },
    ],
  },
  {
    title: 'a closed `then` of an open object',
    schema: {
      type: 'object',
      properties: { on: BOOLEAN },
      required: ['on'],
      ...when(
        { properties: { on: { const: true } } },
        { properties: { on: true, a: STRING }, required: ['a'], ...CLOSED },
        { properties: { b: NUMBER } },
      ),
    },
    accepted: [{ on: true, a: 'x' }, { on: false }, { on: false, b: 1, more: 1 }],
    refused: [{ on: true }, { on: true, a: 'x', more: 1 }, { on: true, a: 'x', b: 1 }, { on: false, b: 'x' }],
  },
  {
    title: 'an open `then` and a closed `else`',
    schema: {
      type: 'object',
      properties: { on: BOOLEAN },
      required: ['on'],
      ...when(
        { properties: { on: { const: true } } },
        { required: ['a'] },
        { properties: { on: true, b: NUMBER }, ...CLOSED },
      ),
    },
    accepted: [{ on: true, a: 1, more: 1 }, { on: false }, { on: false, b: 1 }],
    refused: [{ on: true }, { on: false, more: 1 }, { on: false, a: 1 }, { on: false, b: 'x' }],
  },
  {
    title: 'a closed object with open alternatives',
    schema: { type: 'object', properties: { id: NUMBER, a: true, b: true }, ...CLOSED, anyOf: [A, B] },
    accepted: [{ a: 'x' }, { b: 1, id: 1 }, { a: 'x', b: 1 }],
    refused: [{}, { id: 1 }, { a: 'x', c: 1 }, { a: 1 }, { b: 'x' }],
  },
  {
    title: 'a closed alternative inside another one',
    schema: {
      type: 'object',
      oneOf: [
        { ...A, ...CLOSED },
        {
          ...ID,
          required: ['id'],
          oneOf: [{ ...B, properties: { id: true, b: NUMBER }, ...CLOSED }, { required: ['c'] }],
        },
      ],
    },
    accepted: [{ a: 'x' }, { id: 1, b: 1 }, { id: 1, c: 1 }, { id: 1, c: 1, more: 1 }],
    refused: [{}, { id: 1 }, { a: 1 }, { c: 1 }, { id: 1, b: 'x' }, { a: 'x', id: 1 }, { a: 'x', b: 1 }],
  },
  {
    title: 'a closed schema that applies where a property is present',
    schema: {
      type: 'object',
      properties: { a: STRING, b: NUMBER },
      dependentSchemas: { a: { properties: { a: true, b: true }, ...CLOSED } },
    },
    accepted: [{}, { a: 'x' }, { a: 'x', b: 1 }, { b: 1, more: 1 }],
    refused: [{ a: 1 }, { b: 'x' }, { a: 'x', more: 1 }],
  },
  {
    title: 'sealed alternatives of an open object',
    schema: {
      type: 'object',
      ...ID,
      oneOf: [
        { ...A, properties: { ...A.properties, id: true }, ...SEALED },
        { ...B, ...SEALED },
      ],
    },
    accepted: [{ a: 'x' }, { id: 1, a: 'x' }, { b: 1 }],
    refused: [{ id: 1 }, { id: 1, b: 1 }, { a: 'x', c: 1 }, { a: 'x', b: 1 }],
  },
  {
    title: 'alternatives with different types of other properties',
    schema: {
      type: 'object',
      ...ID,
      oneOf: [
        { ...A, additionalProperties: { type: ['string', 'number'] } },
        { properties: { id: true, b: BOOLEAN }, required: ['b'], additionalProperties: BOOLEAN },
      ],
    },
    accepted: [{ a: 'x' }, { a: 'x', id: 1 }, { a: 'x', more: 1 }, { b: true, id: 1, more: true }],
    refused: [{}, { b: 1 }, { a: 'x', more: true }, { b: true, more: 'x' }],
    beyond: [{ b: true, more: 1 }],
  },
  {
    title: 'patterns of a closed alternative',
    schema: {
      type: 'object',
      ...ID,
      oneOf: [{ ...A_WITH_ID, patternProperties: { '^x-': STRING } }, B],
    },
    accepted: [
      { a: 'x', id: 1 },
      { a: 'x', 'x-1': 'y' },
      { b: 1, 'x-1': true },
    ],
    refused: [{}, { a: 1 }, { a: 'x', 'x-1': true }, { b: 'x' }],
    beyond: [{ a: 'x', c: 1 }],
  },
  {
    title: 'patterns of a sealed object, next to an alternative that evaluates everything',
    schema: {
      type: 'object',
      properties: { id: STRING },
      patternProperties: { '^o': BOOLEAN },
      anyOf: [
        { required: ['k'], additionalProperties: true },
        { patternProperties: { '^a': STRING }, required: ['a'] },
      ],
      ...SEALED,
    },
    accepted: [
      { k: 1, more: {} },
      { a: 'x', on: true },
      { a: 'x', id: 'x' },
    ],
    refused: [{}, { id: 1, k: 1 }, { a: 1 }],
    beyond: [{ a: 'x', on: 'x' }],
  },
  {
    title: 'a schema for unevaluated properties, next to alternatives',
    schema: {
      type: 'object',
      ...ID,
      oneOf: [A, B],
      unevaluatedProperties: NUMBER,
    },
    accepted: [{ a: 'x' }, { a: 'x', id: 1, more: 1 }, { b: 1, a: 2 }],
    refused: [{}, { id: 1 }, { a: 'x', more: true }, { b: 1, more: null }, { b: 1, a: true }],
    // The index signature also covers the listed properties.
    beyond: [{ b: 1, more: 'x' }],
  },
  {
    title: 'listed objects',
    schema: { enum: [{ a: 1 }, { b: [true] }, { a: 2, b: null }] },
    accepted: [{ a: 1 }, { b: [true] }, { a: 2, b: null }],
    refused: [{}, { a: 2 }, { a: 1, b: [true] }, { a: 1, b: null }, { b: [] }],
  },
];
