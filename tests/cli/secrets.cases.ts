import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { REPORTERS } from '../../src/reporters/reporter-registry';
import { tempProject } from '../engine/temp-project';
import { createLoopback } from '../live/loopback';
import { runCli } from './run-cli';

/** What is told to nobody: from a variable, spelt out, in the URL, and what the service makes up. */
const SECRETS = {
  token: 'gAAAAAB-planted-token',
  literal: 'planted-literal-key',
  password: 'planted%2Fpassword',
  cookie: 'planted-session-cookie',
};
const PLANTED = [
  ...Object.values(SECRETS),
  'planted/password',
  Buffer.from('operator:planted/password').toString('base64'),
];

const loopback = createLoopback();
let cwd = '';
let url = '';

// A service that repeats whatever it is sent, in the worst places: its body, its headers, where it redirects to.
beforeAll(async () => {
  const service = await loopback.http((request, response) => {
    const said = Object.entries(request.headers).map(([name, value]) => `${name}: ${String(value)}`);
    const basic = Buffer.from(
      (request.headers.authorization ?? '').replace('Basic ', ''),
      'base64',
    ).toString();
    response.setHeader('Set-Cookie', `session=${SECRETS.cookie}`);
    response.setHeader('X-Repeats', [...said, basic]);
    response.setHeader('Content-Type', 'application/json');
    if (request.url === '/moved') {
      response.writeHead(302, {
        Location: `http://operator:${SECRETS.password}@other.test/?token=${SECRETS.token}`,
      });
      response.end();
      return;
    }
    response.statusCode = request.url === '/broken' ? 500 : 200;
    const entry = {
      id: said.join(' '),
      status: basic,
      links: [{ rel: 'self', href: `http://operator:${SECRETS.password}@h.test/` }],
    };
    response.end(
      request.url === '/text' ? said.join('\n') : JSON.stringify({ versions: [entry], ...request.headers }),
    );
  });
  url = service.url.replace('http://', `http://operator:${SECRETS.password}@`);
  const requests = ['/', '/broken', '/text', '/moved'].map((path) => ({
    request: `GET ${path}`,
    token: true,
  }));
  cwd = tempProject({
    'contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json', live: requests } } },
    'schemas/a.json': { type: 'object', additionalProperties: false, properties: { a: { const: 1 } } },
    'api_samples/a.json': { a: 1 },
  });
  const headers = { 'X-Auth-Token': '$PLANTED_TOKEN', 'X-Api-Key': SECRETS.literal };
  const dead = `http://operator:${SECRETS.password}@127.0.0.1:9/`;
  writeFileSync(
    join(cwd, 'targets.json'),
    JSON.stringify({
      targets: [
        { name: 'one', url, headers },
        { name: 'dead', url: dead, headers },
      ],
    }),
  );
  writeFileSync(
    join(cwd, 'wrong.json'),
    JSON.stringify({
      targets: [{ url, headers, newest: 2.1 }, { url: `ftp://operator:${SECRETS.password}@h/` }],
    }),
  );
});

afterAll(loopback.close);

const HEADERS = ['--header', 'X-Auth-Token: $PLANTED_TOKEN', '--header', `X-Api-Key: ${SECRETS.literal}`];

async function printed(args: readonly string[]): Promise<{ readonly text: string; readonly code: number }> {
  const { out, err, code } = await runCli([...args, '--retries', '0', '--timeout', '5'], {
    cwd,
    env: { PLANTED_TOKEN: SECRETS.token },
  });
  return { text: out + err, code };
}

function leaks(text: string): readonly string[] {
  return PLANTED.filter((secret) => text.includes(secret));
}

describe.each(Object.keys(REPORTERS))('no secret is in a %s report', (format) => {
  const shown = ['--format', format, '--verbose', '--pedantic'];

  test.each([
    ['of a live check', () => ['check', '--live', url, ...HEADERS]],
    ['of the laws of a service', () => ['laws', url, '--negotiate', ...HEADERS]],
    ['of a service that is down', () => ['laws', url.replace(/:\d+\/?$/, ':9/'), ...HEADERS]],
    ['of a fleet', () => ['check', '--targets', 'targets.json', ...HEADERS]],
    ['of a fleet and the laws', () => ['laws', '--targets', 'targets.json']],
  ])('%s', async (_title, args) => {
    const { text, code } = await printed([...args(), ...shown]);
    expect(code).toBe(1);
    expect(text.length).toBeGreaterThan(50);
    expect(leaks(text)).toEqual([]);
  });

  test.each([
    ['of a wrong targets file', () => ['check', '--targets', 'wrong.json']],
    ['of a header without its variable', () => ['laws', url, '--header', 'X-Auth-Token: $NOT_SET']],
    ['of a URL that is none', () => ['laws', url.replace('http:', 'ftp:')]],
    ['of a header that is none', () => ['laws', url, '--header', SECRETS.literal]],
  ])('%s', async (_title, args) => {
    const { text, code } = await printed([...args(), ...shown]);
    expect(code).toBe(2);
    expect(leaks(text)).toEqual([]);
  });
});

test('no secret of a header without its option is in a warning', async () => {
  const { err } = await runCli(['check', 'api_samples/a.json', 'Authorization: Bearer planted-secret'], {
    cwd,
  });
  expect(err).toBe('samplegate: warning: skipped 1 PATH that brings no sample: `Authorization: •••`\n');
});

test('what was planted is really sent', async () => {
  const received: string[] = [];
  const service = await loopback.http((request, response) => {
    received.push(JSON.stringify(request.headers));
    response.end();
  });
  await printed(['laws', service.url.replace('http://', `http://operator:${SECRETS.password}@`), ...HEADERS]);
  for (const secret of [SECRETS.token, SECRETS.literal, PLANTED.at(-1)])
    expect(received.join('\n')).toContain(secret);
});
