import type { ServerResponse } from 'node:http';

import { afterEach, describe, expect, test } from '@jest/globals';

import { createClient } from '../../src/live/create-client';
import { machineClock, type Clock } from '../../src/live/wire/clock';
import type { Exchange } from '../../src/model/live/exchange';
import { createLoopback, get, SETTINGS } from './loopback';

const loopback = createLoopback();
afterEach(loopback.close);

function outcomeOf(exchange: Exchange): number | string {
  return exchange.kind === 'answered' ? exchange.answer.status : exchange.failure.kind;
}

/** A clock that never moves and records how long it was asked to sleep. */
function stoppedClock(): { readonly clock: Clock; readonly slept: readonly number[] } {
  const slept: number[] = [];
  const now = Date.UTC(2026, 0, 1);
  const sleep = (milliseconds: number): Promise<void> => Promise.resolve(void slept.push(milliseconds));
  return { clock: { now: () => now, sleep }, slept };
}

describe('retries', () => {
  const rows: readonly {
    readonly name: string;
    readonly answers: readonly (readonly [status: number, retryAfter?: string])[];
    readonly slept: readonly number[];
    readonly outcome: number;
  }[] = [
    {
      name: 'wait twice as long each time',
      answers: [[502], [503], [504], [200]],
      slept: [200, 400, 800],
      outcome: 200,
    },
    {
      name: 'end with the last response',
      answers: [[503], [503], [503], [502], [200]],
      slept: [200, 400, 800],
      outcome: 502,
    },
    {
      name: 'wait for the seconds in Retry-After',
      answers: [[503, '1'], [200]],
      slept: [1000],
      outcome: 200,
    },
    {
      name: 'never wait longer than the time-out',
      answers: [[503, '3600'], [200]],
      slept: [60_000],
      outcome: 200,
    },
    {
      name: 'wait until the date in Retry-After',
      answers: [[503, 'Thu, 01 Jan 2026 00:00:01 GMT'], [200]],
      slept: [1000],
      outcome: 200,
    },
    {
      name: 'do not wait for a date in the past',
      answers: [[503, 'Wed, 31 Dec 2025 00:00:00 GMT'], [200]],
      slept: [0],
      outcome: 200,
    },
    { name: 'ignore an invalid Retry-After', answers: [[503, 'soon'], [200]], slept: [200], outcome: 200 },
    { name: 'are not made after 500', answers: [[500], [200]], slept: [], outcome: 500 },
    { name: 'are not made after 429', answers: [[429, '1'], [200]], slept: [], outcome: 429 },
  ];

  test.each(rows)('$name', async ({ answers, slept, outcome }) => {
    const queue = [...answers];
    const { url } = await loopback.http((_, response) => {
      const [status, retryAfter] = queue.shift() ?? [599];
      response.writeHead(status, retryAfter === undefined ? {} : { 'Retry-After': retryAfter }).end('{}');
    });
    const stopped = stoppedClock();
    const client = loopback.client(createClient({ ...SETTINGS, retries: 3 }, stopped.clock));
    expect(outcomeOf(await client.send(get(url)))).toBe(outcome);
    expect(stopped.slept).toEqual(slept);
  });

  test.each([
    { name: 'are made after a refused connection', method: 'GET', slept: [200, 400] },
    { name: 'are not made for a request that may change something', method: 'POST', slept: [] },
  ])('$name', async ({ method, slept }) => {
    const stopped = stoppedClock();
    const client = loopback.client(createClient({ ...SETTINGS, retries: 2 }, stopped.clock));
    expect(outcomeOf(await client.send(get('http://127.0.0.1:1/', { method })))).toBe('refused');
    expect(stopped.slept).toEqual(slept);
  });

  test('are made after a reset, but not after a time-out', async () => {
    let requests = 0;
    const { url } = await loopback.raw((socket) => {
      requests += 1;
      if (requests === 1) socket.resetAndDestroy();
    });
    const stopped = stoppedClock();
    const client = loopback.client(createClient({ ...SETTINGS, timeout: 2000, retries: 3 }, stopped.clock));
    expect(outcomeOf(await client.send(get(url)))).toBe('headers-timeout');
    expect([requests, stopped.slept]).toEqual([2, [200]]);
  });
});

