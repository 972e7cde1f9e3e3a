import type { JsonPointer } from '../model/json-pointer';
import { isJsonObject } from '../model/json-value';
import { normalId, textMember } from '../model/versions-entry';

/** What a list holds, as its place tells; `other` lists are compared in order. */
export type ListKind = KnownList | 'other';

/** Lists whose items are known by what they say, not by where they stand. */
export type KnownList = 'versions' | 'links' | 'media-types';

const VERSIONS_LISTS: ReadonlySet<JsonPointer> = new Set(['/versions', '/versions/values', '/choices']);

export function listKindAt(list: JsonPointer): ListKind {
  if (VERSIONS_LISTS.has(list)) return 'versions';
  if (list.endsWith('/links')) return 'links';
  return list.endsWith('/media-types') ? 'media-types' : 'other';
}

/** How links are told apart. */
export interface LinkIdentity {
  /** The `rel`s that several links of one list have, in either document. */
  readonly repeatedRels: ReadonlySet<string>;
  /** A text in the spelling that both documents share. */
  readonly spell: (text: string) => string;
}

/** What an item is known by, wherever in its list it stands; undefined where nothing tells. */
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
