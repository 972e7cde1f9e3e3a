import { describe, expect, test } from '@jest/globals';

import type { JsonObject } from '../../../src/model/json/json-value';
import { isUsedAsMap } from '../../../src/scaffold/infer/used-as-map';

const UUID = '6f70656e-7374-4163-8b00-000000000001';

describe('isUsedAsMap, by the names', () => {
  test.each<[string, JsonObject, boolean]>([
    ['no property', {}, false],
    ['property names', { id: 'a', name: 'b' }, false],
    ['a hyphen', { 'media-types': 'x', 'a-b': 'y' }, false],
    ['a dotted name of two labels', { 'hw.cpu': 1 }, false],
    ['a UUID', { [UUID]: 1 }, true],
    ['an IP address', { '2001:db8::1': { a: 1 } }, true],
    ['a host name', { 'compute-1.example.com': 1 }, true],
    ['numbers', { 0: 1, 17: 'x' }, true],
    ['days', { '2012-02-29': 1 }, true],
    ['a long hexadecimal id', { '6f70656e737441638b00000000000001': 1 }, true],
    ['words with spaces', { 'My Server Name': 'Apache1' }, true],
    ['a slash', { 'app.kubernetes.io/name': 'x', tier: 'web' }, true],
    ['paths', { '/v2/pets': {}, '/v2/pets/{id}': { get: 1 } }, true],
    ['half of the names data', { 'My Server Name': 'a', foo: 'b' }, true],
    ['less than half of the names data', { 'My Server Name': 'a', foo: 'b', bar: 'c' }, false],
    ['colons', { 'hw:cpu_policy': 'dedicated', 'hw:mem_page_size': 'large' }, true],
    ['a single colon', { 'quota:disk': 1 }, true],
    ['colons in most names', { 'hw:cpu_policy': 'shared', 'hw:mem': 'x', owner: 'x' }, true],
    ['a colon in half of the names', { 'hw:cpu_policy': 'shared', owner: 'x' }, false],
    ['a property of an extension', { 'OS-DCF:diskConfig': 'AUTO' }, false],
    [
      'colons, and values of two types',
      { 'OS-EXT-STS:vm_state': 'active', 'OS-EXT-STS:power_state': 1 },
      false,
    ],
    ['only names of extensions', { 'OS-X:a': '1', 'OS-Y:b': '2' }, true],
    ['only names of one extension, with objects', { 'os-x:a': { n: 1 }, 'os-x:b': { n: 2 } }, true],
    ['names of extensions and another', { 'OS-X:a': '1', 'OS-Y:b': '2', size: '3' }, false],
    ['names that start with a colon', { ':a': '1', ':b': '2' }, false],
    ['a colon in an object with an id', { id: '1', 'OS-DCF:diskConfig': 'AUTO' }, false],
    ['null', { 'OS-EXT-STS:task_state': null }, false],
  ])('%s', (_, object, expected) => {
    expect(isUsedAsMap([object])).toBe(expected);
  });
});

describe('isUsedAsMap, by the property that has them', () => {
  test.each<[string, string, JsonObject, boolean]>([
    ['metadata', 'metadata', { owner: 'x' }, true],
    ['metadata of two scalar types', 'metadata', { owner: 'x', size: 1 }, true],
    ['a word before it', 'user_metadata', { owner: 'x' }, true],
    ['camel case', 'extraSpecs', { cpu: 'x' }, true],
    ['labels', 'labels', { tier: 'web', name: 'x' }, true],
    ['another word', 'server', { owner: 'x' }, false],
    ['a word that contains it', 'metadatas', { owner: 'x' }, false],
    ['an array', 'metadata', { owner: ['x'] }, false],
    ['an object', 'metadata', { labels: { tier: 'web' } }, false],
    ['properties of a resource', 'metadata', { name: 'x', namespace: 'y', app: 'z' }, false],
    ['no property', 'metadata', {}, false],
  ])('%s', (_, name, object, expected) => {
    expect(isUsedAsMap([object], name)).toBe(expected);
  });
});

describe('isUsedAsMap, by objects with other names', () => {
  test.each<[string, readonly JsonObject[], boolean]>([
    ['three names, none in two objects', [{ foo: 'a', bar: 'b' }, { baz: 'c' }], true],
    ['two names, none in two objects', [{ foo: 'a' }, { bar: 'b' }], true],
    ['actions', [{ resume: null }, { suspend: null }], false],
    ['three names in one object', [{ foo: 'a', bar: 'b', baz: 'c' }], false],
    ['an empty object', [{ foo: 'a', bar: 'b', baz: 'c' }, {}], false],
    ['values of two types', [{ foo: 'a', bar: 1 }, { baz: 'c' }], false],
    [
      'a name in common',
      [
        { owner: 'x', env: 'prod' },
        { owner: 'y', team: 'z' },
      ],
      true,
    ],
    [
      'numbers',
      [
        { red: 1, blue: 2 },
        { red: 3, green: 4 },
      ],
      true,
    ],
    ['optional properties', [{ city: 'x', zip: 'y' }, { city: 'x' }, { city: 'z', zip: 'y' }], false],
    [
      'most names in common',
      [
        { a: 'x', b: 'x', c: 'x', d: 'x' },
        { a: 'y', b: 'y', c: 'y', e: 'y' },
      ],
      false,
    ],
    [
      'an id',
      [
        { id: '1', zip: 'y' },
        { id: '2', street: 'z' },
      ],
      false,
    ],
    [
      'a name that all of many objects have',
      [
        { city: 'a', x: '1' },
        { city: 'b', y: '1' },
        { city: 'c', z: '1' },
        { city: 'd', w: '1' },
      ],
      false,
    ],
    ['objects of one shape', [{ private: [{ addr: '::1' }] }, { public: [{ addr: '::2' }] }], true],
    ['objects of two shapes', [{ email: { to: 'x' } }, { sms: { number: 'y' } }], false],
    [
      'arrays under the same name',
      [
        { private: ['x'], a: ['y'] },
        { private: ['z'], b: ['y'] },
      ],
      false,
    ],
  ])('%s', (_, objects, expected) => {
    expect(isUsedAsMap(objects, 'notes')).toBe(expected);
    expect(isUsedAsMap(objects.toReversed(), 'notes')).toBe(expected);
  });

  test('documents that differ in some names are not maps', () => {
    expect(
      isUsedAsMap([
        { owner: 'x', env: 'prod' },
        { owner: 'y', team: 'z' },
      ]),
    ).toBe(false);
    expect(isUsedAsMap([{ foo: 'a', bar: 'b' }, { baz: 'c' }])).toBe(true);
  });
});
