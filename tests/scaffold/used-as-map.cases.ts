import { describe, expect, test } from '@jest/globals';

import { isUsedAsMap } from '../../src/scaffold/used-as-map';

describe('isUsedAsMap', () => {
  test.each([
    ['no property', {}, 0, false],
    ['property names', { id: ['a'], name: ['b'] }, 1, false],
    ['a name with a colon or a hyphen', { 'OS-EXT-STS:task_state': [1], 'media-types': [2] }, 1, false],
    ['a dotted name of two labels', { 'hw.cpu': [1] }, 1, false],
    ['a UUID', { '6f70656e-7374-4163-8b00-000000000001': [1] }, 1, true],
    ['an IP address', { '2001:db8::1': [1] }, 1, true],
    ['a host name', { 'compute-1.example.com': [1] }, 1, true],
    ['numbers', { 0: [1], 17: [2] }, 1, true],
    ['days', { '2012-02-29': [1] }, 1, true],
    ['a long hexadecimal id', { '6f70656e737441638b00000000000001': [1] }, 1, true],
    ['words with spaces', { 'My Server Name': ['Apache1'] }, 1, true],
    ['half of the names data', { 'My Server Name': ['a'], foo: ['b'] }, 1, true],
    ['less than half of the names data', { 'My Server Name': ['a'], foo: ['b'], bar: ['c'] }, 1, false],
    ['three names, none in two objects', { foo: ['a'], bar: ['b'], baz: ['c'] }, 2, true],
    ['two names, none in two objects', { resume: [null], suspend: [null] }, 2, false],
    ['three names in one object', { foo: ['a'], bar: ['b'], baz: ['c'] }, 1, false],
    ['three names, one in two objects', { foo: ['a', 'd'], bar: ['b'], baz: ['c'] }, 2, false],
    ['three names with values of two types', { foo: ['a'], bar: [1], baz: ['c'] }, 2, false],
  ])('%s', (_, members, filled, expected) => {
    expect(isUsedAsMap(new Map<string, readonly unknown[]>(Object.entries(members)), filled)).toBe(expected);
  });
});
