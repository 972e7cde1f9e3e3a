import { beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';

import { matchers } from '../../src/testing/to-satisfy-contract';
import { childRuns } from './child-runs';
import type { ChildSuite } from './run-runner';

const cwd = join(__dirname, '../fixtures/projects/servers-right');
const server = { id: '8f4cbcd2-a1b3-4a0b-9f4c-0d1a2b3c4d5e', name: 'web-1', status: 'ACTIVE' };

let tests: ChildSuite['tests'];

beforeAll(async () => {
  const runs = await childRuns();
  tests = runs.jest.get('matcher')?.tests ?? [];
});

test.each([
  'satisfies',
  'not, and does not satisfy',
  'at a microversion',
  'a promise of a body',
  'asymmetric',
  'an error is one of the test',
])('a test passes: %s', (name) => {
  expect(tests.find((each) => each.name === name)).toEqual({ name, status: 'passed', failure: '' });
});

const NO_CONTRACT = 'there is no contract `server.show`: did you mean `servers.show`?';

test.each([
  [
    'does not satisfy',
    [
      'value for servers.show   contract servers.show',
      '',
      '  5:19  error  sample-matches-schema   /server/status',
      '        expected one of "ACTIVE", "BUILD", "ERROR", got "ACTVE": did you mean "ACTIVE"?',
      '    5 |         "status": "ACTVE"',
      '      |                   ^^^^^^^',
    ],
  ],
  ['not, and satisfies', ['expected the value not to satisfy the contract servers.show, but it does']],
  [
    'at another microversion',
    [
      'value for servers.show   contract servers.show',
      '',
      '  2:15  error  sample-matches-schema   /server',
      '        required property "locked" is missing',
    ],
  ],
  ['unknown contract', [NO_CONTRACT]],
  ['not, of an unknown contract', [NO_CONTRACT]],
  [
    'wrong manifest',
    [
      'the manifest is wrong, so nothing was checked',
      '',
      'contracts.yaml',
      '',
      '  1:1   error  manifest   /servce',
    ],
  ],
  [
    'no manifest',
    [
      "there is no contracts.yaml here or in a folder above: run `samplegate init` to write one, or choose one with `{ manifest: 'FILE' }`",
    ],
  ],
  [
    'undefined',
    [
      'value for servers.show   contract servers.show',
      '',
      '  1:1  error  json-well-formed',
      '       expected a JSON value, got undefined',
    ],
  ],
  [
    'not, undefined',
    [
      'value for servers.show   contract servers.show',
      '',
      '  1:1  error  json-well-formed',
      '       expected a JSON value, got undefined',
    ],
  ],
  [
    'not, of a broken schema whose rule is off',
    [
      'the contract silent cannot be checked',
      '',
      'contracts.json',
      '',
      '  1:63  error  sample-judged   /contracts/silent/schema',
      '        1 value not checked: there is no schema "gone.json" in schemas: create it, or fix the path',
    ],
  ],
  [
    'not, of a broken schema',
    [
      'the contract broken cannot be checked',
      '',
      'schemas/a.json',
      '',
      '  1:9  error  schema-is-valid   /type',
    ],
  ],
])('a test fails with a readable message: %s', (name, lines) => {
  const found = tests.find((each) => each.name === name);
  expect(found?.status).toBe('failed');
  expect(
    found?.failure
      .replace(/^Error: /, '')
      .split('\n')
      .slice(0, lines.length),
  ).toEqual(lines);
});

/** As JavaScript calls it, where no type refuses an argument. */
function callMatcher(...args: readonly unknown[]): unknown {
  return Reflect.apply(Reflect.get(matchers, 'toSatisfyContract'), undefined, args);
}

describe('called directly', () => {
  test('the matcher returns whether a value passes, and why not', () => {
    const { pass, message } = matchers.toSatisfyContract({ server: { ...server, id: 'x' } }, 'servers.show', {
      cwd,
    });
    expect(pass).toBe(false);
    expect(message()).toContain('error  sample-matches-schema   /server/id');
    expect(matchers.toSatisfyContract({ server }, 'servers.show', { cwd }).pass).toBe(true);
  });

  test.each([
    [undefined, 'got none'],
    [5, 'got the number 5'],
    [{ name: 'servers.show' }, 'got an object'],
  ])('a call with %j as the name of a contract is refused', (name, got) => {
    expect(() => callMatcher({ server }, name, { cwd })).toThrow(
      `\`toSatisfyContract\` needs the name of a contract, such as "servers.show", ${got}`,
    );
  });

  test('an option that it does not have is refused, with the nearest', () => {
    expect(() => callMatcher({ server }, 'servers.show', { cwd, microverson: '2.1' })).toThrow(
      'unknown option `microverson` of `toSatisfyContract`: did you mean `microversion`?',
    );
    expect(() => callMatcher({ server }, 'servers.show', '2.1')).toThrow(
      "the options of `toSatisfyContract` are an object, such as `{ manifest: 'FILE' }`",
    );
  });

  test('findings below error do not fail it', () => {
    const root = join(__dirname, '../..');
    const document = {
      version: {
        id: 'v2.1',
        status: 'CURRENT',
        links: [
          { rel: 'self', href: 'http://127.0.0.1:8774/v2.1/' },
          { rel: 'describedby', type: 'text/html', href: 'http://docs.openstack.org/' },
        ],
        'media-types': [
          { base: 'application/json', type: 'application/vnd.openstack.compute+json;version=2.1' },
        ],
        version: '2.250',
        min_version: '2.1',
        updated: '2013-07-23T11:33:21Z',
      },
    };
    expect(matchers.toSatisfyContract(document, 'versions.show', { cwd: root }).pass).toBe(true);
  });
});
