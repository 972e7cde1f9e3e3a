import { pointerTokens, type JsonPointer } from '../model/json/json-pointer';
import { isJsonArray, isJsonObject } from '../model/json/json-value';

/** A copy of a document with another value at an existing place. Everything outside the path to it is shared. */
export function replaceAt(document: unknown, pointer: JsonPointer, value: unknown): unknown {
  return replace(document, pointerTokens(pointer), value);
}

function replace(document: unknown, [token, ...rest]: readonly string[], value: unknown): unknown {
  if (token === undefined) return value;
  if (isJsonArray(document)) {
    return document.map((item, index) => (String(index) === token ? replace(item, rest, value) : item));
  }
  if (!isJsonObject(document)) return document;
  return Object.fromEntries(
    Object.entries(document).map(([key, item]) => [key, key === token ? replace(item, rest, value) : item]),
  );
}
