import { isJsonArray, isJsonObject } from './json-value';

/** A JSON Pointer (RFC 6901): `''` is the whole document, `/versions/0/id` a property. */
export type JsonPointer = string;

/** The pointer to `key` (a property or an array index) below `pointer`. */
export function childPointer(pointer: JsonPointer, key: string | number): JsonPointer {
  const isPlain = typeof key === 'number' || !(key.includes('/') || key.includes('~'));
  return `${pointer}/${isPlain ? key : key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The reference tokens of a pointer, unescaped; an array index stays a string. */
export function pointerTokens(pointer: JsonPointer): readonly string[] {
  return pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer to what these steps lead to, below `pointer`. */
export function pointerFrom(steps: readonly (string | number)[], pointer: JsonPointer = ''): JsonPointer {
  return steps.reduce<string>(childPointer, pointer);
}

export function parentPointer(pointer: JsonPointer): JsonPointer {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

/** The last reference token, unescaped; `''` for the whole document. */
export function lastToken(pointer: JsonPointer): string {
  return pointerTokens(pointer).at(-1) ?? '';
}

/** The value at a pointer, or undefined where the document has no value there. */
export function valueAt(document: unknown, pointer: JsonPointer): unknown {
  let value = document;
  for (const token of pointerTokens(pointer)) {
    if (isJsonArray(value)) value = /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
    else if (isJsonObject(value) && Object.hasOwn(value, token)) value = value[token];
    else return undefined;
  }
  return value;
}
