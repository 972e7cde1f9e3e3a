import { isJsonArray, isJsonObject } from '../model/json/json-value';
import type { Quotation } from '../model/documents/quotation';
import { quote } from '../wording/quote';
import { patternName } from '../wording/wanted';

/** No message quotes more of a value, and a schema may be large. */
const MOST_STRINGS = 200;
const DEEPEST = 6;

/** How a message may quote these values of a file, or strings in them: as JSON or, for a pattern, as they are. */
export function quotedFrom(file: string, ...values: readonly unknown[]): readonly Quotation[] {
  const strings = new Set<string>();
  for (const value of values) collectStrings(value, strings, DEEPEST);
  return [...strings].flatMap((text) => [
    { file, text: quote(text) },
    { file, text: patternName(text) },
  ]);
}

function collectStrings(value: unknown, strings: Set<string>, depth: number): void {
  if (strings.size >= MOST_STRINGS) return;
  if (typeof value === 'string') strings.add(value);
  else if (depth > 0 && isJsonArray(value))
    for (const item of value) collectStrings(item, strings, depth - 1);
  else if (depth > 0 && isJsonObject(value))
    for (const [name, inner] of Object.entries(value)) {
      strings.add(name);
      collectStrings(inner, strings, depth - 1);
    }
}
