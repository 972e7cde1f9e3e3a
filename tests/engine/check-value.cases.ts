import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';

import { checkValue, type ValueOptions } from '../../src/engine/check-value';
import { openProject } from '../../src/engine/open/open-project';
import { brief } from './brief';
import { tempProject } from './temp-project';

const ROOT = join(__dirname, '../..');
const servers = openProject({ cwd: join(ROOT, 'tests/fixtures/projects/servers-right') });
const versions = openProject({ cwd: ROOT });

const SERVER = { id: '8f4cbcd2-a1b3-4a0b-9f4c-0d1a2b3c4d5e', name: 'web-1', status: 'ACTIVE' };

function findingsOf(value: unknown, contract = 'servers.show', options?: ValueOptions): readonly string[] {
  return checkValue(servers, contract, value, options).findings.map(brief);
}

test('a value that satisfies the contract has no findings', () => {
  expect(findingsOf({ server: SERVER })).toEqual([]);
  expect(findingsOf({ server: { id: 1 } }, 'servers.any')).toEqual([]);
});

test('the result has no matrix: the value is not one of the samples', () => {
  expect(checkValue(servers, 'servers.show', { server: SERVER }).matrix).toBeUndefined();
});

test('a finding points into the value printed as JSON, as if it were a file', () => {
  const { findings, verdicts } = checkValue(servers, 'servers.show', {
    server: { ...SERVER, status: 'ON' },
  });
  expect(findings.map(brief)).toEqual([
    'value for servers.show 5:19-5:23 error sample-matches-schema /server/status expected one of "ACTIVE", "BUILD", "ERROR", got "ON"',
  ]);
  expect(findings[0]?.excerpt?.lines[2]).toBe('        "status": "ON"');
  expect(verdicts[0]).toMatchObject({ file: 'value for servers.show', contract: 'servers.show' });
});

test('the laws apply to a value that looks like a versions document, except those about files', () => {
  const value = {
    versions: [
      {
        id: 'v2.1',
        status: 'CURENT',
        links: [{ rel: 'self', href: 'http://127.0.0.1:8774/v2.1/' }],
        version: '2.60',
        min_version: '2.1',
        updated: '2013-07-23T11:33:21Z',
      },
    ],
  };
  const findings = checkValue(versions, 'versions.index', value).findings;
  expect(findings.filter(({ severity }) => severity !== 'info').map(brief)).toEqual([
    'value for versions.index 5:23-5:31 error status-known /versions/0/status expected one of "CURRENT", "SUPPORTED", "DEPRECATED", got "CURENT": did you mean "CURRENT"? [gophercloud rejects the whole document; keystoneauth skips this version] {enum}',
  ]);
  expect(findings.map(({ ruleId }) => ruleId)).not.toContain('final-newline');
});

describe('a value is validated with the schema of', () => {
  const locked = { server: { ...SERVER, locked: false } };
  const tagged = { server: { ...SERVER, locked: false, tags: [] } };

  test.each([
    ['the base microversion by default', { server: SERVER }, {}],
    ['the given microversion', locked, { microversion: '2.3' }],
    ['2.10, which is newer than 2.9', tagged, { microversion: '2.10' }],
  ])('%s', (_, value, options) => {
    expect(findingsOf(value, 'servers.show', options)).toEqual([]);
  });

  test('that range and no other', () => {
    expect(findingsOf(locked)).toHaveLength(1);
    expect(findingsOf({ server: SERVER }, 'servers.show', { microversion: '2.3' })).toEqual([
      'value for servers.show 2:15-2:16 error sample-matches-schema /server required property "locked" is missing',
    ]);
  });
});

