interface Cache<Key, Value> {
  readonly get: (key: Key) => { readonly value: Value } | undefined;
  readonly set: (key: Key, kept: { readonly value: Value }) => unknown;
}

/** A function that computes the value for each key once. */
export function memoize<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  return memoizeIn(new Map(), compute);
}

/** The same for objects, which are not kept in memory for it. */
export function memoizeObject<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  return memoizeIn(new WeakMap(), compute);
}

function memoizeIn<Key, Value>(cache: Cache<Key, Value>, compute: (key: Key) => Value): (key: Key) => Value {
  return (key) => {
    const known = cache.get(key);
    if (known !== undefined) return known.value;
    const value = compute(key);
    cache.set(key, { value });
    return value;
  };
}
