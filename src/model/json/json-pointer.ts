import { isJsonArray, isJsonObject, member } from './json-value';

/** A JSON Pointer (RFC 6901): `''` is the whole document, `/versions/0/id` a property. */
export type JsonPointer = string;

/** The pointer to `key` (a property or an array index) below `pointer`. */
export function childPointer(pointer: JsonPointer, key: string | number): JsonPointer {
  const isPlain = typeof key === 'number' || !(key.includes('/') || key.includes('~'));
  return `${pointer}/${isPlain ? key : key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The reference tokens of a pointer, unescaped; an array index stays a string. */
export function pointerTokens(pointer: JsonPointer): readonly string[] {
  if (pointer === '') return [];
  const tokens = pointer.slice(1).split('/');
  return pointer.includes('~') ? tokens.map(unescaped) : tokens;
}

function unescaped(token: string): string {
  return token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;
}

/** The pointer to what these steps lead to, below `pointer`. */
export function pointerFrom(steps: readonly (string | number)[], pointer: JsonPointer = ''): JsonPointer {
  return steps.reduce<string>(childPointer, pointer);
}

export function parentPointer(pointer: JsonPointer): JsonPointer {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

/** Whether a pointer leads to the place of another one, or to something inside of it. */
export function isAtOrBelow(pointer: JsonPointer, outer: JsonPointer): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}

/** The last reference token, unescaped; `''` for the whole document. */
export function lastToken(pointer: JsonPointer): string {
  return unescaped(pointer.slice(pointer.lastIndexOf('/') + 1));
}

const INDEX = /^(?:0|[1-9]\d*)$/;

/** The value at a pointer, or undefined where the document has no value there. */
export function valueAt(document: unknown, pointer: JsonPointer): unknown {
  return pointerTokens(pointer).reduce(valueBelow, document);
}

/** The value of a property or an item; undefined where there is none. */
export function valueBelow(value: unknown, step: string | number): unknown {
  if (isJsonArray(value))
    return typeof step === 'number' || INDEX.test(step) ? value[Number(step)] : undefined;
  return isJsonObject(value) ? member(value, String(step)) : undefined;
}
