import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { check } from '../../../src/engine/check';
import { checkLaws } from '../../../src/engine/check-laws';
import { checkValue } from '../../../src/engine/check-value';
import { openProject } from '../../../src/engine/open/open-project';
import { parseHeaderOption } from '../../../src/live/header-setting';
import type { CheckResult } from '../../../src/model/findings/check-result';
import { createLoopback } from '../../live/loopback';
import { tempProject } from '../temp-project';

const loopback = createLoopback();
let url = '';
let cwd = '';

const BODIES: Record<string, unknown> = {
  '/users/admin': { user: { name: 'admin', role: 'admin' } },
  '/admin/wrong': { user: { name: 'root', role: 'admin', admin: 'admin' } },
  '/': {
    versions: [
      {
        id: 'v2.0',
        status: 'admin',
        links: [{ rel: 'self', href: 'http://op:pw@h.test/v2.0/?token=x&a=admin' }],
      },
    ],
  },
};

beforeAll(async () => {
  const service = await loopback.http((request, response) => {
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(BODIES[request.url ?? '']));
  });
  ({ url } = service);
  cwd = tempProject({
    'contracts.json': {
      contracts: {
        admin: {
          schema: 'admin.json',
          samples: 'admin.json',
          live: ['/users/admin', '/admin/wrong'].map((path) => ({ request: `GET ${path}`, token: true })),
        },
      },
    },
    'schemas/admin.json': {
      type: 'object',
      required: ['user'],
      properties: {
        user: {
          type: 'object',
          additionalProperties: false,
          required: ['name', 'role'],
          properties: { name: { const: 'admin' }, role: { enum: ['admin', 'member'] }, token: {} },
        },
      },
    },
    'api_samples/admin.json': { user: { name: 'admin', role: 'admin' } },
  });
});
afterAll(loopback.close);

function live(token: string) {
  return { url, retries: 0, headers: [parseHeaderOption(`X-Auth-Token: ${token}`, {})] };
}

/** What is wrong and where, without the texts that a service sent. */
function verdictsIn({ findings }: CheckResult): readonly string[] {
  return findings.map(({ ruleId, severity, file, start, end }) =>
    [ruleId, severity, file, start.offset, end.offset].join(' '),
  );
}

function filesIn({ verdicts }: CheckResult): readonly unknown[] {
  return verdicts.map(({ name, contract, file }) => [name, contract, file]);
}

describe('a token that is an ordinary word', () => {
  test.each(['admin', 'role', 'user', 'member', 'object', 'expected', 'pw', 'x', '"name"', 'e', 'http'])(
    '%s changes no verdict',
    async (token) => {
      const other = await check({ cwd, live: live('gAAAA-other-token') });
      const result = await check({ cwd, live: live(token) });
      expect(verdictsIn(result)).toEqual(verdictsIn(other));
      expect({ ...result.summary }).toEqual({ ...other.summary });
      expect(filesIn(result)).toEqual(filesIn(other));
    },
  );

  test('is blanked in what the service sent, not in names', async () => {
    const { findings, verdicts } = await check({ cwd, live: live('admin') });
    expect(findings.map(({ message, file, pointer }) => ({ message, file, pointer }))).toEqual([
      { message: 'expected "admin", got "root"', file: `${url}admin/wrong`, pointer: '/user/name' },
      {
        message: 'unknown property "•••": the schema allows only "name", "role", "token"',
        file: `${url}admin/wrong`,
        pointer: '/user/•••',
      },
    ]);
    expect(findings.map(({ curl }) => curl)).toEqual([undefined, undefined]);
    expect(findings.map(({ excerpt }) => excerpt?.lines)).toEqual([
      ['{"user":{"name":"root","role":"•••••","•••••":"•••••"}}'],
      ['{"user":{"name":"root","role":"•••••","•••••":"•••••"}}'],
    ]);
    expect(
      verdicts.filter(({ group }) => group !== 'rule').map(({ name, contract }) => [name, contract]),
    ).toEqual([
      ['admin.json', 'admin'],
      ['GET /users/admin', 'admin'],
      ['GET /admin/wrong', 'admin'],
    ]);
  });
});

