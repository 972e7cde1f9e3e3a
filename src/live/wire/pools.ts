import type { Pool } from 'undici';

/** A pool of connections that is reserved for one request until it is released. */
export interface Lease {
  readonly pool: Pool;
  /** How many connections the pool has opened so far. If the number did not grow, a request reused an open one. */
  readonly connections: () => number;
  readonly release: () => void;
}

/** Pools of connections, one per key. */
export interface Pools {
  readonly lease: (key: string, open: () => Pool) => Lease;
  readonly destroy: () => Promise<void>;
}

/** Created once: `undici` would create an error per pool, and its stack trace takes longer than closing a connection. */
const EVICTED = new Error('no longer used');
const CLOSED = new Error('the client is closed');

interface Entry {
  readonly pool: Pool;
  busy: number;
  connections: number;
}

/** Keeps only the `most` recently used idle pools: thousands of origins would otherwise fill the memory with pools. */
export function createPools(most: number): Pools {
  // In order of last use, the oldest first.
  const entries = new Map<string, Entry>();

  /** A pool without a connection is dropped at once: thousands of services that refuse one may wait to be asked again. */
  const drop = (key: string, entry: Entry): void => {
    if (entries.get(key) === entry) entries.delete(key);
    void entry.pool.destroy(EVICTED);
  };

  const evict = (): void => {
    const idle = [...entries].filter(([, { busy }]) => busy === 0);
    for (const [key, entry] of idle.slice(0, Math.max(0, idle.length - most))) drop(key, entry);
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
          if (entry.busy === 0 && entry.connections === 0) drop(key, entry);
          else evict();
        },
      };
    },
    destroy: async () => {
      const pools = Array.from(entries.values(), ({ pool }) => pool);
      entries.clear();
      await Promise.all(pools.map((pool) => pool.destroy(CLOSED)));
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
