import { connect } from 'node:net';

import { afterEach, describe, expect, test } from '@jest/globals';

import type { Client, ClientSettings } from '../../src/model/client';
import { createClient } from '../../src/live/create-client';
import { proxyOf } from '../../src/live/wire/proxy-of';
import { createLoopback, get, pem, plain, SETTINGS } from './loopback';

const loopback = createLoopback();
afterEach(loopback.close);

const ANSWER = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}';

function open(settings: Partial<ClientSettings>): Client {
  return loopback.client(createClient({ ...SETTINGS, ca: pem('ca.pem'), ...settings }));
}

/** A proxy that tunnels, passes nothing else on, and keeps what it was told. */
async function startProxy(
  refusal?: string,
): Promise<{ readonly url: string; readonly seen: readonly string[] }> {
  const seen: string[] = [];
  const { url } = await loopback.raw((socket, request) => {
    // Inside a tunnel.
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

describe('a proxy of the environment', () => {
  test('passes on what is asked over HTTP, and alone hears of its password', async () => {
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

  test('tunnels what is asked over TLS, and hears nothing of it', async () => {
    const { url, seen } = await startProxy();
    const { url: service, port } = await loopback.tls('right', ANSWER);
    const headers = [
      { name: 'X-Auth-Token', value: 'for the service', shown: '***', credential: true },
      { name: 'Proxy-Authorization', value: 'Bearer for the proxy', shown: '***', credential: true },
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

  test('is passed by where NO_PROXY says so, and its authorization is sent to nobody else', async () => {
    const seen: (string | undefined)[] = [];
    const { url } = await loopback.http((request, response) => {
      seen.push(request.headers['proxy-authorization']);
      response.end('{}');
    });
    const headers = [{ name: 'Proxy-Authorization', value: 'Bearer abcd', shown: '***', credential: true }];
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
      name: 'that wants a password',
      refusal: '407 Proxy Authentication Required',
      reason: 'answered 407 to CONNECT: it wants `user:password@` in its URL',
      kind: 'unreachable',
    },
    {
      name: 'that forbids the host',
      refusal: '403 Forbidden',
      reason: 'answered 403 to CONNECT: does it let requests through to this host?',
      kind: 'unreachable',
    },
  ])('$name is what the failure speaks of', async ({ refusal, reason, kind }) => {
    const url = refusal === undefined ? 'http://127.0.0.1:1/' : (await startProxy(refusal)).url;
    const client = open({ env: { HTTPS_PROXY: url.replace('//', '//me:s3cret@') } });
    expect(await client.send(get('https://service.invalid/'))).toMatchObject({
      failure: { kind, reason: `is asked through the proxy \`${url.slice(0, -1)}\`, which ${reason}` },
    });
  });

  test('does not hide whose certificate is wrong', async () => {
    const { url } = await startProxy();
    const { url: service } = await loopback.tls('expired', ANSWER);
    expect(await open({ env: { HTTPS_PROXY: url } }).send(get(service))).toMatchObject({
      failure: {
        kind: 'tls',
        reason: 'shows a certificate that has expired: renew it, or `--insecure` to accept it',
      },
    });
  });

  test('that never answers is given up', async () => {
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
      'the proxy that `HTTP_PROXY` names is of the scheme `socks5://`',
    ],
    [{ https_proxy: 'http://me:pass@:x' }, 'the proxy that `HTTPS_PROXY` names is no URL'],
  ])('that cannot be used is an error of usage: %j', (env, message) => {
    expect(() => createClient({ ...SETTINGS, env })).toThrow(
      `${message}: write one such as \`http://proxy.example.com:3128\`, or unset it`,
    );
  });
});