describe('a value of a file that equals a secret stays in messages, and the same from the service does not:', () => {
  const SECRET = 'adm1n-s3cret';
  const USER = { name: 'bob', role: 'member' };
  const PLACE = { users: USER };

  /** The messages about a response, with the secret as token. */
  async function messages(schema: object, sample: unknown, response: unknown): Promise<readonly string[]> {
    const folder = tempProject({
      'contracts.json': {
        contracts: {
          users: {
            schema: 'users.json',
            samples: 'users.json',
            live: { request: 'GET /made', sample: 'users.json', token: true },
          },
        },
        rules: { 'schema-constrains': 'off' },
      },
      'schemas/users.json': schema,
      'api_samples/users.json': sample,
    });
    BODIES['/made'] = response;
    const { findings } = await check({ cwd: folder, live: live(SECRET) });
    return findings.flatMap(({ message, related }) => [message, ...related.map((place) => place.message)]);
  }

  test.each<[string, object, unknown, string]>([
    [
      'an enum',
      { enum: [SECRET, 'member'] },
      `${SECRET}2`,
      `expected one of "${SECRET}", "member", got "•••2": did you mean "${SECRET}"?`,
    ],
    ['a constant', { const: SECRET }, `x ${SECRET}`, `expected "${SECRET}", got "x •••"`],
    [
      'a pattern',
      { pattern: `^${SECRET}$` },
      `${SECRET}!`,
      `expected a string that matches ^${SECRET}$, got "•••!"`,
    ],
    [
      'an alternative',
      { anyOf: [{ const: SECRET }, { const: 'member' }] },
      `${SECRET}.`,
      `expected "${SECRET}" or "member", got "•••.": did you mean "${SECRET}"?`,
    ],
    [
      'a required property',
      { required: [SECRET] },
      { [`${SECRET}-x`]: 1 },
      `required property "${SECRET}" is missing`,
    ],
    [
      'the properties that are allowed',
      { properties: { [SECRET]: {} }, additionalProperties: false },
      { [`${SECRET}s`]: 1 },
      `unknown property "•••s": did you mean "${SECRET}"?`,
    ],
  ])('%s', async (_, role, value, message) => {
    const schema = { type: 'object', properties: { role } };
    const sample = { role: role === Object(role) && 'required' in role ? { [SECRET]: 1 } : SECRET };
    expect(await messages(schema, sample, { role: value })).toContain(message);
  });

  test('values, properties and items of a sample', async () => {
    const sample = { users: [{ id: SECRET }], name: SECRET, [SECRET]: 1, role: 'x' };
    const response = { users: [{ id: `${SECRET}-2` }], name: 'bob', role: SECRET };
    const found = await messages({ type: 'object' }, sample, response);
    expect(found).toEqual(
      expect.arrayContaining([
        `the service omits the property "${SECRET}", which the sample documents`,
        expect.stringContaining(`the service sends "bob", but the sample documents "${SECRET}"`),
        expect.stringContaining('the service sends "•••", but the sample documents "x"'),
      ]),
    );
    const extra = await messages({ type: 'object' }, PLACE, { ...PLACE, [SECRET]: 1 });
    expect(extra).toContain('the service sends the property "•••", which the sample lacks');
  });
});

test.each(['admin', 'admin/'])('a word stays in a URL that was typed: %s', async (path) => {
  const { url: _url, ...settings } = live('admin');
  const result = await checkLaws({ urls: [url + path], live: settings });
  expect(result.findings.map(({ file }) => file)).toContain(url + path);
  expect(result.findings.every(({ file }) => !file.includes('•'))).toBe(true);
});

