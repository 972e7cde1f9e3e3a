import type { SchemaProblem } from './schema-problem';
import type { Violation } from './violation';

/** The result of validating a value against a schema. */
export type SchemaVerdict =
  | { readonly kind: 'checked'; readonly violations: readonly Violation[] }
  /** The reason is a reported schema problem, or `reason`; with `problem` where validation reached a part that cannot be used. */
  | { readonly kind: 'unusable-schema'; readonly reason?: string; readonly problem?: SchemaProblem }
  | { readonly kind: 'timed-out'; readonly limit: number };
