/** A schema, with values that its verdict and its type agree on. */
export interface TypeCase {
  readonly title: string;
  readonly schema: unknown;
  /** More schema files, by name. */
  readonly files?: Readonly<Record<string, unknown>>;
  readonly accepted: readonly unknown[];
  readonly refused: readonly unknown[];
  /** Values that the schema refuses and the type does not, because TypeScript cannot say why. */
  readonly beyond?: readonly unknown[];
}

export const STRING = { type: 'string' };
export const NUMBER = { type: 'number' };
export const INTEGER = { type: 'integer' };
export const BOOLEAN = { type: 'boolean' };
export const CLOSED = { additionalProperties: false };
export const SEALED = { unevaluatedProperties: false };

/** `if`, `then` and `else`, in this order. */
export function when(...schemas: readonly unknown[]): object {
  return Object.fromEntries(
    ['if', 'then', 'else'].map((keyword, index) => [keyword, schemas[index] ?? true]),
  );
}
