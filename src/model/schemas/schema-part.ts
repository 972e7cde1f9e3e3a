import type { JsonPointer } from '../json/json-pointer';
import type { JsonObject } from '../json/json-value';
import type { Source } from '../documents/source';

/**
 * A schema or one of its subschemas, as its author wrote it, without the keywords that its dialect ignores: those of other dialects, and all of them
 * next to a `$ref` before 2019-09.
 */
export interface SchemaPart {
  /** The name of the file, as users see it. */
  readonly file: string;
  readonly source: Source;
  readonly pointer: JsonPointer;
  readonly schema: JsonObject;
  /** Whether `unevaluatedProperties` or `unevaluatedItems` of a schema for the same value reads what this one evaluates. */
  readonly isRead: boolean;
}
