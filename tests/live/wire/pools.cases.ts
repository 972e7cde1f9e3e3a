import { afterEach, expect, test } from '@jest/globals';
import { Pool } from 'undici';

import { createPools } from '../../../src/live/wire/pools';
import { createLoopback } from '../loopback';

const loopback = createLoopback();
afterEach(loopback.close);

const REFUSED = 'http://127.0.0.1:1';

function counter(): { readonly open: (origin: string) => Pool; readonly opened: readonly Pool[] } {
  const opened: Pool[] = [];
  const open = (origin: string) => {
    const pool = new Pool(origin);
    opened.push(pool);
    return pool;
  };
  return { open, opened };
}

test('a pool that never had a connection is dropped with its last lease', async () => {
  const { open, opened } = counter();
  const pools = createPools(16);
  const [first, second] = [1, 2].map(() => pools.lease(REFUSED, () => open(REFUSED)));
  await expect(first?.pool.request({ path: '/', method: 'GET' })).rejects.toThrow('ECONNREFUSED');
  first?.release();
  expect(opened.map(({ destroyed }) => destroyed)).toEqual([false]);
  second?.release();
  expect(opened.map(({ destroyed }) => destroyed)).toEqual([true]);
  pools.lease(REFUSED, () => open(REFUSED));
  expect(opened).toHaveLength(2);
  await pools.destroy();
});

test('a pool with a connection is kept, so that the next request reuses it', async () => {
  const { url } = await loopback.http((_, response) => response.end('{}'));
  const { open, opened } = counter();
  const pools = createPools(16);
  for (let count = 0; count < 2; count += 1) {
    const lease = pools.lease(url, () => open(url));
    const { body } = await lease.pool.request({ path: '/', method: 'GET' });
    await body.text();
    lease.release();
  }
  expect(opened.map(({ destroyed }) => destroyed)).toEqual([false]);
  await pools.destroy();
});
