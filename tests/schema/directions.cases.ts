import { describe, expect, test } from '@jest/globals';

import type { Direction } from '../../src/model/contracts/contract';
import type { Violation } from '../../src/model/schemas/violation';
import { schemaSetOf } from './schema-files-of';

function shown(violations: readonly Pick<Violation, 'instanceLocation' | 'keyword'>[]): readonly string[] {
  return violations.map(({ instanceLocation, keyword }) => `${instanceLocation} ${keyword}`);
}

/** How a value of the schema `It` of an OpenAPI document is judged when it is sent and when it is received: `/pointer keyword` each. */
function judge(schemas: object, value: unknown, direction: Direction | undefined, version = '3.0.3') {
  const set = schemaSetOf({
    'api.json': { openapi: version, info: { title: 'Pets', version: '1' }, components: { schemas } },
  });
  const ref = { file: 'api.json', pointer: '/components/schemas/It', ...(direction && { direction }) };
  const verdict = set.verdict(value, ref);
  return [
    ...(verdict.kind === 'checked' ? shown(verdict.violations) : [verdict.kind]),
    ...shown(set.excludedValues(value, ref)),
  ];
}

const USER = {
  type: 'object',
  required: ['id', 'name', 'password'],
  properties: {
    id: { type: 'string', readOnly: true },
    name: { type: 'string' },
    password: { type: 'string', writeOnly: true },
  },
};

describe('a required property', () => {
  test.each<readonly [string, unknown, Direction | undefined, readonly string[]]>([
    ['that is read-only may be absent from a request', { name: 'a', password: 'x' }, 'request', []],
    ['that is read-only must be in a response', { name: 'a' }, 'response', [' required']],
    ['that is write-only may be absent from a response', { id: '1', name: 'a' }, 'response', []],
    ['that is write-only must be in a request', { name: 'a' }, 'request', [' required']],
    ['without either must be in both', { id: '1' }, 'response', [' required']],
    ['counts where no direction is known', { id: '1', name: 'a' }, undefined, [' required']],
  ])('%s', (_, value, direction, expected) => {
    expect(judge({ It: USER }, value, direction)).toEqual(expected);
  });

  test.each<readonly [string, object, string]>([
    ['in another part of allOf', { allOf: [USER, { required: ['id'] }] }, '3.0.3'],
    [
      'in a schema that is referred to',
      { allOf: [{ $ref: '#/components/schemas/User' }, { required: ['id'] }] },
      '3.0.3',
    ],
    [
      'in a schema next to the reference to the required one',
      { allOf: [{ $ref: '#/components/schemas/Need' }, { $ref: '#/components/schemas/User' }] },
      '3.0.3',
    ],
    [
      'whose schema is a reference',
      { required: ['id'], properties: { id: { $ref: '#/components/schemas/Id' } } },
      '3.0.3',
    ],
    [
      'next to a reference in 3.1',
      { required: ['id'], properties: { id: { $ref: '#/components/schemas/Text', readOnly: true } } },
      '3.1.0',
    ],
    [
      'by the allOf of its schema',
      { required: ['id'], properties: { id: { allOf: [{ $ref: '#/components/schemas/Id' }] } } },
      '3.0.3',
    ],
    ['in a branch', { oneOf: [{ $ref: '#/components/schemas/User' }] }, '3.0.3'],
    ['in an item', { type: 'array', items: { $ref: '#/components/schemas/User' } }, '3.0.3'],
  ])('may be declared %s', (_, It, version) => {
    const schemas = {
      It,
      User: USER,
      Need: { required: ['id'] },
      Id: { type: 'string', readOnly: true },
      Text: { type: 'string' },
    };
    const user = { name: 'a', password: 'x' };
    expect(judge(schemas, 'items' in It ? [user] : user, 'request', version)).toEqual([]);
  });

  test('of the same name in another object is not excused', () => {
    const It = {
      ...USER,
      properties: { ...USER.properties, owner: { required: ['id'], properties: { id: {} } } },
    };
    expect(judge({ It }, { name: 'a', password: 'x', owner: {} }, 'request')).toEqual(['/owner required']);
  });
});

