import type { PatternMistake } from './pattern-mistake';
import type { JsonPointer } from '../json/json-pointer';
import type { Place } from '../documents/place';
import type { Violation } from './violation';

/**
 * What a meta-schema expects where it refuses a value. `items`: at least one; `unique`: no repeated values; `minimum` and `maximum`: that
 * keyword next to the wrong one.
 */
export type ExpectedValue =
  | 'string'
  | 'boolean'
  | 'number'
  | 'positive-number'
  | 'count'
  | 'type'
  | 'one-type'
  | 'values'
  | 'name'
  | 'names'
  | 'names-map'
  | 'schema'
  | 'schema-or-names'
  | 'schemas'
  | 'schema-map'
  | 'items'
  | 'unique'
  | 'minimum'
  | 'maximum'
  | 'uri-without-fragment'
  | 'anchor'
  | 'discriminator'
  | 'mapping'
  | 'vocabularies';

/** What is wrong with a schema itself. `place` is the wrong token in the schema file; `root` is the schema root as users see it. */
export type SchemaProblem =
  | { readonly kind: 'unreadable' | 'byte-order-mark'; readonly message: string; readonly place: Place }
  /** A value of YAML that JSON has no form for. The keyword around it is ignored. */
  | { readonly kind: 'not-json'; readonly message: string; readonly place: Place }
  | {
      readonly kind: 'missing';
      readonly schema: string;
      readonly root: string;
      readonly nearest?: string;
      readonly place: Place;
    }
  | {
      readonly kind: 'unknown-dialect';
      readonly dialect: string;
      readonly root: string;
      /** The file of its meta-schema, if there is one below the schema root. */
      readonly metaSchema?: string;
      /** An unknown vocabulary that the meta-schema requires. Absent where the meta-schema itself has no known dialect. */
      readonly vocabulary?: string;
      /** The file that the manifest maps it to, and that does not exist. */
      readonly missing?: string;
      /** The URI of a schema that differs only in its query, its scheme, a slash at the end or in case, and the file of that schema. */
      readonly nearest?: string;
      readonly nearestIn?: string;
      readonly place: Place;
    }
  | {
      /** The meta-schema of the dialect refuses a value. */
      readonly kind: 'invalid-keyword';
      /** Undefined where a whole schema is wrong that no keyword contains: the root of a file, or the target of a reference. */
      readonly keyword?: string;
      /** The name of a wrong schema in the map that `keyword` is. */
      readonly name?: string;
      readonly expected: ExpectedValue;
      readonly actual: unknown;
      /** The schema that contains the keyword. */
      readonly schema: unknown;
      readonly dialect: string;
      /** Whether no document can be validated: the meaning of an assertion is lost. */
      readonly isFatal: boolean;
      readonly place: Place;
    }
  | {
      /** A meta-schema of the project refuses a schema that names it, or says nothing about it because validation fails or takes too long. */
      readonly kind: 'refused-by-meta-schema';
      /** The file of the meta-schema. */
      readonly metaSchema: string;
      /** Instance locations are relative to the schema. */
      readonly violations: readonly Violation[];
      /** Why validation said nothing. */
      readonly failure?: { readonly reason: string } | { readonly limit: number };
      /** Where the schema is in its file. */
      readonly pointer: JsonPointer;
      /** The places in it that other problems report. */
      readonly reported: readonly JsonPointer[];
      readonly place: Place;
    }
  | {
      /** Before 2019-09, assertions next to a `$ref` are ignored. */
      readonly kind: 'ignored-keywords';
      readonly dialect: string;
      /** Each of them, in the order of the text; where several `$ref`s are joined, the first of each. */
      readonly keywords: readonly IgnoredKeyword[];
      /** The number of keywords, and the number of `$ref`s that they are next to. */
      readonly count: number;
      readonly references: number;
      /** Whether some schema of a contract asserts what is in these schemas. */
      readonly asserted: boolean;
      /** The first keyword. */
      readonly place: Place;
    }
  | {
      /** A keyword that another one has replaced, or will. It still works. */
      readonly kind: 'renamed-keyword';
      readonly keyword: string;
      readonly dialect: string;
      readonly place: Place;
    }
  | {
      /** A number in an assertion that JavaScript would round. */
      readonly kind: 'rounded-number';
      readonly literal: string;
      /** What JavaScript reads. */
      readonly read: string;
      readonly place: Place;
    }
  | {
      /** A property that an object has twice. */
      readonly kind: 'repeated-property';
      readonly key: string;
      /** Whether it has the same value as the one before; otherwise only the last counts. */
      readonly isSame: boolean;
      readonly first: Place;
      readonly place: Place;
    }
  /** Allowed since draft-07. */
  | { readonly kind: 'empty-enum'; readonly place: Place }
  | {
      readonly kind: 'dangling-reference';
      readonly reference: string;
      readonly nearest?: string;
      /** The file that the manifest maps it to, and that does not exist. */
      readonly missing?: string;
      readonly isFolder?: true;
      readonly place: Place;
    }
  | {
      readonly kind: 'remote-reference';
      readonly reference: string;
      readonly root: string;
      /** The folders of schemas, if there are several. */
      readonly folders?: string;
      /** In a run without a manifest, which could name other folders: what it leads out of. */
      readonly within?: 'repository' | 'folder';
      /** The URI of a schema that differs only in its query, its scheme, a slash at the end or in case, and the file of that schema. */
      readonly nearest?: string;
      readonly nearestIn?: string;
      readonly place: Place;
    }
  | {
      /** A reference that leads back to its own schema for the same value. */
      readonly kind: 'circular-reference';
      readonly reference: string;
      /** The keys of the nodes in the circle: a value that reaches one of them cannot be validated. */
      readonly keys: readonly string[];
      readonly place: Place;
    }
  /** A reference with a raw space, which a URI cannot have. It is resolved as if it were `%20`. */
  | { readonly kind: 'raw-space'; readonly reference: string; readonly place: Place }
  | {
      /** A name of a schema, such as its `$anchor`, that a different schema before it has, too. */
      readonly kind: 'repeated-name';
      readonly keyword: string;
      readonly name: string;
      readonly first: Place;
      readonly place: Place;
    }
  | {
      /** Parts that allow only some properties exclude others that another part requires. */
      readonly kind: 'impossible-object';
      /** All that are excluded. */
      readonly properties: readonly string[];
      readonly closedBy: 'additionalProperties' | 'unevaluatedProperties';
      readonly dialect: string;
      /** Whether the first closed part is the schema at `place` itself. */
      readonly isOwn: boolean;
      /** Each closed part, with a property that it excludes. */
      readonly exclusions: readonly {
        readonly property: string;
        readonly closed: Place;
        readonly required: Place;
      }[];
      /** The keyword locations of all closed and all requiring parts, as in violations. */
      readonly locations: readonly string[];
      readonly place: Place;
    }
  /** A property with the name of a keyword and a value that makes sense only for the keyword. */
  | { readonly kind: 'misplaced-keyword'; readonly keyword: string; readonly place: Place }
  | {
      readonly kind: 'malformed-pattern';
      readonly pattern: string;
      readonly mistake: PatternMistake;
      readonly place: Place;
    }
  | {
      readonly kind: 'needless-escapes';
      readonly pattern: string;
      /** The escapes that only the `u` flag forbids, such as `\_`: they are read without the backslash. */
      readonly escapes: readonly string[];
      /** The pattern without their backslashes. */
      readonly plain: string;
      readonly place: Place;
    }
  | { readonly kind: 'does-not-compile'; readonly message: string; readonly place: Place }
  | {
      readonly kind: 'unknown-keyword';
      readonly keyword: string;
      /** In how many places of its file it is; `place` is the first. Default: 1. */
      readonly count?: number;
      readonly dialect: string;
      /** The dialects that have this keyword. */
      readonly knownTo: readonly string[];
      readonly nearest?: string;
      /** The vocabulary of a keyword of this dialect that the meta-schema in this file does not turn on. */
      readonly turnedOff?: { readonly vocabulary: string; readonly metaSchema: string };
      readonly place: Place;
    }
  | {
      readonly kind: 'unknown-format';
      readonly format: string;
      /** In OpenAPI, anyone may define formats. */
      readonly isOpen?: true;
      /** As of an unknown keyword. */
      readonly count?: number;
      readonly nearest?: string;
      readonly place: Place;
    }
  /** `nullable` in OpenAPI 3.0, which only adds null to the `type` next to it. */
  | {
      readonly kind: 'nullable-without-type';
      readonly isNextToRef: boolean;
      /** As of an unknown keyword. */
      readonly count?: number;
      readonly place: Place;
    }
  | { readonly kind: 'accepts-everything'; readonly place: Place };

/** A keyword next to a `$ref` that the dialect of its schema ignores there. */
export interface IgnoredKeyword {
  readonly name: string;
  readonly dialect: string;
  readonly place: Place;
}
