/**
 * The message of anything that was thrown, by its shape: inside a test runner's realm Node's own errors are not `instanceof Error`,
 * and code may throw values that are not errors.
 */
export function messageOf(thrown: unknown): string {
  return hasText(thrown, 'message') ? thrown.message : String(thrown);
}

/** Node's error code, such as `ENOENT`; undefined where there is no code. */
export function codeOf(thrown: unknown): string | undefined {
  return hasText(thrown, 'code') ? thrown.code : undefined;
}

function hasText<Key extends string>(value: unknown, key: Key): value is { readonly [K in Key]: string } {
  return (
    typeof value === 'object' && value !== null && key in value && typeof Reflect.get(value, key) === 'string'
  );
}
