import { childPointer, pointerTokens, type JsonPointer } from '../model/json/json-pointer';
import { isJsonArray, isJsonObject, member } from '../model/json/json-value';

/** A location with `*` for each array index, so that all items of an array count as one place: `/servers/*` + `/name`. */
export function foldLocation(document: unknown, location: JsonPointer): JsonPointer {
  let value = document;
  let folded = '';
  for (const token of pointerTokens(location)) {
    folded = childPointer(folded, isJsonArray(value) ? '*' : token);
    value = isJsonArray(value)
      ? value[Number(token)]
      : isJsonObject(value)
        ? member(value, token)
        : undefined;
  }
  return folded;
}

/** Every location in a document with its value, the root first. */
export function placesOf(
  value: unknown,
  location: JsonPointer = '',
): readonly { readonly location: JsonPointer; readonly value: unknown }[] {
  const children: readonly (readonly [string | number, unknown])[] = isJsonArray(value)
    ? value.map((item, index) => [index, item])
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  return [
    { location, value },
    ...children.flatMap(([key, item]) => placesOf(item, childPointer(location, key))),
  ];
}
