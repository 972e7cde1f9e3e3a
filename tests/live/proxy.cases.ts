import { connect } from 'node:net';

import { afterEach, describe, expect, test } from '@jest/globals';

import type { Client, ClientSettings } from '../../src/model/live/client';
import { createClient } from '../../src/live/create-client';
import { proxyOf } from '../../src/live/wire/proxy-of';
import { createLoopback, get, pem, plain, SETTINGS } from './loopback';

const loopback = createLoopback();
afterEach(loopback.close);

const ANSWER = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}';

function open(settings: Partial<ClientSettings>): Client {
  return loopback.client(createClient({ ...SETTINGS, ca: pem('ca.pem'), ...settings }));
}

/** A proxy that opens tunnels, responds to other requests itself, and records what it received. */
async function startProxy(
  refusal?: string,
): Promise<{ readonly url: string; readonly seen: readonly string[] }> {
  const seen: string[] = [];
  const { url } = await loopback.raw((socket, request) => {
    // Bytes inside a tunnel.
    if (!/^[A-Z]+ \S+ HTTP/.test(request)) return;
    seen.push(request);
    const [, port] = /^CONNECT [\d.]+:(\d+) /.exec(request) ?? [];
    if (refusal !== undefined) {
      socket.end(`HTTP/1.1 ${refusal}\r\nContent-Length: 0\r\n\r\n`);
    } else if (port === undefined) {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n"proxy"');
    } else {
      const service = connect(Number(port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(service).pipe(socket);
      });
      service.on('error', () => socket.destroy());
    }
  });
  return { url, seen };
}

describe('a proxy from the environment', () => {
  test('forwards HTTP requests, and receives its password', async () => {
    const { url, seen } = await startProxy();
    const env = { http_proxy: url.replace('//', '//me:pa%20ss@') };
    const exchange = await open({ env }).send(get('http://service.invalid/a?b=1'));
    expect(plain(exchange)).toMatchObject({
      request: { url: 'http://service.invalid/a?b=1' },
      answer: { body: { value: 'proxy' } },
    });
    expect(seen.map((request) => request.trim().split('\r\n'))).toEqual([
      [
        'GET http://service.invalid/a?b=1 HTTP/1.1',
        'host: service.invalid',
        'connection: keep-alive',
        `Proxy-Authorization: Basic ${Buffer.from('me:pa ss').toString('base64')}`,
        'Accept: application/json',
        'User-Agent: samplegate',
      ],
    ]);
  });

  test('tunnels TLS, and does not receive the headers for the service', async () => {
    const { url, seen } = await startProxy();
    const { url: service, port } = await loopback.tls('right', ANSWER);
    const headers = [
      { name: 'X-Auth-Token', value: 'for the service', shown: '•••', credential: true },
      { name: 'Proxy-Authorization', value: 'Bearer for the proxy', shown: '•••', credential: true },
    ];
    const exchange = await open({ env: { HTTPS_PROXY: url }, headers }).send(get(service, { token: true }));
    expect(plain(exchange)).toMatchObject({ answer: { status: 200 } });
    expect(seen.map((request) => request.trim().split('\r\n'))).toEqual([
      [
        `CONNECT 127.0.0.1:${port} HTTP/1.1`,
        `host: 127.0.0.1:${port}`,
        'connection: close',
        'Proxy-Authorization: Bearer for the proxy',
      ],
    ]);
  });

  test('is bypassed for NO_PROXY, and its authorization is not sent to the service', async () => {
    const seen: (string | undefined)[] = [];
    const { url } = await loopback.http((request, response) => {
      seen.push(request.headers['proxy-authorization']);
      response.end('{}');
    });
    const headers = [{ name: 'Proxy-Authorization', value: 'Bearer abcd', shown: '•••', credential: true }];
    const env = { HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: 'h.example.com, 127.0.0.1' };
    expect(await open({ env, headers }).send(get(url, { token: true }))).toMatchObject({
      answer: { status: 200 },
    });
    expect(seen).toEqual([undefined]);
  });

  test.each([
    {
      name: 'that refuses connections',
      refusal: undefined,
      reason: 'refused the connection: is the service up, and is the port right?',
      kind: 'refused',
    },
    {
      name: 'that requires a password',
      refusal: '407 Proxy Authentication Required',
      reason: 'responded with 407 to CONNECT: add `user:password@` to its URL',
      kind: 'unreachable',
    },
    {
      name: 'that forbids the host',
      refusal: '403 Forbidden',
      reason: 'responded with 403 to CONNECT: does it allow connections to this host?',
      kind: 'unreachable',
    },
  ])('$name is named in the failure', async ({ refusal, reason, kind }) => {
    const url = refusal === undefined ? 'http://127.0.0.1:1/' : (await startProxy(refusal)).url;
    const client = open({ env: { HTTPS_PROXY: url.replace('//', '//me:s3cret@') } });
    expect(await client.send(get('https://service.invalid/'))).toMatchObject({
      failure: { kind, reason: `is reached through the proxy \`${url.slice(0, -1)}\`, which ${reason}` },
    });
  });

  test('is not blamed for the certificate of the service', async () => {
    const { url } = await startProxy();
    const { url: service } = await loopback.tls('expired', ANSWER);
    expect(await open({ env: { HTTPS_PROXY: url } }).send(get(service))).toMatchObject({
      failure: {
        kind: 'tls',
        reason: 'sent a certificate that has expired: renew it, or accept it with `--insecure`',
      },
    });
  });

  test('that never responds times out', async () => {
    const { url } = await loopback.raw(() => undefined);
    const client = open({ env: { HTTPS_PROXY: url }, timeout: 100 });
    expect(await client.send(get('https://service.invalid/'))).toMatchObject({
      failure: { kind: 'connect-timeout' },
    });
  });
});

