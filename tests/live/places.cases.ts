import { afterEach, describe, expect, test } from '@jest/globals';

import { createClient } from '../../src/live/create-client';
import type { PoolPlace } from '../../src/model/live/client';
import type { Exchange } from '../../src/model/live/exchange';
import { createLoopback, get, SETTINGS } from './loopback';

const loopback = createLoopback();
afterEach(loopback.close);

const REFUSING = 'http://127.0.0.1:1/';

function outcomeOf(exchange: Exchange): number | string {
  return exchange.kind === 'answered' ? exchange.answer.status : exchange.failure.kind;
}

/** A place that notes when it is left and entered, in a list with what else happens. */
function notedPlace(): { readonly place: PoolPlace; readonly events: string[] } {
  const events: string[] = [];
  return {
    events,
    place: {
      enter: () => Promise.resolve(void events.push('enter')),
      leave: () => void events.push('leave'),
    },
  };
}

/** A clock that sleeps only until the next turn of the event loop. */
function quickClock(note: (milliseconds: number) => void) {
  return {
    now: () => 0,
    sleep: async (milliseconds: number) => {
      note(milliseconds);
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
    },
  };
}

describe('a client leaves its place while all of its requests wait', () => {
  test('and enters it again for all that wake up', async () => {
    const { place, events } = notedPlace();
    const clock = quickClock((milliseconds) => events.push(`sleep ${milliseconds}`));
    const client = loopback.client(createClient({ ...SETTINGS, retries: 1, place }, clock));
    const sent = await Promise.all([client.send(get(REFUSING)), client.send(get(`${REFUSING}v2/`))]);
    expect(sent.map(outcomeOf)).toEqual(['refused', 'refused']);
    expect(events.toSorted()).toEqual(['enter', 'leave', 'sleep 200', 'sleep 200']);
    expect(events.indexOf('leave')).toBeLessThan(events.indexOf('enter'));
  });

  test('not while one of them is under way', async () => {
    const { place, events } = notedPlace();
    let answerNow: (() => void) | undefined;
    const { url } = await loopback.http((request, response) => {
      if (request.url === '/slow') answerNow = () => response.end('{}');
      else response.writeHead(503).end('{}');
    });
    const clock = quickClock(() => events.push('sleep'));
    const client = loopback.client(createClient({ ...SETTINGS, retries: 1, place }, clock));
    const slow = client.send(get(`${url}slow`));
    expect(outcomeOf(await client.send(get(url)))).toBe(503);
    answerNow?.();
    expect(outcomeOf(await slow)).toBe(200);
    expect(events).toEqual(['sleep']);
  });
});

describe('a refused connection', () => {
  test('ends the retries of further requests to the same origin only', async () => {
    const slept: number[] = [];
    const clock = quickClock((milliseconds) => slept.push(milliseconds));
    const client = loopback.client(createClient({ ...SETTINGS, retries: 2 }, clock));
    for (const path of ['', 'v2/', 'v2.1/'])
      expect(outcomeOf(await client.send(get(REFUSING + path)))).toBe('refused');
    expect(slept).toEqual([200, 400]);
    expect(outcomeOf(await client.send(get('http://127.0.0.1:2/')))).toBe('refused');
    expect(slept).toEqual([200, 400, 200, 400]);
  });

  test.each([
    ['in parallel', 8],
    ['one by one', 1],
  ])('fails no request to a service that begins to listen in time, %s', async (_, concurrency) => {
    const { port } = await loopback.http(() => undefined);
    await loopback.close();
    let listening: Promise<unknown> | undefined;
    const clock = {
      now: () => 0,
      sleep: async () => {
        listening ??= loopback.http((__, response) => response.end('{}'), port);
        await listening;
      },
    };
    const client = loopback.client(createClient({ ...SETTINGS, concurrency, retries: 2 }, clock));
    const url = `http://127.0.0.1:${port}/`;
    const sent = await Promise.all(['', 'v2/', 'v2.1/'].map((path) => client.send(get(url + path))));
    expect(sent.map(outcomeOf)).toEqual([200, 200, 200]);
  });
});

/** A process that is busy until `spare` is called. */
function busyProcess() {
  const waiting = new Set<() => void>();
  const onSpare = (callback: () => void): (() => void) => {
    waiting.add(callback);
    return () => void waiting.delete(callback);
  };
  return { waiting, place: { enter: () => Promise.resolve(), leave: () => undefined, onSpare } };
}

function sendThree(url: string, place: PoolPlace): Promise<readonly Exchange[]> {
  const client = loopback.client(createClient({ ...SETTINGS, place }));
  return Promise.all(['', 'v2/', 'v2.1/'].map((path) => client.send(get(url + path))));
}

describe('the requests of a client without time to spare', () => {
  test('share one connection', async () => {
    const ports = new Set<number | undefined>();
    const { url } = await loopback.http((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('{}');
    });
    const { waiting, place } = busyProcess();
    expect((await sendThree(url, place)).map(outcomeOf)).toEqual([200, 200, 200]);
    expect([ports.size, waiting.size]).toEqual([1, 0]);
  });

  test('do not wait for one that hangs, once there is time', async () => {
    const answers: (() => void)[] = [];
    const { waiting, place } = busyProcess();
    const { url } = await loopback.http((_, response) => {
      answers.push(() => response.end('{}'));
      if (answers.length === 1) for (const spare of waiting) spare();
      if (answers.length === 3) for (const answer of answers) answer();
    });
    expect((await sendThree(url, place)).map(outcomeOf)).toEqual([200, 200, 200]);
  });

  test.each([
    ['fail', 'http://127.0.0.1:1/', 'refused'],
    ['are reset', undefined, 'reset'],
  ])('are all sent where they %s', async (_, typed, expected) => {
    const url = typed ?? (await loopback.raw((socket) => socket.resetAndDestroy())).url;
    const { waiting, place } = busyProcess();
    expect((await sendThree(url, place)).map(outcomeOf)).toEqual([expected, expected, expected]);
    expect(waiting.size).toBe(0);
  });
});
