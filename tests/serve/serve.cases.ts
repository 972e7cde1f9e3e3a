import { EventEmitter, once } from 'node:events';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';

import { afterEach, describe, expect, test } from '@jest/globals';

import { codeOf } from '../../src/model/thrown';
import { readFault } from '../../src/serve/faults/read-fault';
import { serve, type RunningApi, type ServeOptions } from '../../src/serve/serve';
import { compute } from './ask';

const running: RunningApi[] = [];

async function start(options: ServeOptions = {}): Promise<RunningApi> {
  const api = await serve(compute, options);
  running.push(api);
  return api;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ close }) => close()));
});

interface Response {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function fetchWith(url: string, method = 'GET', headers: Record<string, string> = {}): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, headers, agent: false }, (message) => {
      const chunks: Buffer[] = [];
      message.on('data', (chunk: Buffer) => chunks.push(chunk));
      message.on('error', reject);
      message.on('end', () =>
        resolve({
          status: message.statusCode,
          headers: message.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    request.on('error', reject);
    request.end();
  });
}

/** Sends bytes and returns everything that comes back until the connection ends. */
function exchange(url: string, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', reject);
    socket.on('end', () => resolve(answer));
  });
}

/** Reads so many bytes of a body and closes the connection. */
function firstBytes(
  url: string,
  count: number,
): Promise<{ readonly length: number; readonly promised: number }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { agent: false }, (message) => {
      let length = 0;
      message.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length < count) return;
        resolve({ length, promised: Number(message.headers['content-length']) });
        message.destroy();
      });
      message.on('error', () => {});
    });
    request.on('error', reject);
    request.end();
  });
}

function withFault(kind: string): Promise<RunningApi> {
  return start({ faults: [readFault(kind)], slowMs: 20 });
}

describe('over HTTP', () => {
  test('a response has its status, its headers, two lines of Vary, and links to the host that the client used', async () => {
    const { url } = await start();
    const { status, headers, body } = await fetchWith(`${url}/v2.1/`, 'GET', {
      Host: 'cloud.example:99',
      'OpenStack-API-Version': 'compute latest',
    });
    expect({ status, headers }).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'application/json',
        'content-length': String(body.length),
        'openstack-api-version': 'compute 2.60',
        vary: 'OpenStack-API-Version, X-OpenStack-Nova-API-Version',
      },
    });
    expect(JSON.parse(body).version.links[0].href).toBe('http://cloud.example:99/v2.1/');
  });

  test('two header lines count as one with two values', async () => {
    const { url } = await start();
    const answer = await exchange(
      url,
      'GET /v2.1/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\nOpenStack-API-Version: compute 2.1\r\nOpenStack-API-Version: compute 2.60\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answer).toContain('\r\nOpenStack-API-Version: compute 2.60\r\n');
  });

  test.each([
    ['HTTP/1.0 without a host', 'GET /v2.1/ HTTP/1.0\r\n\r\n', (url: string) => `${url}/v2.1/`],
    [
      'a proxy that requests an absolute URL',
      'GET http://cloud/v2.1/ HTTP/1.1\r\nHost: cloud\r\nConnection: close\r\n\r\n',
      () => 'http://cloud/v2.1/',
    ],
  ])('%s gets links to the host it used', async (_, bytes, link) => {
    const { url } = await start();
    expect(await exchange(url, bytes)).toContain(`"${link(url)}"`);
  });

  test('HEAD gets the length and no body', async () => {
    const { url } = await start();
    const { status, headers, body } = await fetchWith(`${url}/`, 'HEAD');
    expect([status, body]).toEqual([200, '']);
    expect(Number(headers['content-length'])).toBeGreaterThan(500);
  });

  test('the URL includes the prefix that the API is served under', async () => {
    const { url } = await start({ prefix: '/compute/' });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/compute$/);
    expect((await fetchWith(`${url}/v2.1/`)).body).toContain(`${url}/v2.1/`);
  });

  test('`onRequest` is called with each request and its response', async () => {
    const calls: string[] = [];
    const { url } = await start({
      onRequest: ({ method, path }, { status }) => calls.push(`${method} ${path} ${status}`),
    });
    await fetchWith(`${url}/v3?x=1`, 'POST');
    expect(calls).toEqual(['POST /v3?x=1 300']);
  });

  test('a hundred simultaneous clients all get a response', async () => {
    const { url } = await start();
    const answers = await Promise.all(Array.from({ length: 100 }, () => fetchWith(`${url}/v2.1/`)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });
});

describe('a broken connection', () => {
  test.each([
    ['reset', 'ECONNRESET'],
    ['truncated-body', 'ECONNRESET'],
    ['not-http', 'HPE_INVALID_CONSTANT'],
  ])('from the fault %s fails with %s', async (kind, code) => {
    const { url } = await withFault(kind);
    await expect(fetchWith(url).catch((error: unknown) => codeOf(error))).resolves.toBe(code);
  });

  test('that stalls delivers less than the whole body', async () => {
    const { url } = await withFault('stalled-body');
    const { length, promised } = await firstBytes(url, 200);
    expect(length).toBeLessThan(promised);
  });

  test('that is endless sends for as long as the client reads, and then stops', async () => {
    const { url, close } = await withFault('endless-body');
    expect((await firstBytes(url, 1_000_000)).length).toBeGreaterThanOrEqual(1_000_000);
    await close();
  });

  test('that is slow delivers a response in the end', async () => {
    const { url } = await withFault('slow');
    expect((await fetchWith(url)).status).toBe(200);
  });
});

describe('the port', () => {
  test('is the one in the options, and free again after `close`', async () => {
    const first = await start();
    const port = Number(new URL(first.url).port);
    await first.close();
    expect((await start({ port })).url).toBe(first.url);
  });

  test('is rejected with a remedy when it is in use', async () => {
    const { url } = await start();
    const port = Number(new URL(url).port);
    await expect(start({ port })).rejects.toThrow(
      `port ${port} is in use: choose another one with \`--port\`, or omit \`--port\` to use a free one`,
    );
  });

  test('cannot be opened on a host that is not this machine', async () => {
    await expect(start({ host: '192.0.2.1' })).rejects.toThrow(/^cannot listen on 192\.0\.2\.1, port 0: /);
  });

  test('is freed even if a client is still waiting', async () => {
    const requests = new EventEmitter();
    const arrived = once(requests, 'request');
    const { url, close } = await start({
      faults: [readFault('slow')],
      slowMs: 600_000,
      onRequest: () => requests.emit('request'),
    });
    const waiting = fetchWith(url).catch((error: unknown) => codeOf(error));
    await arrived;
    await close();
    await expect(waiting).resolves.toBe('ECONNRESET');
  });
});
