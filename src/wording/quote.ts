import { clipEnd } from '../model/clip-text';
import { jsonText } from '../model/json/json-text';

const LIMIT = 60;

/** A value as JSON, cut to about 60 characters. */
export function quote(value: unknown): string {
  const text = jsonText(value) ?? String(value);
  if (text.length <= LIMIT) return text;
  // Do not cut a surrogate pair or an escape sequence in half: it would show as something else.
  const start = text.slice(0, LIMIT - 2).replace(/[\uD800-\uDBFF\\]$/, '');
  return typeof value === 'string' ? `${start}…"` : `${start}…`;
}

/** A string as it is, any other value as JSON: `String` would call a `toString` of the value. */
export function plainText(value: unknown): string {
  return typeof value === 'string' ? value : quote(value);
}

const LONG_LIMIT = 200;

/** A text from a service in double quotes, cut to 200 characters: an error message or URL is useless if it is cut too early. */
export function quoteLong(text: string): string {
  return JSON.stringify(clipEnd(text, LONG_LIMIT));
}
