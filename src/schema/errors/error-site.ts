import type { ErrorObject } from 'ajv';

import type { JsonPointer } from '../../model/json/json-pointer';
import { isJsonObject, type JsonObject } from '../../model/json/json-value';
import type { Evaluator } from '../evaluate/evaluator';

/** A copied schema, the value that it is applied to and its place, and the errors so far. */
export interface ErrorSite {
  readonly schema: JsonObject;
  readonly value: unknown;
  readonly at: JsonPointer;
  readonly errors: ErrorObject[];
}

/** Adds the errors of one keyword, whose value is `inner`, with those of its subschemas. */
export type KeywordErrors = (site: ErrorSite, inner: unknown) => void;

/** What keywords look for errors with. */
export interface ErrorContext {
  readonly evaluator: Evaluator;
  readonly unicodePatterns: boolean;
  /** Adds the errors of a value by a copied schema. */
  readonly find: (copy: unknown, value: unknown, at: JsonPointer, errors: ErrorObject[]) => void;
}

/** Adds an error as ajv writes it. */
export function addError(
  { schema, value, at, errors }: ErrorSite,
  keyword: string,
  params: Record<string, unknown>,
): void {
  errors.push({
    keyword,
    instancePath: at,
    schemaPath: `#/${keyword}`,
    params,
    schema: schema[keyword],
    parentSchema: schema,
    data: value,
  });
}

/** Whether a copied schema accepts every value, so that ajv does not apply it. */
export function isTrivial(copy: unknown): boolean {
  return copy === true || (isJsonObject(copy) && Object.keys(copy).length === 0);
}

/** The number of errors that were added since each of these numbers. */
export function addedSince(marks: readonly number[], { errors }: ErrorSite): readonly number[] {
  return marks.map((mark) => errors.length - mark);
}
