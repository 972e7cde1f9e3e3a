import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

import { afterEach, describe, expect, test } from '@jest/globals';

import type { Client, ClientSettings } from '../../src/model/live/client';
import { createClient } from '../../src/live/create-client';
import type { Exchange, HttpHeaders } from '../../src/model/live/exchange';
import type { HeaderSetting } from '../../src/model/live/target';
import { createLoopback, DEFAULT_HEADERS, get, pem, plain, SETTINGS } from './loopback';

const loopback = createLoopback();
afterEach(loopback.close);

const TOKEN: HeaderSetting = {
  name: 'X-Auth-Token',
  value: 'gAAAA-secret',
  shown: '$OS_TOKEN',
  credential: true,
};

function open(settings: Partial<ClientSettings> = {}): Client {
  return loopback.client(createClient({ ...SETTINGS, ...settings }));
}

/** A server that responds with `{}` and records the headers of each request as they were sent. */
async function record(): Promise<{ readonly url: string; readonly seen: readonly (readonly string[])[] }> {
  const seen: string[][] = [];
  const { url } = await loopback.http((request, response) => {
    const raw = request.rawHeaders;
    seen.push(raw.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${raw[at + 1] ?? ''}`] : [])));
    response.end('{}');
  });
  return { url, seen };
}

function plainHeader(name: string, value: string): HeaderSetting {
  return { name, value, shown: value, credential: false };
}

function statusOf(exchange: Exchange): number | string {
  return exchange.kind === 'answered' ? exchange.answer.status : exchange.failure.kind;
}

function headersOf(exchange: Exchange): HttpHeaders {
  return exchange.kind === 'answered' ? exchange.answer.headers : [];
}

/** The headers without those that Node and undici add. */
function own(lines: readonly string[] = []): readonly string[] {
  return lines.filter((line) => !/^(host|connection): /i.test(line));
}

describe('a request', () => {
  test('sends Accept and User-Agent by default', async () => {
    const { url, seen } = await record();
    const exchange = await open().send(get(url));
    expect(own(seen[0])).toEqual(['Accept: application/json', 'User-Agent: samplegate']);
    expect(exchange.request).toEqual({ method: 'GET', url, headers: DEFAULT_HEADERS });
  });

  test('prefers its own headers to those of its target, and these to those of the client', async () => {
    const { url, seen } = await record();
    const client = open({
      headers: [plainHeader('accept', '*/*'), plainHeader('X-One', 'client'), plainHeader('X-Two', 'client')],
    });
    await client.send(
      get(url, {
        headers: [
          ['OpenStack-API-Version', 'compute 2.1'],
          ['OpenStack-API-Version', 'compute 2.2'],
          ['User-Agent', 'another'],
        ],
        settings: [plainHeader('x-one', 'target')],
      }),
    );
    expect(own(seen[0])).toEqual([
      'accept: */*',
      'X-Two: client',
      'x-one: target',
      'OpenStack-API-Version: compute 2.1',
      'OpenStack-API-Version: compute 2.2',
      'User-Agent: another',
    ]);
  });

  test.each([
    { token: true, sent: ['X-Auth-Token: gAAAA-secret'], shown: [['X-Auth-Token', '$OS_TOKEN']] },
    { token: false, sent: [], shown: [] },
  ])('sends credentials only with `token: true`: $token', async ({ token, sent, shown }) => {
    const { url, seen } = await record();
    const exchange = await open({ headers: [TOKEN] }).send(get(url, { token }));
    expect(own(seen[0])?.slice(2)).toEqual(sent);
    expect(exchange.request.headers.slice(2)).toEqual(shown);
  });

  test('sends user information as Basic authorization and hides it', async () => {
    const { url, seen } = await record();
    const exchange = await open().send(get(url.replace('//', '//nova:p%40ss@')));
    expect(own(seen[0])[2]).toBe(`Authorization: Basic ${Buffer.from('nova:p@ss').toString('base64')}`);
    expect(exchange.request).toEqual({
      method: 'GET',
      url,
      headers: [...DEFAULT_HEADERS, ['Authorization', '•••']],
    });
  });

  test('is sent with its method', async () => {
    const { url } = await loopback.http((request, response) => response.end(JSON.stringify(request.method)));
    const exchange = await open().send(get(url, { method: 'OPTIONS' }));
    expect(plain(exchange)).toMatchObject({ answer: { body: { value: 'OPTIONS' } } });
  });
});

describe('a response', () => {
  test('keeps its header lines separate and in order', async () => {
    const { url } = await loopback.raw((socket) =>
      socket.end(
        'HTTP/1.1 200 OK\r\nVary: a\r\nx-b: 1\r\nVary: OpenStack-API-Version\r\nContent-Length: 2\r\n\r\n{}',
      ),
    );
    expect(headersOf(await open().send(get(url)))).toEqual([
      ['Vary', 'a'],
      ['x-b', '1'],
      ['Vary', 'OpenStack-API-Version'],
      ['Content-Length', '2'],
    ]);
  });

  test('to HEAD has an empty body without problems', async () => {
    const { url } = await loopback.http((_, response) => response.end('{"a":1}'));
    expect(plain(await open().send(get(url, { method: 'HEAD' })))).toMatchObject({
      answer: { status: 200, body: { name: url, text: '', value: undefined, problems: [] } },
    });
  });

  test('has the name that its request gives it', async () => {
    const { url } = await record();
    expect(plain(await open().send(get(url, { name: 'the root' })))).toMatchObject({
      request: { url },
      answer: { body: { name: 'the root' } },
    });
  });

  test.each([
    { encoding: 'gzip', encode: gzipSync },
    { encoding: 'X-GZIP', encode: gzipSync },
    { encoding: 'deflate', encode: deflateSync },
    { encoding: 'deflate', encode: deflateRawSync },
    { encoding: 'br', encode: brotliCompressSync },
    { encoding: 'identity', encode: (text: string) => text },
    { encoding: 'gzip, br', encode: (text: string) => brotliCompressSync(gzipSync(text)) },
  ])('in $encoding is decoded', async ({ encoding, encode }) => {
    const { url } = await loopback.http((_, response) => {
      response.setHeader('Content-Encoding', encoding).end(encode('{"a":"ü"}'));
    });
    expect(plain(await open().send(get(url)))).toMatchObject({
      answer: { body: { value: { a: 'ü' }, problems: [] } },
    });
  });

  test('deeper than the limit is not parsed', async () => {
    const { url } = await loopback.http((_, response) => response.end('[[[]]]'));
    expect(plain(await open({ depth: 2 }).send(get(url)))).toMatchObject({
      answer: { body: { value: undefined, problems: [{ kind: 'too-deep', limit: 2 }] } },
    });
  });
});

describe('followed redirects', () => {
  test('stay within scheme, host and port, and lead to the final response', async () => {
    const seen: (string | undefined)[] = [];
    const { url } = await loopback.http((request, response) => {
      seen.push(`${request.url ?? ''} ${request.headers.authorization ?? ''}`);
      const next = { '/': '/a', '/a': new URL('b?x=1', `http://${request.headers.host ?? ''}`).href }[
        request.url ?? ''
      ];
      if (next !== undefined) response.writeHead(302, { Location: next });
      response.end('{}');
    });
    const exchange = await open({ follow: true }).send(get(url.replace('//', '//me:pass@')));
    const basic = `Basic ${Buffer.from('me:pass').toString('base64')}`;
    expect(seen).toEqual([`/ ${basic}`, `/a ${basic}`, `/b?x=1 ${basic}`]);
    expect([exchange.request.url, statusOf(exchange)]).toEqual([`${url}b?x=1`, 200]);
  });

  test('end after ten', async () => {
    let hops = 0;
    const { url } = await loopback.http((_, response) => {
      hops += 1;
      response.writeHead(307, { Location: `/${hops}` }).end();
    });
    expect(await open({ follow: true }).send(get(url))).toEqual({
      kind: 'failed',
      request: { method: 'GET', url, headers: DEFAULT_HEADERS },
      failure: {
        kind: 'redirect-loop',
        reason: `redirects more than 10 times, the last time to \`${url}11\`: request the final URL instead, or omit \`--follow\``,
      },
    });
    expect(hops).toBe(11);
  });

  test('are not followed for a request that may change something', async () => {
    const { url } = await loopback.http((_, response) => response.writeHead(307, { Location: '/a' }).end());
    expect(statusOf(await open({ follow: true }).send(get(url, { method: 'POST' })))).toBe(307);
  });
});