describe('a value for an excluded property', () => {
  test.each<readonly [string, object, unknown, Direction, readonly string[]]>([
    ['in a request', USER, { id: '1', name: 'a', password: 'x' }, 'request', ['/id readOnly']],
    ['in a response', USER, { id: '1', name: 'a', password: 'x' }, 'response', ['/password writeOnly']],
    ['of the other direction is fine', USER, { id: '1', name: 'a' }, 'response', []],
    [
      'in an item',
      { type: 'array', items: USER },
      [{ id: '1', name: 'a', password: 'x' }],
      'request',
      ['/0/id readOnly'],
    ],
    [
      'in the alternative that accepts it',
      { oneOf: [{ type: 'string' }, USER] },
      { id: '1', name: 'a', password: 'x' },
      'request',
      ['/id readOnly'],
    ],
    [
      'is fine where the keyword is next to a reference, which ignores it in 3.0',
      { properties: { id: { $ref: '#/components/schemas/It/properties/name', readOnly: true }, name: {} } },
      { id: '1' },
      'request',
      [],
    ],
    [
      'that is wrong is reported as such',
      USER,
      { id: 1, name: 'a', password: 'x' },
      'request',
      ['/id type', '/id readOnly'],
    ],
  ])('%s', (_, It, value, direction, expected) => {
    expect(judge({ It }, value, direction)).toEqual(expect.arrayContaining([...expected]));
    expect(judge({ It }, value, direction)).toHaveLength(expected.length);
  });
});

function refersTo(reference: string): object {
  return { properties: { a: { $ref: reference } } };
}

/** How many copies there are of a schema that requests and responses have. */
function copies(schemas: object, others: Readonly<Record<string, unknown>> = {}): number {
  const set = schemaSetOf({
    'api.json': { openapi: '3.0.3', info: { title: 'Pets', version: '1' }, components: { schemas } },
    ...others,
  });
  const ref = { file: 'api.json', pointer: '/components/schemas/It', dialect: 'openapi-3.0' };
  const nodes = set.reach([
    { ...ref, direction: 'response' },
    { ...ref, direction: 'request' },
  ]);
  return nodes.filter(({ pointer }) => pointer === ref.pointer).length;
}

describe('a schema that both directions use', () => {
  const Id = { type: 'string', readOnly: true };
  const Marked = {
    type: 'object',
    required: ['id'],
    properties: { id: Id, next: { $ref: '#/components/schemas/It' } },
  };
  const to = (name: string) => refersTo(`#/components/schemas/${name}`);

  test.each<readonly [string, object]>([
    ['there are no marks', { It: to('Plain'), Plain: { type: 'string' } }],
    ['the marks are elsewhere', { It: to('Plain'), Plain: { type: 'string' }, Marked }],
    ['it refers to itself', { It: to('Again'), Again: to('It'), Marked: Id }],
    ['marked schemas refer to it', { It: to('Plain'), Plain: {}, Marked, Other: to('Marked') }],
  ])('is copied once where %s', (_, schemas) => {
    expect(copies(schemas)).toBe(1);
  });

  test.each<readonly [string, object, Readonly<Record<string, unknown>>]>([
    ['is marked', { It: { properties: { id: Id } } }, {}],
    ['refers to a marked one', { It: to('Marked'), Marked }, {}],
    [
      'refers to a marked one through others',
      { It: to('One'), One: to('Two'), Two: to('Marked'), Marked },
      {},
    ],
    [
      'is in a circle with a marked one',
      { It: to('One'), One: to('Two'), Two: { allOf: [to('It'), Id] } },
      {},
    ],
    [
      'refers to another file',
      { It: refersTo('ids.json'), Marked },
      { 'ids.json': { properties: { id: Id } } },
    ],
    ['has a discriminator', { It: { discriminator: { propertyName: 'a' } }, Marked }, {}],
    ['refers to nothing', { It: to('Missing'), Marked }, {}],
  ])('is copied for each where it %s', (_, schemas, others) => {
    expect(copies(schemas, others)).toBe(2);
  });

  test.each([
    ['before', ['Plain', 'It']],
    ['after', ['It', 'Plain']],
  ])('is read alike %s one that is marked', (_, names) => {
    const schemas = {
      It: to('Marked'),
      Plain: { properties: { a: { type: 'string' }, b: to('Plain') } },
      Marked,
    };
    const set = schemaSetOf({
      'api.json': { openapi: '3.0.3', info: { title: 'Pets', version: '1' }, components: { schemas } },
    });
    const found = names.map((name) =>
      (['request', 'response'] as const).map((direction) => {
        const ref = { file: 'api.json', pointer: `/components/schemas/${name}`, direction };
        const verdict = set.verdict({ a: {} }, ref);
        return verdict.kind === 'checked' ? shown(verdict.violations) : [verdict.kind];
      }),
    );
    const expected = { It: [[], ['/a required']], Plain: [['/a type'], ['/a type']] };
    expect(Object.fromEntries(names.map((name, index) => [name, found[index]]))).toEqual(expected);
  });
});
