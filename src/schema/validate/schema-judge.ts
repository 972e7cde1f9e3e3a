import type { ErrorObject, ValidateFunction } from 'ajv';

import type { SchemaVerdict, Violation } from '../../model/violation';
import { runBounded } from '../../text/run-bounded';
import { tryValidator } from './try-validator';
import { LEAVE, type QuickJudge } from './quick-assertions';

/** Judges values by one schema. */
export interface Judge {
  /** What is sure of a value before the schema is compiled. It may take for ever. */
  readonly look: QuickJudge;
  /** Compiles the schema, which may not be cut off in the middle. */
  readonly prepare: () => void;
  /** The verdict of the compiled schema. */
  readonly compiledVerdict: (value: unknown) => SchemaVerdict;
  /** The same verdict, of a quick look where that is enough. */
  readonly verdict: (value: unknown) => SchemaVerdict;
}

export interface JudgeInput {
  readonly lookQuickly: QuickJudge;
  readonly compile: () => ValidateFunction;
  readonly explain: (errors: readonly ErrorObject[]) => readonly Violation[];
  /** How long one value may take, in milliseconds. */
  readonly limit: number;
}

/** A schema that timed out this often is not tried again, so that many samples of one such schema end too. */
const MOST_TIMEOUTS = 3;

/** The verdict of what is accepted. */
export const ACCEPTED: SchemaVerdict = { kind: 'checked', violations: [] };

/** The judge by a schema that has a fatal problem. */
export const UNUSABLE: Judge = {
  look: LEAVE,
  prepare: () => {},
  compiledVerdict: () => ({ kind: 'unusable-schema' }),
  verdict: () => ({ kind: 'unusable-schema' }),
};

/** The judge by a schema that is compiled when a value first comes that it does not surely accept. */
export function createSchemaJudge({ lookQuickly, compile, explain, limit }: JudgeInput): Judge {
  let compiled: { readonly value: ValidateFunction } | { readonly reason: string } | undefined;
  let timeouts = 0;
  const validator = () => (compiled ??= tryValidator(compile));
  const look: QuickJudge = (value) => (timeouts === 0 ? lookQuickly(value) : 'undecided');

  const compiledVerdict = (value: unknown): SchemaVerdict => {
    if (timeouts >= MOST_TIMEOUTS) return { kind: 'timed-out', limit };
    const validate = validator();
    if ('reason' in validate) return { kind: 'unusable-schema', reason: validate.reason };
    const result = tryValidator(() => runBounded(() => judge(value, validate.value), limit));
    if ('reason' in result) return { kind: 'unusable-schema', reason: result.reason };
    return result.value === 'timed-out' ? timedOut() : { kind: 'checked', violations: result.value };
  };

  return {
    look,
    prepare: validator,
    compiledVerdict,
    verdict: (value) => {
      if (timeouts > 0) return compiledVerdict(value);
      const looked = tryValidator(() => runBounded(() => look(value), limit));
      if ('value' in looked && looked.value === 'timed-out') return timedOut();
      return 'value' in looked && looked.value === 'accepted' ? ACCEPTED : compiledVerdict(value);
    },
  };

  function timedOut(): SchemaVerdict {
    timeouts += 1;
    return { kind: 'timed-out', limit };
  }

  function judge(value: unknown, validate: ValidateFunction): readonly Violation[] {
    return validate(value) ? [] : explain(validate.errors ?? []);
  }
}
