import { groupBy } from '../../model/group-by';
import {
  compareMicroversions,
  formatMicroversion,
  type Microversion,
} from '../../model/versions/microversion';
import type { VersionRange } from '../../model/versions/version-range';
import { inferSchema } from './infer-schema';
import { keepsShape } from './keeps-shape';

/** The value of a sample, and the microversion at which it was recorded. */
export interface RecordedValue {
  readonly microversion: Microversion;
  readonly value: unknown;
}

/** Consecutive microversions in which the samples of a contract have one shape. */
export interface Stretch {
  /** The microversion of its oldest sample. */
  readonly first: Microversion;
  /** The first stretch has no minimum, the last has no maximum. */
  readonly range: VersionRange;
  readonly values: readonly unknown[];
}

interface Run {
  readonly first: Microversion;
  readonly last: Microversion;
  readonly values: readonly unknown[];
}

/** Divides the samples of one contract into stretches, each with one shape, oldest first. */
export function stretchesOf(recorded: readonly RecordedValue[]): readonly Stretch[] {
  const runs: Run[] = [];
  const sorted = recorded.toSorted((a, b) => compareMicroversions(a.microversion, b.microversion));
  for (const at of groupBy(sorted, ({ microversion }) => formatMicroversion(microversion)).values()) {
    const [sample] = at;
    if (sample === undefined) continue;
    const values = at.map(({ value }) => value);
    const before = runs.at(-1);
    const run = { first: sample.microversion, last: sample.microversion, values };
    if (before === undefined || !keepsShape(inferSchema(before.values), inferSchema(values))) runs.push(run);
    else runs.splice(-1, 1, { ...run, first: before.first, values: [...before.values, ...values] });
  }
  return runs.map((run, index) => ({
    first: run.first,
    range: {
      ...(index === 0 ? {} : { min: run.first }),
      ...withMax(run, runs[index + 1]),
    },
    values: run.values,
  }));
}

/** A stretch ends just before the next one: the shape is assumed to change at the first sample that has the new shape. */
function withMax({ last }: Run, next: Run | undefined): VersionRange {
  if (next === undefined) return {};
  const { major, minor } = next.first;
  // The microversion before X.0 is the newest of the previous major, which is not known here.
  return { max: minor === 0 ? last : { major, minor: minor - 1 } };
}