describe('a value cannot be checked', () => {
  test.each([
    [
      'against a misspelt contract',
      'server.show',
      {},
      'there is no contract `server.show`: did you mean `servers.show`?',
    ],
    [
      'against an unknown contract',
      'x',
      {},
      'there is no contract `x`: use one of servers.show, servers.any',
    ],
    [
      'at an invalid microversion',
      'servers.show',
      { microversion: '2' },
      '`2` is not a microversion: write it as X.Y, such as 2.61',
    ],
  ])('%s', (_, contract, options, message) => {
    expect(() => checkValue(servers, contract, {}, options)).toThrow(message);
  });

  const ranged = openProject({
    cwd: tempProject({
      'contracts.json': {
        contracts: {
          ranged: {
            ranges: [
              { max_version: '2.2', schema: 'a.json' },
              { min_version: '2.2', max_version: '2.8', schema: 'a.json' },
            ],
            samples: 'gone.json',
          },
          gone: { max_version: '2.35', schema: 'a.json', samples: 'gone.json' },
        },
      },
      'schemas/a.json': { type: 'object' },
      'api_samples/.keep': '',
    }),
  });

  test.each([
    [
      'without a microversion if the contract has ranges',
      undefined,
      "`ranged` has one schema per range (up to 2.2, 2.2 to 2.8): pass the microversion of the value, such as `{ microversion: '2.61' }`",
    ],
    [
      'at a microversion outside the ranges',
      '2.9',
      '`ranged` has no schema for microversion 2.9, only for up to 2.2, 2.2 to 2.8',
    ],
    [
      'at a microversion in two ranges',
      '2.2',
      '`ranged` has several schemas for microversion 2.2 (up to 2.2, 2.2 to 2.8): end one range before the other starts',
    ],
  ])('%s', (_, microversion, message) => {
    const options = microversion === undefined ? {} : { microversion };
    expect(() => checkValue(ranged, 'ranged', {}, options)).toThrow(message);
  });

  test('at a microversion at which the operation is absent', () => {
    expect(() => checkValue(ranged, 'gone', {}, { microversion: '2.36' })).toThrow(
      '`gone` is absent at microversion 2.36: its range is up to 2.35',
    );
  });

  test('a contract without samples can be checked', () => {
    expect(checkValue(ranged, 'ranged', {}, { microversion: '2.1' }).findings).toEqual([]);
  });
});

test('a broken schema is a finding in the schema', () => {
  const cwd = tempProject({
    'contracts.json': { contracts: { a: { schema: 'a.json' }, b: { schema: 'gone.json' } } },
    'schemas/a.json': { type: 'obect' },
    'api_samples/.keep': '',
  });
  const project = openProject({ cwd });
  expect(checkValue(project, 'a', {}).findings.map(({ file, ruleId }) => `${file} ${ruleId}`)).toEqual([
    'schemas/a.json schema-is-valid',
  ]);
  expect(checkValue(project, 'b', {}).findings.map(({ file, ruleId }) => `${file} ${ruleId}`)).toEqual([
    'contracts.json schema-readable',
  ]);
});

describe('a value that JSON cannot represent', () => {
  const loop: unknown[] = [];
  loop.push(loop);
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level += 1) deep = [deep];

  test.each([
    ['undefined', undefined, 'expected a JSON value, got undefined'],
    ['a function', Math.max, 'expected a JSON value, got function max() { [native code] }'],
    [
      'a big integer',
      1n,
      'expected a JSON value, but JSON.stringify failed: Do not know how to serialize a BigInt',
    ],
    ['a promise', Promise.resolve({}), 'expected a JSON value, got a Promise: await it'],
    ['a value of 100,000 levels', deep, 'expected a JSON value, got a value that nests too deep: flatten it'],
    ['a map', new Map(), 'expected a JSON value, got a Map: convert it to JSON first'],
    [
      'a loop',
      loop,
      expect.stringContaining(
        'expected a JSON value, but JSON.stringify failed: Converting circular structure to JSON',
      ),
    ],
  ])('is a finding that says so: %s', (_, value, message) => {
    expect(checkValue(servers, 'servers.any', value).findings).toEqual([
      expect.objectContaining({ ruleId: 'json-well-formed', message, file: 'value for servers.any' }),
    ]);
  });

  test.each([
    { toString: 1 },
    { toString: null, valueOf: null },
    { toJSON: 5 },
    JSON.parse('{ "__proto__": { "a": 1 }, "constructor": 2, "hasOwnProperty": 3 }'),
    Object.create(null),
  ])('is not one with the properties of an object: %j', (value) => {
    expect(findingsOf({ server: { id: 1, value } }, 'servers.any')).toEqual([]);
    expect(checkValue(servers, 'servers.any', value).findings.map(({ ruleId }) => ruleId)).not.toContain(
      'json-well-formed',
    );
  });

  test('inside a value is left out, as it is in a body', () => {
    expect(findingsOf({ server: { id: 1, later: undefined } }, 'servers.any')).toEqual([]);
  });
});
