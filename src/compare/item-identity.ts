import type { JsonPointer } from '../model/json/json-pointer';
import { isJsonObject, textMember } from '../model/json/json-value';
import { normalId } from '../model/versions/versions-entry';

/** The kind of an array, by its place in the document. Arrays of the kind `other` are compared in order. */
export type ListKind = KnownList | 'other';

/** Arrays whose items are matched by their identity, not by their index. */
export type KnownList = 'versions' | 'links' | 'media-types';

const VERSIONS_LISTS: ReadonlySet<JsonPointer> = new Set(['/versions', '/versions/values', '/choices']);

export function listKindAt(list: JsonPointer): ListKind {
  if (VERSIONS_LISTS.has(list)) return 'versions';
  if (list.endsWith('/links')) return 'links';
  return list.endsWith('/media-types') ? 'media-types' : 'other';
}

/** How to distinguish links. */
export interface LinkIdentity {
  /** The `rel`s that occur more than once in an array of links, in either document. */
  readonly repeatedRels: ReadonlySet<string>;
  /** Rewrites a string to the spelling that both documents share. */
  readonly spell: (text: string) => string;
}

/** The identity of an item, independent of its index; undefined if it has none. */
export function identityOf(
  kind: KnownList,
  item: unknown,
  { repeatedRels, spell }: LinkIdentity,
): string | undefined {
  if (!isJsonObject(item)) return undefined;
  const text = (key: string) => textMember(item, key);
  switch (kind) {
    case 'versions': {
      const id = text('id');
      return id === undefined ? undefined : normalId(id);
    }
    case 'links': {
      const rel = text('rel');
      return rel === undefined || !repeatedRels.has(rel)
        ? rel
        : JSON.stringify([rel, text('type'), spell(text('href') ?? '')]);
    }
    case 'media-types':
      return text('type') === undefined ? undefined : JSON.stringify([text('base'), text('type')]);
  }
}
