import type { JsonPointer } from './json-pointer';

/** What the validator says of a value: one failed keyword, at exact locations. */
export interface Violation {
  /** As the schema's own dialect names it; `false schema` where the schema is the value `false`. */
  readonly keyword: string;
  /** Where in the document; for a key error (`required`, `additionalProperties`) the object, for an item error (`contains`) the array. */
  readonly instanceLocation: JsonPointer;
  /** Where in the schema, followed through every `$ref`: a file and a pointer, `versions/defs.json#/$defs/status/enum`. */
  readonly keywordLocation: string;
  /** The keyword's own value in the schema. */
  readonly expected: unknown;
  /** The value that failed. */
  readonly actual: unknown;
  /** The property the violation is about: the missing, unknown or misnamed key. */
  readonly property?: string;
  /** For an unknown key: the keys that the schema names. */
  readonly allowed?: readonly string[];
  /** For an unknown key: the patterns of further keys that the schema allows. */
  readonly allowedPatterns?: readonly string[];
  /** For `dependentRequired`: the property whose presence makes the missing one required. */
  readonly because?: string;
  /** The items it is about: the two that are equal, those that match `contains`, those the schema has no place for. */
  readonly items?: readonly number[];
  /** For `contains`: how many items may match, where more do; else how many must, where fewer do. */
  readonly limit?: number;
  /** For `anyOf` and `oneOf`, where no alternative matches: how each failed; for `propertyNames`: how the name failed, as one branch. */
  readonly branches?: readonly (readonly Violation[])[];
  /** For `oneOf`, when several alternatives match: two that do. */
  readonly passing?: readonly number[];
}

/** How a value fared against a schema. */
export type SchemaVerdict =
  | { readonly kind: 'checked'; readonly violations: readonly Violation[] }
  /** Either a schema problem says why, or `reason` does. */
  | { readonly kind: 'unusable-schema'; readonly reason?: string }
  | { readonly kind: 'timed-out'; readonly limit: number };
