import { afterEach, describe, expect, test } from '@jest/globals';
import type { IncomingHttpHeaders } from 'node:http';

import { readCompareMode, readLiveOptions, type LiveValues } from '../../../src/cli/options/live-options';
import { tempProject } from '../../engine/temp-project';
import { entry } from '../../engine/versions-subject';
import { createLoopback, pem } from '../../live/loopback';
import { runCli } from '../run-cli';

const loopback = createLoopback();

afterEach(loopback.close);

const IO = {
  env: { OS_TOKEN: 'secret-token' },
  isTerminal: false,
  isErrorTerminal: false,
  readStdin: async () => Buffer.from(''),
  interrupted: () => new Promise<void>(() => {}),
  out: () => {},
  err: () => {},
};

function read(values: LiveValues, cwd = '.') {
  return readLiveOptions(values, { ...IO, cwd })[0];
}

describe('options of live services', () => {
  test('are nothing but the environment where none is given', () => {
    expect(read({})).toEqual({ env: IO.env, headers: [] });
  });

  test('are read in the units that they are given in', () => {
    const cwd = tempProject({
      'ca.pem': pem('ca.pem'),
      'c.pem': pem('ca.pem'),
      'k.pem': pem('client.key'),
    });
    const values = {
      header: ['X-Auth-Token: $OS_TOKEN', 'X-A: b'],
      cacert: 'ca.pem',
      cert: 'c.pem',
      key: 'k.pem',
      insecure: true,
      timeout: '0.5',
      retries: '3',
      concurrency: '7',
      follow: true,
      'max-body': '0.5',
      negotiate: true,
    };
    expect(read(values, cwd)).toEqual({
      env: IO.env,
      headers: [
        { name: 'X-Auth-Token', value: 'secret-token', shown: '$OS_TOKEN', credential: true },
        { name: 'X-A', value: 'b', shown: 'b', credential: false },
      ],
      ca: pem('ca.pem'),
      cert: pem('ca.pem'),
      key: pem('client.key'),
      insecure: true,
      timeout: 500,
      retries: 3,
      concurrency: 7,
      follow: true,
      bodySize: 512 * 1024,
      negotiate: true,
    });
  });

  test.each<readonly [title: string, values: LiveValues, message: string]>([
    ['a certificate without its key', { cert: 'a.pem' }, '`--cert` and `--key` belong together'],
    ['a key without its certificate', { key: 'a.pem' }, '`--cert` and `--key` belong together'],
    [
      'a certificate that is not there',
      { cacert: 'gone.pem' },
      '`--cacert gone.pem` cannot be read: there is no such file',
    ],
    [
      'the text of a key in the place of its path, which is not repeated',
      { cacert: '-----BEGIN PRIVATE KEY-----\nMIIE' },
      '`--cacert` names a PEM file, and got its text: write it to a file, and name that file',
    ],
    ['a certificate that is none', { cacert: 'x.txt' }, '`--cacert x.txt` is not a PEM file'],
    [
      'a time-out of nothing',
      { timeout: '0' },
      '`--timeout` expects a number of seconds from 0.001 to 3600, got `0`',
    ],
    ['a time-out with a unit', { timeout: '5s' }, 'got `5s`'],
    [
      'retries below zero',
      { retries: '-1' },
      '`--retries` expects a whole number of repeats from 0 to 10, got `-1`',
    ],
    ['half a retry', { retries: '1.5' }, '`--retries`'],
    [
      'no concurrency',
      { concurrency: '0' },
      '`--concurrency` expects a whole number of requests from 1 to 1000, got `0`',
    ],
    ['half a request at once', { concurrency: '1.5' }, '`--concurrency`'],
    ['an endless body', { 'max-body': '1e9' }, '`--max-body` expects a number of megabytes'],
    [
      'a header without a name',
      { header: ['secret-token'] },
      'the value of `--header` has no valid header name',
    ],
    ['a variable that is not set', { header: ['X-Auth-Token: $GONE'] }, '`GONE`, which is not set'],
  ])('stop the run: %s', (_, values, message) => {
    const cwd = tempProject({ 'x.txt': 'no certificate' });
    expect(() => read(values, cwd)).toThrow(message);
  });
});

test.each([
  [undefined, undefined],
  ['exact', 'exact'],
  ['at-least', 'at-least'],
  ['shape', 'shape'],
])('`--compare %s` is %s', (text, mode) => {
  expect(readCompareMode(text)).toBe(mode);
});

test.each([
  ['atleast', 'unknown value `atleast` of `--compare`: did you mean `at-least`?'],
  ['loosely', 'unknown value `loosely` of `--compare`: use one of exact, at-least, shape'],
])('`--compare %s` stops the run', (text, message) => {
  expect(() => readCompareMode(text)).toThrow(message);
});

const PROJECT = {
  'contracts.json': {
    contracts: {
      a: { schema: 'a.json', samples: 'a.json', live: { request: 'GET /a' } },
      b: { schema: 'a.json', live: { request: 'GET /b', token: true } },
    },
  },
  'schemas/a.json': { type: 'object' },
  'api_samples/a.json': { a: 1 },
};

