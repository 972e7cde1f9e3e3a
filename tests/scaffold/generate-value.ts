/** A source of numbers in [0, 1) that gives the same numbers in every run with the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(random: () => number, items: readonly [T, ...(readonly T[])]): T {
  return items[Math.floor(random() * items.length)] ?? items[0];
}

const TEXTS = [
  '',
  'x',
  'ACTIVE',
  '2013-07-23T11:33:21Z',
  '2013-07-23T11:33:21.5+02:00',
  '2013-07-23T11:33:21',
  '2013-02-29',
  '2012-02-29',
  '6f70656e-7374-4163-8b00-000000000001',
  'http://openstack.example.com/v2.1/',
  'https://[2001:db8::1]/',
  'ftp://example.com/a',
  '192.0.2.1',
  '192.0.2.300',
  '2001:db8::1',
  'a@example.com',
] as const;

const KEYS = [
  'id',
  'name',
  'links',
  'status',
  '__proto__',
  'constructor',
  'toString',
  'a/b~c',
  '',
  'My Server Name',
  '0',
  '17',
  '6f70656e-7374-4163-8b00-000000000001',
  '192.0.2.1',
  'compute-1.example.com',
] as const;

/** A JSON value as a parser returns it: every property is an own one, even `__proto__`. */
function generateValue(random: () => number, depth: number): unknown {
  return pick<() => unknown>(random, [
    () => pick(random, TEXTS),
    () => pick(random, TEXTS),
    () => Math.floor(random() * 100) - 50,
    () => random() * 10,
    () => random() < 0.5,
    () => null,
    () => (depth === 0 ? [] : generateValues(random, depth - 1, 3)),
    () => (depth === 0 ? {} : generateObject(random, depth - 1)),
    () => (depth === 0 ? {} : generateObject(random, depth - 1)),
  ])();
}

export function generateObject(random: () => number, depth: number): Record<string, unknown> {
  const keys = Array.from({ length: Math.floor(random() * 5) }, () => pick(random, KEYS));
  return Object.fromEntries(keys.map((key) => [key, generateValue(random, depth)]));
}

export function generateValues(random: () => number, depth: number, most: number): readonly unknown[] {
  return Array.from({ length: Math.floor(random() * (most + 1)) }, () => generateValue(random, depth));
}
