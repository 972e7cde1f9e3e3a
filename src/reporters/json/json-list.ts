import { visibleJson } from '../visible-text';

/** The marks of a list that is written item by item, as `JSON.stringify(…, undefined, 2)` sets them on a line with this indent. */
export interface JsonListMarks {
  /** What comes before the next item. */
  readonly next: () => string;
  /** What comes after the last one. */
  readonly end: () => string;
}

export function jsonListMarks(indent: string): JsonListMarks {
  let isEmpty = true;
  return {
    next: () => {
      const mark = isEmpty ? '[' : ',';
      isEmpty = false;
      return mark;
    },
    end: () => (isEmpty ? '[]' : `\n${indent}]`),
  };
}

/** A list on a line with this indent, from texts of its items on lines of their own. */
export function* jsonList(items: Iterable<string>, indent: string): Iterable<string> {
  const { next, end } = jsonListMarks(indent);
  for (const item of items) yield next() + item;
  yield end();
}

/** An item of a list on a line with this indent. */
export function jsonItem(value: object, indent: string): string {
  const text = visibleJson(JSON.stringify(value, undefined, 2));
  const line = `\n${indent}  `;
  return line + text.replaceAll('\n', line);
}
