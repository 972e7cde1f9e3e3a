import type { SchemaVerdict } from '../../model/violation';
import { runBounded } from '../../text/run-bounded';
import { tryValidator } from './try-validator';
import type { QuickVerdict } from './quick-assertions';
import { ACCEPTED, type Judge } from './schema-judge';

/** A value and the judge of it. */
export interface Task {
  readonly value: unknown;
  readonly judge: Judge;
}

/** Whether a schema accepts a value, where nobody asks why; `no-verdict` where it cannot be used, or takes too long. */
export type Acceptance = 'accepted' | 'refused' | 'no-verdict';

/** So many are judged under one watchdog, which each costs more than a value; where it strikes, each gets its own. */
const BATCH = 100;

/** The verdicts of several, in order: the same as one by one, and faster. */
export function judgeTogether(tasks: readonly Task[], limit: number): readonly SchemaVerdict[] {
  return inBatches(tasks, (batch) => judgeBatch(batch, limit));
}

/** Whether several are accepted, in order. Only what a quick look leaves open is compiled for and explained. */
export function acceptTogether(tasks: readonly Task[], limit: number): readonly Acceptance[] {
  return inBatches(tasks, (batch) => {
    const looks = lookTogether(batch, limit) ?? batch.map(() => 'undecided' as const);
    const open = batch.filter((_, index) => looks[index] === 'undecided');
    const verdicts = judgeBatch(open, limit).values();
    return looks.map((look) => (look === 'undecided' ? acceptanceOf(verdicts.next().value) : look));
  });
}

/** The first that surely refuses a value; undefined where none does. */
export function firstToRefuse<Judging extends Pick<Judge, 'look'>>(
  value: unknown,
  judges: readonly Judging[],
  limit: number,
): Judging | 'timed-out' | undefined {
  const found = tryValidator(() =>
    runBounded(() => judges.find(({ look }) => look(value) === 'refused'), limit),
  );
  return 'reason' in found ? undefined : found.value;
}

function judgeBatch(tasks: readonly Task[], limit: number): readonly SchemaVerdict[] {
  if (tasks.length === 0) return [];
  const looks = lookTogether(tasks, limit);
  if (looks === undefined) return tasks.map(({ value, judge }) => judge.verdict(value));
  const open = tasks.filter((_, index) => looks[index] !== 'accepted');
  for (const { judge } of open) judge.prepare();
  const judgeOpen = () => open.map(({ value, judge }) => judge.compiledVerdict(value));
  const together = open.length === 0 ? [] : runBounded(judgeOpen, limit);
  const compiled = (together === 'timed-out' ? judgeOpen() : together).values();
  return looks.map((look) =>
    look === 'accepted' ? ACCEPTED : (compiled.next().value ?? { kind: 'unusable-schema' }),
  );
}

/** What a quick look says of each; undefined where it takes too long, or fails. */
function lookTogether(tasks: readonly Task[], limit: number): readonly QuickVerdict[] | undefined {
  const looks = tryValidator(() =>
    runBounded(() => tasks.map(({ value, judge }) => judge.look(value)), limit),
  );
  return 'reason' in looks || looks.value === 'timed-out' ? undefined : looks.value;
}

function acceptanceOf(verdict: SchemaVerdict | undefined): Acceptance {
  if (verdict?.kind !== 'checked') return 'no-verdict';
  return verdict.violations.length === 0 ? 'accepted' : 'refused';
}

function inBatches<Item, Result>(
  items: readonly Item[],
  run: (batch: readonly Item[]) => readonly Result[],
): readonly Result[] {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += BATCH)
    results.push(...run(items.slice(start, start + BATCH)));
  return results;
}
