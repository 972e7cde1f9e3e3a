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
