import type { SchemaOrigin, SubschemaPosition } from './schema-node';

/** The origins of the objects in copied schemas. */
export interface CopyOrigins {
  readonly add: (copy: object, original: unknown, at: SubschemaPosition) => void;
  readonly of: (copy: object) => SchemaOrigin | undefined;
  /** Records that a copy takes the place of another. */
  readonly replace: (copy: object, by: object) => void;
}

/** Most schemas are never asked for an origin, so origins are only listed until the first question. */
export function createCopyOrigins(): CopyOrigins {
  const known = new WeakMap<object, SchemaOrigin>();
  const copies: object[] = [];
  const originals: unknown[] = [];
  const positions: SubschemaPosition[] = [];
  return {
    of,
    add: (copy, original, at) => {
      copies.push(copy);
      originals.push(original);
      positions.push(at);
    },
    replace: (copy, by) => {
      const origin = of(copy);
      if (origin !== undefined) known.set(by, origin);
    },
  };

  function of(copy: object): SchemaOrigin | undefined {
    for (const [index, { file, pointer, dialect }] of positions.entries()) {
      const listed = copies[index];
      if (listed !== undefined) known.set(listed, { file, pointer, dialect, original: originals[index] });
    }
    copies.length = 0;
    originals.length = 0;
    positions.length = 0;
    return known.get(copy);
  }
}
