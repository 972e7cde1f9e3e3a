import { childPointer, lastToken, parentPointer, type JsonPointer } from '../../src/model/json/json-pointer';
import { isJsonArray, isJsonObject } from '../../src/model/json/json-value';

/** Every pointer of a value, the root first. */
export function pointersOf(value: unknown, pointer: JsonPointer = ''): readonly JsonPointer[] {
  const children = isJsonArray(value)
    ? value.flatMap((item, index) => pointersOf(item, childPointer(pointer, index)))
    : isJsonObject(value)
      ? Object.entries(value).flatMap(([key, item]) => pointersOf(item, childPointer(pointer, key)))
      : [];
  return [pointer, ...children];
}

/** A copy in which the properties or items of the object or array at `pointer` are edited. */
export function edit(
  value: unknown,
  pointer: JsonPointer,
  change: (entries: [string, unknown][]) => [string, unknown][],
): unknown {
  const rebuild = (item: unknown, at: JsonPointer): unknown => {
    if (isJsonArray(item)) {
      const entries = item.map((child, index): [string, unknown] => [
        String(index),
        rebuild(child, childPointer(at, index)),
      ]);
      return (at === pointer ? change(entries) : entries).map(([, child]) => child);
    }
    if (isJsonObject(item)) {
      const entries = Object.entries(item).map(([key, child]): [string, unknown] => [
        key,
        rebuild(child, childPointer(at, key)),
      ]);
      return Object.fromEntries(at === pointer ? change(entries) : entries);
    }
    return item;
  };
  return rebuild(value, '');
}

/** A copy with another value at `pointer`. */
export function replace(value: unknown, pointer: JsonPointer, by: unknown): unknown {
  if (pointer === '') return by;
  const key = lastToken(pointer);
  return edit(value, parentPointer(pointer), (entries) =>
    entries.map(([name, item]) => [name, name === key ? by : item]),
  );
}

/** JSON in the layout of the samples: indented by 4 spaces, one newline at the end. */
export function print(value: unknown): string {
  return `${JSON.stringify(value, undefined, 4)}\n`;
}
