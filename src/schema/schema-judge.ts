import type { ErrorObject, ValidateFunction } from 'ajv';

import type { SchemaVerdict, Violation } from '../model/violation';
import { runBounded } from '../text/run-bounded';
import { attempt } from './attempt';
import type { QuickJudge } from './quick-assertions';

/** Judges values by one schema. */
export interface Judge {
  /** Whether the schema surely accepts a value; `false` says nothing. It may take for ever. */
  readonly surelyAccepts: (value: unknown) => boolean;
  /** Whether it surely refuses a value; `false` says nothing. It may take for ever. */
  readonly surelyRefuses: (value: unknown) => boolean;
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

const ACCEPTED: SchemaVerdict = { kind: 'checked', violations: [] };

/** The judge by a schema that has a fatal problem. */
export const UNUSABLE: Judge = {
  surelyAccepts: () => false,
  surelyRefuses: () => false,
  prepare: () => {},
  compiledVerdict: () => ({ kind: 'unusable-schema' }),
  verdict: () => ({ kind: 'unusable-schema' }),
};

/** The judge by a schema that is compiled when a value first comes that it does not surely accept. */
export function createSchemaJudge({ lookQuickly, compile, explain, limit }: JudgeInput): Judge {
  let compiled: { readonly value: ValidateFunction } | { readonly reason: string } | undefined;
  let timeouts = 0;
  const validator = () => (compiled ??= attempt(compile));
  const surelyAccepts = (value: unknown) => timeouts === 0 && lookQuickly(value) === 'accepted';

  const compiledVerdict = (value: unknown): SchemaVerdict => {
    if (timeouts >= MOST_TIMEOUTS) return { kind: 'timed-out', limit };
    const validate = validator();
    if ('reason' in validate) return { kind: 'unusable-schema', reason: validate.reason };
    const result = attempt(() => runBounded(() => judge(value, validate.value), limit));
    if ('reason' in result) return { kind: 'unusable-schema', reason: result.reason };
    return result.value === 'timed-out' ? timedOut() : { kind: 'checked', violations: result.value };
  };

  return {
    surelyAccepts,
    surelyRefuses: (value) => timeouts === 0 && lookQuickly(value) === 'refused',
    prepare: validator,
    compiledVerdict,
    verdict: (value) => {
      if (timeouts > 0) return compiledVerdict(value);
      const look = attempt(() => runBounded(() => surelyAccepts(value), limit));
      if ('value' in look && look.value === 'timed-out') return timedOut();
      return 'value' in look && look.value ? ACCEPTED : compiledVerdict(value);
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

/** A value and the judge of it. */
export interface Task {
  readonly value: unknown;
  readonly judge: Judge;
}

/** So many are judged under one watchdog, which each costs more than a value; where it strikes, each gets its own. */
const BATCH = 100;

/** The verdicts of several, in order: the same as one by one, and faster. */
export function judgeTogether(tasks: readonly Task[], limit: number): readonly SchemaVerdict[] {
  const verdicts: SchemaVerdict[] = [];
  for (let start = 0; start < tasks.length; start += BATCH)
    verdicts.push(...judgeBatch(tasks.slice(start, start + BATCH), limit));
  return verdicts;
}

function judgeBatch(tasks: readonly Task[], limit: number): readonly SchemaVerdict[] {
  const looks = attempt(() =>
    runBounded(() => tasks.map(({ value, judge }) => judge.surelyAccepts(value)), limit),
  );
  if ('reason' in looks || looks.value === 'timed-out')
    return tasks.map(({ value, judge }) => judge.verdict(value));
  const accepted = looks.value;
  const open = tasks.filter((_, index) => accepted[index] !== true);
  for (const { judge } of open) judge.prepare();
  const judgeOpen = () => open.map(({ value, judge }) => judge.compiledVerdict(value));
  const together = open.length === 0 ? [] : runBounded(judgeOpen, limit);
  const compiled = (together === 'timed-out' ? judgeOpen() : together).values();
  return tasks.map((_, index) =>
    accepted[index] === true ? ACCEPTED : (compiled.next().value ?? { kind: 'unusable-schema' }),
  );
}

/** The first that surely refuses a value; undefined where none does. */
export function firstToRefuse<Judging extends Pick<Judge, 'surelyRefuses'>>(
  value: unknown,
  judges: readonly Judging[],
  limit: number,
): Judging | 'timed-out' | undefined {
  const found = attempt(() =>
    runBounded(() => judges.find(({ surelyRefuses }) => surelyRefuses(value)), limit),
  );
  return 'reason' in found ? undefined : found.value;
}