describe('what a service publishes', () => {
  test('is blanked in tables, messages and quoted lines, also without a token', async () => {
    const { versions, findings } = await checkLaws({ urls: [url], live: { retries: 0 } });
    expect(versions?.map(({ self }) => self)).toEqual(['http://•••@h.test/v2.0/?token=•••&a=admin']);
    expect(JSON.stringify(findings)).not.toMatch(/op:pw|token=x/);
    expect(findings.flatMap(({ excerpt }) => excerpt?.lines ?? []).join('\n')).toContain(
      'http://•••••@h.test/v2.0/?token=•&a=admin',
    );
  });

  test('is blanked in documents from standard input and in values of tests', async () => {
    const text = JSON.stringify(BODIES['/']);
    const laws = await checkLaws({ documents: [{ name: '<stdin>', text, kind: 'stdin' }] });
    expect(laws.versions?.map(({ self }) => self)).toEqual(['http://•••@h.test/v2.0/?token=•••&a=admin']);
    const { findings } = checkValue(openProject({ cwd }), 'admin', {
      user: { name: 'http://op:pw@h.test/', role: 'admin', 'a?token=s3cret': 1 },
    });
    expect(findings.map(({ message }) => message)).toEqual([
      'expected "admin", got "http://•••@h.test/"',
      'unknown property "a?token=•••": the schema allows only "name", "role", "token"',
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/op:pw|s3cret/);
  });

  test('stays in samples, which are files of the user', async () => {
    const text = JSON.stringify(BODIES['/']);
    const { versions } = await checkLaws({ documents: [{ name: 'a.json', text }] });
    expect(versions?.map(({ self }) => self)).toEqual(['http://op:pw@h.test/v2.0/?token=x&a=admin']);
  });
});

test('two responses whose names differ only in a secret keep their own texts', async () => {
  const service = await loopback.http((request, response) => {
    const base = `http://${request.headers.host ?? ''}/v2.0/?token=`;
    const link = (token: string) => ({
      id: 'v2.0',
      status: 'CURRENT',
      links: [{ rel: 'self', href: base + token }],
    });
    response.setHeader('Content-Type', 'application/json');
    response.end(
      request.url === '/'
        ? JSON.stringify({ versions: [link('first-token'), link('second-token')] })
        : `{"version": {"id": "${request.url ?? ''}", "id": 1}}`,
    );
  });
  const { findings } = await checkLaws({ urls: [service.url], live: { retries: 0 } });
  const files = [`${service.url}v2.0/?token=•••`, `${service.url}v2.0/?token=••• (2)`];
  const blanks = files.map((file) =>
    findings.flatMap((finding) => (finding.file === file ? (finding.excerpt?.lines ?? []) : [])).join('\n'),
  );
  expect(blanks.map((text) => text.match(/•+/)?.[0].length)).toEqual([11, 12]);
});

describe('a failure repeats no secret', () => {
  const secret = 'gAAAA-secret-token';
  const laws = async (address: string, env: Readonly<Record<string, string>> = {}) => {
    const { url: _url, ...settings } = live(secret);
    const result = await checkLaws({ urls: [address], live: { ...settings, env, timeout: 3000 } });
    return JSON.stringify([result.findings, result.summary, result.verdicts]);
  };

  test.each([
    ['a port that refuses', 'http://op:url-password@127.0.0.1:1/', {}],
    ['an unknown host', `http://op:url-password@${secret.toLowerCase()}.invalid/`, {}],
    [
      'a proxy that refuses',
      'http://service.invalid/',
      { HTTP_PROXY: 'http://me:proxy-password@127.0.0.1:1' },
    ],
    [
      'a proxy for HTTPS',
      'https://service.invalid/',
      { HTTPS_PROXY: 'http://me:proxy-password@127.0.0.1:1' },
    ],
  ])('%s', async (_, address, env) => {
    const text = await laws(address, env);
    expect(text).toContain('live-answers');
    expect(text).not.toMatch(/url-password|proxy-password|gAAAA-secret/);
  });

  test('a certificate that is not trusted', async () => {
    const service = await loopback.tls('wrong-host', '');
    const text = await laws(service.url.replace('//', '//op:url-password@'));
    expect(text).toContain('certificate');
    expect(text).not.toMatch(/url-password|gAAAA-secret/);
  });

  test.each([
    ['a broken answer', `HTTP/1.1 200 OK\r\nContent-Length: 99\r\nX: ${secret}\r\n\r\n{"a": "${secret}`],
    ['an answer that is not HTTP', `${secret}\r\n\r\n`],
    ['an unknown encoding', `HTTP/1.1 200 OK\r\nContent-Encoding: ${secret}\r\nContent-Length: 2\r\n\r\n{}`],
    [
      'an unknown Content-Type',
      `HTTP/1.1 200 OK\r\nContent-Type: text/${secret}\r\nContent-Length: 2\r\n\r\n{}`,
    ],
    [
      'a redirect',
      `HTTP/1.1 302 Found\r\nLocation: http://op:pw@h.test/${secret}\r\nContent-Length: 0\r\n\r\n`,
    ],
  ])('%s', async (_, answer) => {
    const service = await loopback.raw((socket) => socket.end(answer));
    const text = await laws(service.url);
    expect(text).toContain('"severity":"error"');
    expect(text).not.toMatch(/op:pw|gAAAA-secret/);
  });
});
