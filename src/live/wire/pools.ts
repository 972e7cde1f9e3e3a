import type { Pool } from 'undici';

/** A pool of connections for as long as one request needs it. */
export interface Lease {
  readonly pool: Pool;
  /** How many connections the pool has made so far: where none was, a request went over one that was kept. */
  readonly connections: () => number;
  readonly release: () => void;
}

/** Pools of connections, one per key. */
export interface Pools {
  readonly lease: (key: string, open: () => Pool) => Lease;
  readonly destroy: () => Promise<void>;
}

/** Made once: `undici` would make one for each pool, and a stack takes longer than to close a connection. */
const EVICTED = new Error('no longer used');

interface Entry {
  readonly pool: Pool;
  busy: number;
  connections: number;
}

/** Keeps at most `most` pools that nobody uses, those used last: thousands of origins are visited in the memory of a few. */
export function createPools(most: number): Pools {
  // In the order of their last use.
  const entries = new Map<string, Entry>();

  const evict = (): void => {
    const idle = [...entries].filter(([, { busy }]) => busy === 0);
    for (const [key, { pool }] of idle.slice(0, Math.max(0, idle.length - most))) {
      entries.delete(key);
      void pool.destroy(EVICTED);
    }
  };

  return {
    lease: (key, open) => {
      const entry = entries.get(key) ?? createEntry(open());
      entries.delete(key);
      entries.set(key, entry);
      entry.busy += 1;
      return {
        pool: entry.pool,
        connections: () => entry.connections,
        release: () => {
          entry.busy -= 1;
          evict();
        },
      };
    },
    destroy: async () => {
      const pools = Array.from(entries.values(), ({ pool }) => pool);
      entries.clear();
      await Promise.all(pools.map((pool) => pool.destroy()));
    },
  };
}

function createEntry(pool: Pool): Entry {
  const entry: Entry = { pool, busy: 0, connections: 0 };
  pool.on('connect', () => {
    entry.connections += 1;
  });
  return entry;
}
