import type { SchemaOrigin, SubschemaPosition } from './schema-node';

/** The origins of the objects in copied schemas. */
export interface CopyOrigins {
  readonly add: (copy: object, original: unknown, at: SubschemaPosition) => void;
  readonly of: (copy: object) => SchemaOrigin | undefined;
  /** Records that a copy takes the place of another. */
  readonly replace: (copy: object, by: object) => void;
}

/** So many questions are answered by searching the list: making a map of it takes longer. */
const FEW = 50;

/** Most schemas are never asked for an origin, so origins are only listed until there are more than a few questions. */
export function createCopyOrigins(): CopyOrigins {
  const known = new WeakMap<object, SchemaOrigin>();
  const copies: object[] = [];
  const originals: unknown[] = [];
  const positions: SubschemaPosition[] = [];
  let searches = 0;
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
    const before = known.get(copy);
    if (before !== undefined) return before;
    searches += 1;
    if (searches > FEW) {
      for (const index of copies.keys()) note(index);
      for (const list of [copies, originals, positions]) list.length = 0;
    } else note(copies.lastIndexOf(copy));
    return known.get(copy);
  }

  function note(index: number): void {
    const [copy, at] = [copies[index], positions[index]];
    if (copy === undefined || at === undefined) return;
    const { file, pointer, dialect } = at;
    known.set(copy, { file, pointer, dialect, original: originals[index] });
  }
}
