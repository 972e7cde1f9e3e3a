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

function said(value: unknown, contract = 'servers.show', options?: ValueOptions): readonly string[] {
  return checkValue(servers, contract, value, options).findings.map(brief);
}

test('a value that satisfies the contract has no findings', () => {
  expect(said({ server: SERVER })).toEqual([]);
  expect(said({ server: { id: 1 } }, 'servers.any')).toEqual([]);
});

test('a finding points into the value printed as JSON, as if it were a file', () => {
  const { findings, sources, verdicts } = checkValue(servers, 'servers.show', {
    server: { ...SERVER, status: 'ON' },
  });
  expect(findings.map(brief)).toEqual([
    'value for servers.show 5:19-5:23 error sample-matches-schema /server/status "ON" is not one of "ACTIVE", "BUILD", "ERROR"',
  ]);
  expect(sources.get('value for servers.show')?.text.split('\n')[4]).toBe('        "status": "ON"');
  expect(verdicts[0]).toMatchObject({ file: 'value for servers.show', contract: 'servers.show' });
});

test('the laws apply to a value that looks like a versions document, those of files do not', () => {
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
    'value for versions.index 5:23-5:31 error status-known /versions/0/status "CURENT" is not one of CURRENT, SUPPORTED, DEPRECATED: did you mean "CURRENT"? [gophercloud rejects the whole document; keystoneauth skips this version] {enum}',
  ]);
  expect(findings.map(({ ruleId }) => ruleId)).not.toContain('final-newline');
});

describe('the schema is that of', () => {
  const locked = { server: { ...SERVER, locked: false } };
  const tagged = { server: { ...SERVER, locked: false, tags: [] } };

  test.each([
    ['the base microversion when none is said', { server: SERVER }, {}],
    ['the microversion that is said', locked, { microversion: '2.3' }],
    ['2.10, which is after 2.9', tagged, { microversion: '2.10' }],
  ])('%s', (_, value, options) => {
    expect(said(value, 'servers.show', options)).toEqual([]);
  });

  test('that range and no other', () => {
    expect(said(locked)).toHaveLength(1);
    expect(said({ server: SERVER }, 'servers.show', { microversion: '2.3' })).toEqual([
      'value for servers.show 2:15-2:16 error sample-matches-schema /server the required key "locked" is missing',
    ]);
  });
});

describe('it cannot be said of', () => {
  test.each([
    [
      'a contract that is misspelt',
      'server.show',
      {},
      'there is no contract `server.show`: did you mean `servers.show`?',
    ],
    [
      'a contract that is not there',
      'x',
      {},
      'there is no contract `x`: there are servers.show, servers.any',
    ],
    [
      'a microversion that is none',
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
      'a contract with ranges and no microversion',
      undefined,
      "`ranged` has a schema for each range (up to 2.2, 2.2 to 2.8): say at which microversion the value was obtained, `{ microversion: '2.61' }`",
    ],
    [
      'a microversion outside the ranges',
      '2.9',
      '`ranged` has no schema for microversion 2.9: it has schemas for up to 2.2, 2.2 to 2.8',
    ],
    [
      'a microversion in two ranges',
      '2.2',
      '`ranged` has several schemas for microversion 2.2 (up to 2.2, 2.2 to 2.8): end one range before the other',
    ],
  ])('%s', (_, microversion, message) => {
    const options = microversion === undefined ? {} : { microversion };
    expect(() => checkValue(ranged, 'ranged', {}, options)).toThrow(message);
  });

  test('a microversion at which the operation is absent', () => {
    expect(() => checkValue(ranged, 'gone', {}, { microversion: '2.36' })).toThrow(
      '`gone` is absent at microversion 2.36: it has the range up to 2.35',
    );
  });

  test('and yet of a contract whose samples are gone', () => {
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

describe('a value that JSON cannot carry', () => {
  const loop: unknown[] = [];
  loop.push(loop);

  test.each([
    ['undefined', undefined, 'not a JSON value: undefined'],
    ['a function', Math.max, 'not a JSON value: function max() { [native code] }'],
    ['a big integer', 1n, 'not a JSON value: Do not know how to serialize a BigInt'],
    ['a promise', Promise.resolve({}), 'not a JSON value: this is a Promise: await it'],
    ['a map', new Map(), 'not a JSON value: this is a Map: give the value in it'],
    ['a loop', loop, expect.stringContaining('not a JSON value: Converting circular structure to JSON')],
  ])('is a finding that says so: %s', (_, value, message) => {
    expect(checkValue(servers, 'servers.any', value).findings).toEqual([
      expect.objectContaining({ ruleId: 'json-well-formed', message, file: 'value for servers.any' }),
    ]);
  });

  test('inside a value is left out, as it is in a body', () => {
    expect(said({ server: { id: 1, later: undefined } }, 'servers.any')).toEqual([]);
  });
});
