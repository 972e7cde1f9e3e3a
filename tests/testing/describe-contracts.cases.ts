import { beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';

import { check } from '../../src/engine/check';
import { isAboutOneDocument } from '../../src/engine/judge/verdicts';
import type { CheckResult } from '../../src/model/findings/check-result';
import { formatFindings } from '../../src/reporters/pretty/format-findings';
import { RULES } from '../../src/rules/rule-registry';
import { childRuns } from './child-runs';
import { withoutStacks, type ChildSuite } from './run-runner';

const PROJECTS = join(__dirname, '../fixtures/projects');

const across = RULES.filter((rule) => !isAboutOneDocument(rule) && rule.subject !== 'change').map(
  ({ id }) => id,
);

let suites: ReadonlyMap<string, ChildSuite>;
let inVitest: ReadonlyMap<string, ChildSuite>;
let url = '';

function suite(name: string): ChildSuite {
  const found = suites.get(name);
  if (found === undefined) throw new Error(`the run has no results for ${name}`);
  return found;
}

/** The tests that a file declares inside `describe(title)`, by their names there. */
function testsIn(name: string, title: string): ChildSuite['tests'] {
  return suite(name).tests.flatMap((each) =>
    each.name.startsWith(`${title} `) ? [{ ...each, name: each.name.slice(title.length + 1) }] : [],
  );
}

beforeAll(async () => {
  const runs = await childRuns();
  suites = runs.jest;
  inVitest = runs.vitest;
  url = runs.url;
});

test('a project has one test per sample and one per rule that looks across documents', () => {
  const samples = ['bad.json', 'server-get-resp.json', 'server-get-v257.json'].concat(
    ['v2.10', 'v2.3'].map((folder) => `${folder}/server-get-resp.json`),
  );
  expect(suite('projects').message).toBe('');
  expect(testsIn('projects', 'green')).toEqual(
    [...samples.map((name) => `api_samples/servers/${name}`), ...across].map((name) => ({
      name: `contracts of contracts.yaml ${name}`,
      status: 'passed',
      failure: '',
    })),
  );
});

test('a failure shows exactly what `samplegate check` prints', async () => {
  const result = await check({ cwd: join(PROJECTS, 'servers-wrong') });
  expect(result.findings.length).toBeGreaterThan(5);
  expect(testsIn('projects', 'red').map(({ name, failure }) => [name, failure])).toEqual(
    result.verdicts.map(({ file, name, findings }) => [
      `contracts of contracts.yaml ${file ?? name}`,
      findings.length === 0 ? '' : asPrinted(findings, result),
    ]),
  );
});

function asPrinted(findings: CheckResult['findings'], { verdicts }: CheckResult): string {
  const contracts = new Map(verdicts.map(({ file = '', contract = '' }) => [file, contract]));
  const known = new Map([...contracts].filter(([, contract]) => contract !== ''));
  return formatFindings(findings, { color: false, contracts: known });
}

test('`failOn` sets the severity that fails a test', () => {
  const name = 'contracts of contracts.yaml api_samples/flavor.json';
  expect(
    ['by default', 'at warning'].map(
      (title) => testsIn('projects', title).find((each) => each.name === name)?.status,
    ),
  ).toEqual(['passed', 'failed']);
});

test('vitest declares the same tests, which fail with the same texts', () => {
  expect([...inVitest.keys()].toSorted()).toEqual([...suites.keys()].toSorted());
  for (const [name, found] of suites) {
    const other = inVitest.get(name);
    expect({ name, tests: other && withoutStacks(other), message: other?.message }).toEqual({
      name,
      tests: withoutStacks(found),
      message: found.message,
    });
  }
});

test('a wrong manifest fails one test, which shows every mistake with line and column', () => {
  expect(suite('wrong-manifest').tests).toEqual([
    {
      name: 'contracts of contracts.yaml the contracts can be checked',
      status: 'failed',
      failure: [
        'the manifest is wrong, so nothing was checked',
        '',
        'contracts.yaml',
        '',
        '  1:1   error  manifest   /servce',
        '        unknown property "servce": did you mean "service"?',
        '    1 | servce: compute',
        '      | ^^^^^^',
        '',
        '  5:5   error  manifest   /contracts/servers.show/sample',
        '        unknown property "sample": did you mean "samples"?',
        '    5 |     sample: servers/server-get-resp.json',
        '      |     ^^^^^^',
        '',
        '  6:20  error  manifest   /base_microversion',
        '        2.10 without quotes is the number 2.1: write "2.10"',
        '    6 | base_microversion: 2.10',
        '      |                    ^^^^',
      ].join('\n'),
    },
  ]);
});

test('the manifest is found from the test file upwards, although Jest runs in another folder', () => {
  expect(testsIn('above', 'contracts of').slice(0, 1)).toEqual([
    { name: 'package/contracts.yaml package/api_samples/thing.json', status: 'passed', failure: '' },
  ]);
  expect(testsIn('above', 'a').map(({ name, status }) => [name, status])).toEqual([
    ['right value', 'passed'],
    ['wrong value', 'failed'],
  ]);
});

test('the matcher checks against the manifest that `describeContracts` was called with', () => {
  expect(
    suite('chosen')
      .tests.filter(({ name }) => !across.some((id) => name.endsWith(` ${id}`)))
      .map(({ name, status, failure }) => [name, status, failure.split('\n')[0]]),
  ).toEqual([
    ['a value of the other manifest', 'passed', ''],
    ['a contract of the manifest above', 'failed', 'there is no contract `thing`: did you mean `things`?'],
    ['its own choice', 'passed', ''],
  ]);
});

test('a missing manifest fails one test', () => {
  expect(suite('no-manifest').tests).toEqual([
    {
      name: 'contracts of contracts.yaml the contracts can be checked',
      status: 'failed',
      failure:
        "there is no contracts.yaml here or in a folder above: run `samplegate init` to write one, or choose one with `{ manifest: 'FILE' }`",
    },
  ]);
});

test("a missing file is a finding, although Node's errors come from another realm", () => {
  const failures = testsIn('projects', 'missing files').filter(({ status }) => status === 'failed');
  expect(
    failures.map(({ name, failure }) => [name.replace(/^.* /, ''), failure.split('\n')[3]?.trim()]),
  ).toEqual([
    [
      'api_samples/dangling.json',
      'cannot be read: the target of this symbolic link does not exist; fix or remove the link',
    ],
    [
      'fact-found',
      'the fact "x" has no value here: `gone.txt` cannot be read: there is no such file; create it, or fix the path',
    ],
  ]);
});

test('the test of each sample that was not judged fails and names only that sample, and one test per fact', () => {
  const failed = testsIn('projects', 'not judged').filter(({ failure }) => failure !== '');
  const broken =
    '  1:2  error  sample-judged\n       2 samples not checked: the object that starts on line 1 is not closed: expected `}`, got the end of the text';
  expect(failed.map(({ failure }) => failure.split('\n').filter((line) => line.includes(' see ')))).toEqual([
    ['       see api_samples/a.json:1:1  not checked'],
    ['       see api_samples/b.json:1:1  not checked'],
    [],
    [],
  ]);
  expect(
    failed.map(({ name, failure }) => [
      name.replace('contracts of contracts.json ', ''),
      failure.split('\n').slice(2, 4).join('\n'),
    ]),
  ).toEqual([
    ['api_samples/a.json', broken],
    ['api_samples/b.json', broken],
    [
      'api_samples/d.json',
      '  1:2  error  sample-judged\n       not checked: the object that starts on line 1 is not closed: expected `}`, got the end of the text',
    ],
    [
      'sample-judged',
      '  1:208  error  sample-judged   /facts/x/0\n         not checked: the fact "x" has no value here: `gone.txt` cannot be read: there is no such file; create it, or fix the path',
    ],
  ]);
});

/** `name status` of each test that is not about a rule. */
function statuses(tests: ChildSuite['tests']): readonly string[] {
  return tests
    .map(({ name, status }) => `${name.replace('contracts of contracts.json ', '')} ${status}`)
    .filter((line) => !across.some((id) => line.endsWith(`${id} passed`)));
}

describe('with a live service', () => {
  const ALL = [
    'api_samples/a.json passed',
    'GET /right passed',
    'GET /wrong failed',
    'GET / passed',
    'responses that self links lead to failed',
  ];

  test.each(['an object', 'a function'])(
    'there is one test per live request, and one for responses that links lead to: %s',
    (title) => {
      expect(suite('live').message).toBe('');
      expect(statuses(testsIn('live', title))).toEqual(ALL);
    },
  );

  test('a failure shows the place in the response', () => {
    const failures = testsIn('live', 'an object').flatMap(({ failure }) => (failure === '' ? [] : [failure]));
    expect(failures.map((failure) => failure.split('\n').slice(0, 4).join('\n'))).toEqual([
      [
        `${url}wrong   contract wrong`,
        '',
        '  1:6  error  sample-matches-schema   /a',
        '       expected 1, got 2',
      ].join('\n'),
      expect.stringMatching(/v1\/.*\n\n.*error {2}microversion-form {3}\/version\/version\n/),
    ]);
  });

  test('a service that is down fails every live test with the reason, and no test of a sample', () => {
    const tests = testsIn('live', 'down');
    expect(statuses(tests)).toEqual([
      'api_samples/a.json passed',
      ...['GET /right', 'GET /wrong', 'GET /'].map((request) => `${request} failed`),
      'responses that self links lead to passed',
    ]);
    for (const { failure } of tests.filter(({ status }) => status === 'failed')) {
      expect(failure).toMatch(/^http:\/\/127\.0\.0\.1:9\/\S*.*\n\n.*error {2}live-answers\n.*refused/);
    }
  });

  test('a manifest without a live request fails one test, as nothing would be checked', () => {
    expect(suite('live-without-requests').tests).toEqual([
      {
        name: 'contracts of contracts.yaml the contracts can be checked',
        status: 'failed',
        failure:
          'no contract in `contracts.yaml` has a `live:` request, so there is nothing to send to a service: add one, such as `live: { request: GET / }`',
      },
    ]);
  });

  test('SAMPLEGATE_LIVE_URL overrides a service that the tests name or start', () => {
    expect(statuses(suite('live-elsewhere').tests)).toEqual(
      ['an object', 'a function', 'nothing'].flatMap((title) => ALL.map((line) => `${title} ${line}`)),
    );
  });
});