describe('samplegate check', () => {
  test.each([
    ['--header', ['--header', 'X: y']],
    ['--compare', ['--compare', 'shape']],
    ['--newest', ['--newest', '2.93']],
    ['--insecure', ['--insecure']],
    ['--negotiate', ['--negotiate']],
    ['--timeout', ['--timeout', '1']],
  ])('%s without a service stops the run', async (option, args) => {
    const { code, err } = await runCli(['check', ...args], { cwd: tempProject(PROJECT) });
    expect({ code, err }).toMatchObject({ code: 2 });
    expect(err).toContain(`\`${option}\` needs a live service: name one with \`--live URL\``);
  });

  test('holds responses to the contracts, sends credentials where they are wanted and shows them nowhere', async () => {
    const got: IncomingHttpHeaders[] = [];
    const { url } = await loopback.http((request, response) => {
      got.push(request.headers);
      response.setHeader('Content-Type', 'application/json');
      response.end(request.url === '/a' ? '{"a": 2}' : '["secret-token"]');
    });
    const { code, out, err } = await runCli(['check', '--live', url, '-H', 'X-Auth-Token: $OS_TOKEN'], {
      cwd: tempProject(PROJECT),
      env: IO.env,
    });
    expect(got.map((headers) => headers['x-auth-token'])).toEqual([undefined, 'secret-token']);
    expect(code).toBe(1);
    expect(out).toContain('the service sends 2, but the sample documents 1');
    expect(out).toContain(`${url}b`);
    expect(out + err).not.toContain('secret-token');
    expect(err).toBe('');
  });

  test.each<readonly [title: string, args: readonly string[], message: string]>([
    [
      'PATHs, at which no response lies',
      ['api_samples'],
      'a live service is always checked as a whole, not at PATHs: omit `api_samples`, or the service',
    ],
    ['a URL that is none', [], '`nova` is no URL'],
  ])('stops before it asks for %s', async (title, args, message) => {
    const requests: unknown[] = [];
    const { url } = await loopback.http((request) => requests.push(request));
    const live = title.startsWith('PATHs') ? url : 'nova';
    const { code, err } = await runCli(['check', ...args, '--live', live], { cwd: tempProject(PROJECT) });
    expect({ code, requests }).toEqual({ code: 2, requests: [] });
    expect(err).toContain(title.startsWith('PATHs') ? message : '`nova`');
  });

  test.each([
    ['--live', 'http://127.0.0.1:9'],
    ['--targets', 'targets.yaml'],
  ])('stops where the manifest has nothing to ask: %s', async (option, value) => {
    const cwd = tempProject({
      ...PROJECT,
      'contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json' } } },
      'targets.yaml': 'targets:\n  - { name: a, url: http://127.0.0.1:9 }\n',
    });
    const { code, err } = await runCli(['check', option, value], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('no contract in `contracts.json` has a `live:` request');
  });

  test.each([
    ['--insecure', ['--insecure'], '--insecure disables certificate verification'],
    [
      'a credential that no request wants',
      ['-H', 'X-Auth-Token: $OS_TOKEN'],
      'X-Auth-Token is a credential, but no request in the manifest has `token: true`',
    ],
  ])('warns of %s on the standard error', async (_, args, message) => {
    const { url } = await loopback.http((_request, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.end('{"a": 1}');
    });
    const [only] = Object.entries(PROJECT['contracts.json'].contracts);
    const cwd = tempProject({
      ...PROJECT,
      'contracts.json': { contracts: Object.fromEntries(only === undefined ? [] : [only]) },
    });
    const { code, out, err } = await runCli(['check', '--live', url, ...args], { cwd, env: IO.env });
    expect(code).toBe(0);
    expect(err).toContain(`samplegate: warning: `);
    expect(err).toContain(message);
    expect(out).not.toContain('warning: ');
    expect(out + err).not.toContain('secret-token');
  });
});

describe('samplegate laws', () => {
  test('--header without a URL stops the run', async () => {
    const cwd = tempProject({ 'a.json': { versions: [] } });
    const { code, err } = await runCli(['laws', 'a.json', '-H', 'X: y'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('`--header` needs a live service');
  });

  test('prints the versions of a service and what its links lead to, with credentials at the URL alone', async () => {
    const got: string[] = [];
    const { url } = await loopback.http((request, response) => {
      got.push([request.url, request.headers['x-auth-token']].filter(Boolean).join(' '));
      const version = entry('v1.0', `http://${request.headers.host}/v1/`, { version: '', min_version: '' });
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(request.url === '/' ? { versions: [version] } : { version }));
    });
    const { code, out } = await runCli(['laws', url, '-H', 'X-Auth-Token: $OS_TOKEN'], {
      cwd: '.',
      env: IO.env,
    });
    expect(got).toEqual(['/ secret-token', '/v1/']);
    expect(code).toBe(0);
    expect(out).toMatch(/v1\.0 +CURRENT/);
    expect(out).not.toContain('secret-token');
  });
});
