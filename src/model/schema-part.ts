import type { JsonPointer } from './json-pointer';
import type { JsonObject } from './json-value';

/** A schema, or one of the schemas in it, as its author wrote it and in so far as it counts. */
export interface SchemaPart {
  /** The name of the file, as users see it. */
  readonly file: string;
  readonly pointer: JsonPointer;
  readonly schema: JsonObject;
}
