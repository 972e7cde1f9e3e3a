import type { ErrorObject, ValidateFunction } from 'ajv';

import type { SchemaVerdict, Violation } from '../../model/violation';
import { runBounded } from '../../text/run-bounded';
import { tryValidator } from './try-validator';
import { LEAVE, type QuickValidator } from './quick-assertions';

/** Validates values against one schema. */
export interface SchemaValidator {
  /** The verdict of the quick validator, without compiling the schema. It may run forever: call it with a time limit. */
  readonly quickVerdict: QuickValidator;
  /** Compiles the schema. Compiling must not be interrupted. */
  readonly prepare: () => void;
  /** The verdict of the compiled schema. */
  readonly compiledVerdict: (value: unknown) => SchemaVerdict;
  /** The verdict of the quick validator where it accepts the value, else of the compiled schema. */
  readonly verdict: (value: unknown) => SchemaVerdict;
}

export interface SchemaValidatorInput {
  readonly quickValidator: QuickValidator;
  readonly compile: () => ValidateFunction;
  readonly explain: (errors: readonly ErrorObject[]) => readonly Violation[];
  /** How long one value may take, in milliseconds. */
  readonly limit: number;
}

/** A schema that timed out this often is not tried again, so that a run with many samples of such a schema ends. */
const MOST_TIMEOUTS = 3;

/** The verdict for an accepted value. */
export const ACCEPTED: SchemaVerdict = { kind: 'checked', violations: [] };

/** The validator for a schema that has a fatal problem. */
export const UNUSABLE: SchemaValidator = {
  quickVerdict: LEAVE,
  prepare: () => {},
  compiledVerdict: () => ({ kind: 'unusable-schema' }),
  verdict: () => ({ kind: 'unusable-schema' }),
};

/** Creates a validator for a schema. The schema is compiled for the first value that the quick validator does not accept. */
export function createSchemaValidator(input: SchemaValidatorInput): SchemaValidator {
  const { quickValidator, compile, explain, limit } = input;
  let compiled: { readonly value: ValidateFunction } | { readonly reason: string } | undefined;
  let timeouts = 0;
  const prepare = () => (compiled ??= tryValidator(compile));
  const quickVerdict: QuickValidator = (value) => (timeouts === 0 ? quickValidator(value) : 'undecided');

  const compiledVerdict = (value: unknown): SchemaVerdict => {
    if (timeouts >= MOST_TIMEOUTS) return { kind: 'timed-out', limit };
    const prepared = prepare();
    if ('reason' in prepared) return { kind: 'unusable-schema', reason: prepared.reason };
    const result = tryValidator(() => runBounded(() => violationsOf(value, prepared.value), limit));
    if ('reason' in result) return { kind: 'unusable-schema', reason: result.reason };
    return result.value === 'timed-out' ? timedOut() : { kind: 'checked', violations: result.value };
  };

  return {
    quickVerdict,
    prepare,
    compiledVerdict,
    verdict: (value) => {
      if (timeouts > 0) return compiledVerdict(value);
      const quick = tryValidator(() => runBounded(() => quickVerdict(value), limit));
      if ('value' in quick && quick.value === 'timed-out') return timedOut();
      return 'value' in quick && quick.value === 'accepted' ? ACCEPTED : compiledVerdict(value);
    },
  };

  function timedOut(): SchemaVerdict {
    timeouts += 1;
    return { kind: 'timed-out', limit };
  }

  function violationsOf(value: unknown, validate: ValidateFunction): readonly Violation[] {
    return validate(value) ? [] : explain(validate.errors ?? []);
  }
}
