import type { JsonPointer } from '../json/json-pointer';

/** One keyword that failed for a value, with its exact locations. */
export interface Violation {
  /** Its name in the schema's own dialect; `false schema` where the schema is the value `false`. */
  readonly keyword: string;
  /** The place in the document: for a property error (`required`, `additionalProperties`) the object, for an item error (`contains`) the array. */
  readonly instanceLocation: JsonPointer;
  /** The place in the schema after following every `$ref`, as a file and a pointer: `versions/defs.json#/$defs/status/enum`. */
  readonly keywordLocation: string;
  /** The value of the keyword in the schema. */
  readonly expected: unknown;
  /** The value that failed. */
  readonly actual: unknown;
  /** For null where `type` does not allow it: the dialect of the schema, which decides how it would. */
  readonly dialect?: string;
  /** Whether no value of the property would do, because one part of the schema requires it and another excludes it. */
  readonly isContradiction?: boolean;
  /** The property that is missing, unknown or misnamed. */
  readonly property?: string;
  /** For an unknown property: the properties that the schema names. */
  readonly allowed?: readonly string[];
  /** For an unknown property: the patterns of further properties that the schema allows. */
  readonly allowedPatterns?: readonly string[];
  /** For `then: false`, the `if` that holds. For `else: false`, the `if` of each condition in the chain: none of them holds. */
  readonly condition?: { readonly schemas: readonly object[]; readonly holds: boolean };
  /** For `dependentRequired`: the property whose presence makes the missing one required. */
  readonly because?: string;
  /** The indexes of the items in question: two equal ones, those that match `contains`, or those that the schema does not allow. */
  readonly items?: readonly number[];
  /** For `contains`: the maximum number of matching items where too many match, the minimum where too few match. */
  readonly limit?: number;
  /** For `anyOf` and `oneOf` where no alternative matches: the violations of each. For `propertyNames`: those of the name, as one branch. */
  readonly branches?: readonly (readonly Violation[])[];
  /** For `anyOf` and `oneOf` with branches: what shows that a value is meant for each alternative, if anything does. */
  readonly hints?: readonly AlternativeHints[];
  /** For `oneOf` where several alternatives match: the indexes of two of them. */
  readonly passing?: readonly number[];
}

/** What shows that a value is meant for an alternative of `anyOf` or `oneOf`. */
export interface AlternativeHints {
  /** The properties that it declares. */
  readonly names: readonly string[];
  /** The places below the value at which it allows only these values; a discriminator is one of them. */
  readonly constants: readonly { readonly pointer: JsonPointer; readonly values: readonly unknown[] }[];
}
