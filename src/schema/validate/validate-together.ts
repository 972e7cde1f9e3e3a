import type { SchemaVerdict } from '../../model/schemas/validation';
import { runBounded } from '../../text/run-bounded';
import { runBriefly } from '../evaluate/work';
import { tryValidator } from './try-validator';
import { ACCEPTED, type SchemaValidator } from './schema-validator';

/** A value and the validator to apply to it. */
export interface ValidationTask {
  readonly value: unknown;
  readonly validator: SchemaValidator;
}

/** Whether a schema accepts a value, without the reasons; `no-verdict` where the schema cannot be used or takes too long. */
export type Acceptance = 'accepted' | 'refused' | 'no-verdict';

/** This many values share the first watchdog, because starting one costs more than a value. Where it times out, each value gets its own. */
const FIRST_BATCH = 100;

/** So much larger is the batch after one that took less than this part of the time limit: it is then far from the limit, too. */
const GROWTH = { factor: 8, part: 1 / 40 };

/** So many values are tried without a watchdog. For more, a second try would cost more than the watchdog. */
const FEW = 10;

/** The verdicts of several values, in order: the same verdicts as one by one, but faster. */
export function validateTogether(tasks: readonly ValidationTask[], limit: number): readonly SchemaVerdict[] {
  return inBatches(tasks, limit, (batch) => validateBatch(batch, limit));
}

/** Whether several values are accepted, in order. No schema is compiled, unless a value takes too long or fails. */
export function acceptTogether(tasks: readonly ValidationTask[], limit: number): readonly Acceptance[] {
  return inBatches(
    tasks,
    limit,
    (batch) =>
      acceptances(batch, limit) ??
      batch.map(({ value, validator }) => acceptanceOf(validator.verdict(value))),
  );
}

/** A value and the validators of which one may reject it. */
export interface RefusalTask<Candidate extends Pick<SchemaValidator, 'isUsable' | 'accepts'>> {
  readonly value: unknown;
  readonly candidates: readonly Candidate[];
}

/** For each value, the first validator that rejects it; undefined where none does, or where that cannot be said. */
export function firstToRefuse<Candidate extends Pick<SchemaValidator, 'isUsable' | 'accepts'>>(
  tasks: readonly RefusalTask<Candidate>[],
  limit: number,
): readonly (Candidate | 'timed-out' | undefined)[] {
  const find = ({ value, candidates }: RefusalTask<Candidate>) =>
    candidates.find(({ isUsable, accepts }) => isUsable && !accepts(value));
  const findAlone = (task: RefusalTask<Candidate>) => {
    const found = tryValidator(() => runBounded(() => find(task), limit));
    return 'reason' in found ? undefined : found.value;
  };
  return inBatches(tasks, limit, (batch) => {
    const found = tryValidator(() => runBounded(() => batch.map(find), limit));
    return 'reason' in found || found.value === 'timed-out' ? batch.map(findAlone) : found.value;
  });
}

function validateBatch(tasks: readonly ValidationTask[], limit: number): readonly SchemaVerdict[] {
  const accepted = acceptances(tasks, limit);
  if (accepted === undefined) return tasks.map(({ value, validator }) => validator.verdict(value));
  const refused = tasks.filter((_, index) => accepted[index] === 'refused');
  for (const { validator } of refused) validator.prepare();
  const explain = () => refused.map(({ value, validator }) => validator.explanation(value));
  const together = refused.length === 0 ? [] : runBounded(explain, limit);
  const explained = (together === 'timed-out' ? explain() : together).values();
  return accepted.map((acceptance) => {
    if (acceptance === 'accepted') return ACCEPTED;
    return (acceptance === 'refused' ? explained.next().value : undefined) ?? { kind: 'unusable-schema' };
  });
}

/** The acceptances of a batch under one watchdog, or without one for a few; undefined where a value takes too long or fails. */
function acceptances(tasks: readonly ValidationTask[], limit: number): readonly Acceptance[] | undefined {
  const accept = () =>
    tasks.map(({ value, validator: { isUsable, accepts } }) => {
      if (!isUsable) return 'no-verdict';
      return accepts(value) ? 'accepted' : 'refused';
    });
  const accepted = tryValidator(() => {
    const brief = tasks.length <= FEW ? runBriefly(accept) : 'may-take-long';
    return brief === 'may-take-long' ? runBounded(accept, limit) : brief.value;
  });
  return 'reason' in accepted || accepted.value === 'timed-out' ? undefined : accepted.value;
}

function acceptanceOf(verdict: SchemaVerdict): Acceptance {
  if (verdict.kind !== 'checked') return 'no-verdict';
  return verdict.violations.length === 0 ? 'accepted' : 'refused';
}

function inBatches<Item, Result>(
  items: readonly Item[],
  limit: number,
  run: (batch: readonly Item[]) => readonly Result[],
): readonly Result[] {
  const results: Result[] = [];
  let size = FIRST_BATCH;
  for (let start = 0; start < items.length;) {
    const before = performance.now();
    const batch = items.slice(start, start + size);
    for (const result of run(batch)) results.push(result);
    start += batch.length;
    if (performance.now() - before < limit * GROWTH.part) size *= GROWTH.factor;
  }
  return results;
}
