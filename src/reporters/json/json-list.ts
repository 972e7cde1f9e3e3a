import { visibleJson } from '../visible-text';

/** A list as `JSON.stringify(…, undefined, 2)` writes it on a line with this indent, item by item. */
export function* jsonList(items: Iterable<object>, indent: string): Iterable<string> {
  let separator = '[';
  for (const each of items) {
    yield separator + jsonItem(each, `${indent}  `);
    separator = ',';
  }
  yield separator === '[' ? '[]' : `\n${indent}]`;
}

/** An item of such a list, on lines of its own. */
export function jsonItem(value: object, indent: string): string {
  const text = visibleJson(JSON.stringify(value, undefined, 2));
  return `\n${indent}${text.replaceAll('\n', `\n${indent}`)}`;
}