describe('connections', () => {
  test('are reused for the next request', async () => {
    const ports = new Set<number | undefined>();
    const { url } = await loopback.http((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('{}');
    });
    const client = loopback.client(createClient(SETTINGS));
    for (let sent = 0; sent < 5; sent += 1) await client.send(get(url));
    expect(ports.size).toBe(1);
  });

  test('that the server closed in the meantime cause no failure, even without retries', async () => {
    let requests = 0;
    const { url } = await loopback.raw((socket, request) => {
      requests += 1;
      // The second request finds the connection closed.
      if (requests === 2) socket.destroy();
      else socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}${request === '' ? ' ' : ''}`);
    });
    const client = loopback.client(createClient(SETTINGS));
    expect(outcomeOf(await client.send(get(url)))).toBe(200);
    expect(outcomeOf(await client.send(get(url)))).toBe(200);
    expect(requests).toBe(3);
  });

  test('to many origins do not pile up', async () => {
    let [open, most] = [0, 0];
    const origins = await Promise.all(
      Array.from({ length: 60 }, () =>
        loopback.http((request, response) => {
          const { socket } = request;
          open += 1;
          most = Math.max(most, open);
          socket.once('close', () => {
            open -= 1;
          });
          response.end('{}');
        }),
      ),
    );
    const client = loopback.client(createClient({ ...SETTINGS, concurrency: 4 }));
    for (const { url } of origins) expect(outcomeOf(await client.send(get(url)))).toBe(200);
    // The four that stay open, and some that the server has not yet seen close.
    expect(most).toBeLessThan(12);
  });
});

describe('concurrency', () => {
  test('limits the open requests over all origins, and all get a response', async () => {
    let [open, most]: [ServerResponse[], number] = [[], 0];
    const answer = (_: unknown, response: ServerResponse): void => {
      open.push(response);
      most = Math.max(most, open.length);
      // A fourth request could arrive meanwhile.
      if (open.length === 3)
        setTimeout(() => {
          for (const each of open) each.end('{}');
          open = [];
        }, 5);
    };
    const origins = await Promise.all(Array.from({ length: 10 }, () => loopback.http(answer)));
    const client = loopback.client(createClient({ ...SETTINGS, concurrency: 3 }));
    const requests = origins.flatMap(({ url }) => [url, `${url}a`, `${url}b`]).map((url) => get(url));
    const exchanges = await Promise.all(requests.map((request) => client.send(request)));
    expect(exchanges.map(outcomeOf)).toEqual(requests.map(() => 200));
    expect(most).toBe(3);
  });
});

describe('an interruption', () => {
  const INTERRUPTED = { kind: 'interrupted', reason: 'was interrupted before it responded' };

  test('ends open requests, waiting requests and later requests', async () => {
    let requests = 0;
    const silent = await loopback.raw(() => {
      requests += 1;
      if (requests === 2) client.interrupt();
    });
    const client = loopback.client(createClient({ ...SETTINGS, concurrency: 2, retries: 5 }));
    const urls = ['', 'a', 'b', 'c'].map((path) => `${silent.url}${path}`);
    const exchanges = await Promise.all(urls.map((url) => client.send(get(url))));
    exchanges.push(await client.send(get(silent.url)));
    expect(exchanges.map((exchange) => exchange.kind === 'failed' && exchange.failure)).toEqual(
      exchanges.map(() => INTERRUPTED),
    );
    expect([exchanges.length, requests]).toEqual([5, 2]);
  });

  test('ends a connection that is being opened', async () => {
    let client = loopback.client(createClient(SETTINGS));
    const closed = new Promise<void>((resolve) => {
      void loopback
        .raw((socket) => {
          socket.on('close', () => resolve());
          client.interrupt();
        })
        .then(({ port }) => {
          client = loopback.client(createClient(SETTINGS));
          return client.send(get(`https://127.0.0.1:${port}/`));
        });
    });
    await closed;
    expect(await client.send(get('http://127.0.0.1:1/'))).toMatchObject({ failure: INTERRUPTED });
  });

  test('ends the wait before a retry', async () => {
    const { url } = await loopback.http((_, response) =>
      response.writeHead(503, { 'Retry-After': '60' }).end('{}'),
    );
    const waits: number[] = [];
    const clock: Clock = {
      ...machineClock,
      sleep: (milliseconds, signal) => {
        waits.push(milliseconds);
        setImmediate(client.interrupt);
        return machineClock.sleep(milliseconds, signal);
      },
    };
    const client = loopback.client(createClient({ ...SETTINGS, retries: 1 }, clock));
    expect(outcomeOf(await client.send(get(url)))).toBe('interrupted');
    expect(waits).toEqual([60_000]);
  });
});
