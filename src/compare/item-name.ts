import { lastToken, parentPointer, valueAt, type JsonPointer } from '../model/json/json-pointer';
import { isJsonArray, isJsonObject, textMember } from '../model/json/json-value';
import { quote } from '../wording/quote';
import { listKindAt } from './item-identity';

/** The name of an item in a sentence: `version "v2.1"`, `link with rel "self"`; an item without a name is quoted as JSON. */
export function itemName(document: unknown, pointer: JsonPointer): string {
  const item = valueAt(document, pointer);
  const list = parentPointer(pointer);
  switch (listKindAt(list)) {
    case 'versions':
      return `version ${quote(textOf(item, 'id') ?? item)}`;
    case 'links':
      return linkName(item, valueAt(document, list));
    case 'media-types':
      return `media type ${quote(textOf(item, 'type') ?? item)}`;
    case 'other':
      return `item ${lastToken(pointer)}`;
  }
}

/** Names a link by its `rel`, and also by its `href` if the `rel` occurs more than once. */
function linkName(link: unknown, links: unknown): string {
  const rel = textOf(link, 'rel');
  if (rel === undefined) return `link ${quote(link)}`;
  const same = isJsonArray(links) ? links.filter((other) => textOf(other, 'rel') === rel) : [];
  return `link with rel ${quote(rel)}${same.length > 1 ? ` to ${quote(textOf(link, 'href'))}` : ''}`;
}

function textOf(item: unknown, key: string): string | undefined {
  return isJsonObject(item) ? textMember(item, key) : undefined;
}
