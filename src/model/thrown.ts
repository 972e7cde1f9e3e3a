/**
 * What was thrown, told by its shape: an error of Node's own is no `instanceof Error` inside a test runner's realm,
 * and what is thrown need not be an error at all.
 */
export function messageOf(thrown: unknown): string {
  return hasText(thrown, 'message') ? thrown.message : String(thrown);
}

/** Node's error code, such as `ENOENT`; undefined where there is none. */
export function codeOf(thrown: unknown): string | undefined {
  return hasText(thrown, 'code') ? thrown.code : undefined;
}

function hasText<Key extends string>(value: unknown, key: Key): value is { readonly [K in Key]: string } {
  return (
    typeof value === 'object' && value !== null && key in value && typeof Reflect.get(value, key) === 'string'
  );
}
