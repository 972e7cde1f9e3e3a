import type { SchemaVerdict } from '../../model/violation';
import { runBounded } from '../../text/run-bounded';
import { tryValidator } from './try-validator';
import type { QuickVerdict } from './quick-assertions';
import { ACCEPTED, type SchemaValidator } from './schema-validator';

/** A value and the validator to apply to it. */
export interface ValidationTask {
  readonly value: unknown;
  readonly validator: SchemaValidator;
}

/** Whether a schema accepts a value, without the reasons; `no-verdict` where the schema cannot be used or takes too long. */
export type Acceptance = 'accepted' | 'refused' | 'no-verdict';

/** This many values share one watchdog, because starting it costs more than a value. Where it times out, each value gets its own. */
const BATCH = 100;

/** The verdicts of several values, in order: the same verdicts as one by one, but faster. */
export function validateTogether(tasks: readonly ValidationTask[], limit: number): readonly SchemaVerdict[] {
  return inBatches(tasks, (batch) => validateBatch(batch, limit));
}

/** Whether several values are accepted, in order. Only values that the quick validators leave undecided need a compiled schema. */
export function acceptTogether(tasks: readonly ValidationTask[], limit: number): readonly Acceptance[] {
  return inBatches(tasks, (batch) => {
    const quick = quickVerdicts(batch, limit) ?? batch.map(() => 'undecided' as const);
    const undecided = batch.filter((_, index) => quick[index] === 'undecided');
    const verdicts = validateBatch(undecided, limit).values();
    return quick.map((verdict) => (verdict === 'undecided' ? acceptanceOf(verdicts.next().value) : verdict));
  });
}

/** The first validator that certainly rejects a value, without compiling a schema; undefined where none does. */
export function firstToRefuse<Candidate extends Pick<SchemaValidator, 'quickVerdict'>>(
  value: unknown,
  candidates: readonly Candidate[],
  limit: number,
): Candidate | 'timed-out' | undefined {
  const found = tryValidator(() =>
    runBounded(() => candidates.find(({ quickVerdict }) => quickVerdict(value) === 'refused'), limit),
  );
  return 'reason' in found ? undefined : found.value;
}

function validateBatch(tasks: readonly ValidationTask[], limit: number): readonly SchemaVerdict[] {
  if (tasks.length === 0) return [];
  const quick = quickVerdicts(tasks, limit);
  if (quick === undefined) return tasks.map(({ value, validator }) => validator.verdict(value));
  const open = tasks.filter((_, index) => quick[index] !== 'accepted');
  for (const { validator } of open) validator.prepare();
  const validateOpen = () => open.map(({ value, validator }) => validator.compiledVerdict(value));
  const together = open.length === 0 ? [] : runBounded(validateOpen, limit);
  const compiled = (together === 'timed-out' ? validateOpen() : together).values();
  return quick.map((verdict) =>
    verdict === 'accepted' ? ACCEPTED : (compiled.next().value ?? { kind: 'unusable-schema' }),
  );
}

/** The verdicts of the quick validators; undefined where they take too long or fail. */
function quickVerdicts(tasks: readonly ValidationTask[], limit: number): readonly QuickVerdict[] | undefined {
  const verdicts = tryValidator(() =>
    runBounded(() => tasks.map(({ value, validator }) => validator.quickVerdict(value)), limit),
  );
  return 'reason' in verdicts || verdicts.value === 'timed-out' ? undefined : verdicts.value;
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
