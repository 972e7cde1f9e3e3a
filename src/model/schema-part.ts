import type { JsonPointer } from './json-pointer';
import type { JsonObject } from './json-value';

/** A schema or one of its subschemas, as its author wrote it, unless its dialect ignores its keywords because of a `$ref`. */
export interface SchemaPart {
  /** The name of the file, as users see it. */
  readonly file: string;
  readonly pointer: JsonPointer;
  readonly schema: JsonObject;
}
