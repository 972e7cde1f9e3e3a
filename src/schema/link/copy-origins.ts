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
  const copies: object[] = [];
  const originals: unknown[] = [];
  const positions: SubschemaPosition[] = [];
  /** Where the first copies are in the lists. */
  const indexes = new Map<object, number>();
  let indexed = 0;
  const replaced = new Map<object, object>();
  let searches = 0;
  return {
    of,
    add: (copy, original, at) => {
      copies.push(copy);
      originals.push(original);
      positions.push(at);
    },
    replace: (copy, by) => {
      replaced.set(by, replaced.get(copy) ?? copy);
    },
  };

  function of(copy: object): SchemaOrigin | undefined {
    const index = indexOf(replaced.get(copy) ?? copy);
    const at = index === undefined ? undefined : positions[index];
    if (index === undefined || at === undefined) return undefined;
    const { file, pointer, dialect } = at;
    return { file, pointer, dialect, original: originals[index] };
  }

  function indexOf(copy: object): number | undefined {
    searches += 1;
    if (searches <= FEW) return copies.lastIndexOf(copy);
    for (; indexed < copies.length; indexed += 1) {
      const listed = copies[indexed];
      if (listed !== undefined) indexes.set(listed, indexed);
    }
    return indexes.get(copy);
  }
}