describe('certificates', () => {
  const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}';

  test.each([
    { name: 'right', settings: { ca: pem('ca.pem') } },
    { name: 'self-signed', settings: { ca: pem('self-signed.pem') } },
    { name: 'right', settings: { insecure: true } },
    { name: 'wrong-host', settings: { insecure: true } },
    { name: 'expired', settings: { insecure: true } },
    { name: 'self-signed', settings: { insecure: true } },
  ])('$name is accepted with $settings', async ({ name, settings }) => {
    const { url } = await loopback.tls(name, answer);
    expect(statusOf(await open(settings).send(get(url)))).toBe(200);
  });

  const demanding = { ca: pem('ca.pem'), requestCert: true, rejectUnauthorized: true };

  test('of the client are sent to a service that requires one', async () => {
    const { url } = await loopback.tls('right', answer, demanding);
    const client = open({ ca: pem('ca.pem'), cert: pem('client.pem'), key: pem('client.key') });
    expect(statusOf(await client.send(get(url)))).toBe(200);
  });

  test.each([
    {
      maxVersion: 'TLSv1.3',
      reason:
        'requires a client certificate (alert certificate required): pass one with `--cert FILE --key FILE`',
    },
    {
      maxVersion: 'TLSv1.2',
      reason:
        'refused the TLS handshake (alert handshake failure): does it require a client certificate (`--cert FILE --key FILE`), or another TLS version?',
    },
  ] as const)(
    'of the client are required by a service and missing ($maxVersion)',
    async ({ maxVersion, reason }) => {
      const { url } = await loopback.tls('right', answer, { ...demanding, maxVersion });
      expect(await open({ ca: pem('ca.pem') }).send(get(url))).toMatchObject({
        failure: { kind: 'tls', reason },
      });
    },
  );

  // Node closes the connection without an alert.
  test.each([
    { maxVersion: 'TLSv1.3', happened: 'without a response' },
    { maxVersion: 'TLSv1.2', happened: 'while it was being opened' },
  ] as const)(
    'of the client that a service closes the connection on ($maxVersion)',
    async ({ maxVersion, happened }) => {
      const { url } = await loopback.tls('right', answer, { ...demanding, maxVersion });
      const [cert, key] = [pem('self-signed.pem'), pem('self-signed.key')];
      expect(await open({ ca: pem('ca.pem'), cert, key }).send(get(url))).toMatchObject({
        failure: {
          kind: 'reset',
          reason: `closed the connection ${happened}: is the port right, and does the service accept this client certificate (\`--cert\`)?`,
        },
      });
    },
  );

  test.each([
    { settings: { ca: 'none' }, message: /^the file of `--cacert` has no PEM certificate/ },
    {
      settings: { cert: 'none', key: pem('right.key') },
      message: /^the file of `--cert` has no PEM certificate/,
    },
    { settings: { cert: pem('right.pem') }, message: /^`--cert` also needs `--key`/ },
    { settings: { key: pem('right.key') }, message: /^`--key` also needs `--cert`/ },
    {
      settings: { cert: pem('right.pem'), key: pem('client.key') },
      message:
        /^cannot use the PEM files of `--cert` and `--key`: they must be complete, match each other and have no passphrase \(.*values mismatch\)$/,
    },
  ])('that cannot be used throw a UsageError: $message', ({ settings, message }) => {
    expect(() => createClient({ ...SETTINGS, ...settings })).toThrow(message);
  });
});
