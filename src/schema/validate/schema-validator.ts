import type { ErrorObject } from 'ajv';

import type { SchemaProblem } from '../../model/schemas/schema-problem';
import type { SchemaVerdict } from '../../model/schemas/validation';
import type { Violation } from '../../model/schemas/violation';
import { runBounded } from '../../text/run-bounded';
import { runBriefly } from '../evaluate/work';
import { EndlessReference } from '../evaluate/endless-reference';
import type { FindErrors } from '../errors/find-errors';
import { tryValidator } from './try-validator';

/** Validates values against one schema. */
export interface SchemaValidator {
  /** False where the schema has a fatal problem: then there is no verdict on any value. */
  readonly isUsable: boolean;
  /** Whether the schema accepts a value. It may run forever: call it with a time limit. */
  readonly accepts: (value: unknown) => boolean;
  /** Makes what finds errors. Compiling must not be interrupted. */
  readonly prepare: () => void;
  /** The verdict on a value that the schema refuses, with its violations. */
  readonly explanation: (value: unknown) => SchemaVerdict;
  readonly verdict: (value: unknown) => SchemaVerdict;
}

export interface SchemaValidatorInput {
  readonly accepts: (value: unknown) => boolean;
  /** Makes what finds the errors of values that are refused; this may compile the schema. */
  readonly createFindErrors: () => FindErrors;
  readonly explain: (errors: readonly ErrorObject[], value: unknown) => readonly Violation[];
  /** The violations of a refused value where no errors are found; at least one. */
  readonly explainWithoutAjv: (value: unknown) => readonly Violation[];
  /** The circle of references that a node is part of. */
  readonly circleOf: (key: string) => SchemaProblem | undefined;
  /** How long one value may take, in milliseconds. */
  readonly limit: number;
}

/** A schema that timed out this often is not tried again, so that a run with many samples of such a schema ends. */
const MOST_TIMEOUTS = 3;

/** The verdict for an accepted value. */
export const ACCEPTED: SchemaVerdict = { kind: 'checked', violations: [] };

/** The validator for a schema that has a fatal problem. */
export const UNUSABLE: SchemaValidator = {
  isUsable: false,
  accepts: () => false,
  prepare: () => {},
  explanation: () => ({ kind: 'unusable-schema' }),
  verdict: () => ({ kind: 'unusable-schema' }),
};

/**
 * Creates a validator for a schema. The evaluator decides whether the schema accepts a value; only for the first value that it refuses is
 * what finds its errors made, which may compile the schema.
 */
export function createSchemaValidator(input: SchemaValidatorInput): SchemaValidator {
  const { accepts, createFindErrors, explain, explainWithoutAjv, circleOf, limit } = input;
  let prepared: { readonly value: FindErrors } | { readonly reason: string } | undefined;
  let timeouts = 0;
  const prepare = () => (prepared ??= tryValidator(createFindErrors));

  const bounded = <Result>(task: () => Result): SchemaVerdict | { readonly value: Result } => {
    if (timeouts >= MOST_TIMEOUTS) return { kind: 'timed-out', limit };
    const result = tryValidator(() => runBounded(task, limit));
    if ('reason' in result) return unusableBy(result.reason, result.error);
    if (result.value !== 'timed-out') return { value: result.value };
    timeouts += 1;
    return { kind: 'timed-out', limit };
  };

  const explanation = (value: unknown): SchemaVerdict => {
    const found = prepare();
    const result = bounded(() => violationsOf(value, found));
    return 'value' in result ? { kind: 'checked', violations: result.value } : result;
  };

  return {
    isUsable: true,
    accepts,
    prepare,
    explanation,
    verdict: (value) => {
      const brief = tryValidator(() => runBriefly(() => accepts(value)));
      const isDone = 'value' in brief && brief.value !== 'may-take-long';
      const result = isDone ? brief.value : bounded(() => accepts(value));
      if (!('value' in result)) return result;
      return result.value ? ACCEPTED : explanation(value);
    },
  };

  function unusableBy(reason: string, error: unknown): SchemaVerdict {
    const problem = error instanceof EndlessReference ? circleOf(error.key) : undefined;
    return { kind: 'unusable-schema', reason, ...(problem === undefined ? {} : { problem }) };
  }

  function violationsOf(value: unknown, found: NonNullable<typeof prepared>): readonly Violation[] {
    const explained = tryValidator(() => ('reason' in found ? [] : explain(found.value(value), value)));
    const violations = 'value' in explained ? explained.value : [];
    return violations.length > 0 ? violations : explainWithoutAjv(value);
  }
}