describe('the proxy of a URL', () => {
  const PROXY = 'http://proxy.example.com:3128/';

  test.each([
    ['http://a.example.com/', { HTTP_PROXY: PROXY }, PROXY],
    ['http://a.example.com/', { http_proxy: 'proxy.example.com:3128', HTTP_PROXY: 'http://other/' }, PROXY],
    ['https://a.example.com/', { HTTP_PROXY: PROXY }, undefined],
    ['https://a.example.com/', { https_proxy: PROXY }, PROXY],
    ['http://a.example.com/', { HTTP_PROXY: ' ' }, undefined],
    ['http://a.example.com/', { HTTP_PROXY: PROXY, NO_PROXY: '*' }, undefined],
    ['http://a.example.com/', { HTTP_PROXY: PROXY, no_proxy: 'b.org,EXAMPLE.com' }, undefined],
    ['http://a.example.com/', { HTTP_PROXY: PROXY, no_proxy: '.example.com' }, undefined],
    ['http://a.example.com/', { HTTP_PROXY: PROXY, no_proxy: '*.example.com' }, undefined],
    ['http://anexample.com/', { HTTP_PROXY: PROXY, no_proxy: 'example.com' }, PROXY],
    ['http://a.example.com/', { HTTP_PROXY: PROXY, no_proxy: 'a.example.com:80' }, undefined],
    ['http://a.example.com:81/', { HTTP_PROXY: PROXY, no_proxy: 'a.example.com:80' }, PROXY],
    ['http://10.1.2.3/', { HTTP_PROXY: PROXY, NO_PROXY: '10.0.0.0/8' }, undefined],
    ['http://11.1.2.3/', { HTTP_PROXY: PROXY, NO_PROXY: '10.0.0.0/8 10.0.0.0/99' }, PROXY],
    ['http://[::1]/', { HTTP_PROXY: PROXY, NO_PROXY: '::1' }, undefined],
    ['http://[::1]/', { HTTP_PROXY: PROXY, NO_PROXY: '[::1]' }, undefined],
    ['http://[fd00::7]/', { HTTP_PROXY: PROXY, NO_PROXY: 'fd00::/8' }, undefined],
  ])('%s with %j', (url, env, proxy) => {
    expect(proxyOf(new URL(url), env)?.href).toBe(proxy);
  });

  test.each([
    [
      { HTTP_PROXY: 'socks5://me:pass@h:1' },
      'the proxy in `HTTP_PROXY` has the unsupported scheme `socks5://`',
    ],
    [{ https_proxy: 'http://me:pass@:x' }, 'the proxy in `HTTPS_PROXY` is not a URL'],
  ])('that cannot be used throws a UsageError: %j', (env, message) => {
    expect(() => createClient({ ...SETTINGS, env })).toThrow(
      `${message}: write one such as \`http://proxy.example.com:3128\`, or unset it`,
    );
  });
});
