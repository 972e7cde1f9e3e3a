import { isDeepStrictEqual } from 'node:util';

import type { SchemaFiles } from '../../model/project/schema-files';
import { DISK } from './disk-tree';
import type { Tree } from './tree';

/** The disk, for a process that opens the same projects again and again. */
export interface KeepingTree {
  readonly tree: Tree;
  /** Forgets every schema. Must be called after a time-out: the schemas remember which of them took too long. */
  readonly forget: () => void;
}

/** The schemas of a manifest, and how to find out whether they would be the same today. */
interface Kept {
  readonly inputs: string;
  readonly schemas: SchemaFiles;
  readonly isUnchanged: () => boolean;
}

/**
 * Opens the disk with a memory for the schemas of each manifest. Whoever keeps what it makes of them by their identity, such as a set of compiled
 * schemas, keeps that too.
 */
export function createKeepingTree(): KeepingTree {
  const kept = new Map<string, Kept>();
  const keptSchemas = (manifest: string, inputs: string, open: (tree: Tree) => SchemaFiles): SchemaFiles => {
    const before = kept.get(manifest);
    if (before?.inputs === inputs && before.isUnchanged()) return before.schemas;
    const { tree, isUnchanged } = recordTree(DISK);
    const schemas = open(tree);
    kept.set(manifest, { inputs, schemas, isUnchanged });
    return schemas;
  };
  return { tree: { ...DISK, keptSchemas }, forget: () => kept.clear() };
}

/** A tree that records what it gives, and whether it would give the same again. It repeats each question, so it believes no time and no size. */
function recordTree(tree: Tree): { readonly tree: Tree; readonly isUnchanged: () => boolean } {
  const asked = new Map<string, () => boolean>();
  const recorded =
    <Args extends readonly unknown[], Result>(name: string, ask: (...args: Args) => Result) =>
    (...args: Args): Result => {
      const result = ask(...args);
      asked.set(JSON.stringify([name, args]), () => isDeepStrictEqual(ask(...args), result));
      return result;
    };
  return {
    tree: {
      kind: recorded('kind', tree.kind),
      list: recorded('list', tree.list),
      namesIn: recorded('namesIn', tree.namesIn),
      read: recorded('read', tree.read),
      realPath: recorded('realPath', tree.realPath),
    },
    isUnchanged: () => [...asked.values()].every((isSame) => isSame()),
  };
}
