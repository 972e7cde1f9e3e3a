import { groupBy } from '../model/group-by';
import { compareMicroversions, formatMicroversion, type Microversion } from '../model/microversion';
import type { VersionRange } from '../model/version-range';
import { inferSchema } from './infer-schema';
import { keepsShape } from './keeps-shape';

/** A sample's value, and what it was recorded at. */
export interface RecordedValue {
  readonly microversion: Microversion;
  readonly value: unknown;
}

/** Consecutive microversions in which the samples of a contract have one shape. */
export interface Stretch {
  /** What its oldest sample was recorded at. */
  readonly first: Microversion;
  /** The first stretch is open at the bottom, the last at the top. */
  readonly range: VersionRange;
  readonly values: readonly unknown[];
}

interface Run {
  readonly first: Microversion;
  readonly last: Microversion;
  readonly values: readonly unknown[];
}

/** The samples of one contract by the stretches in which their shape holds, oldest first. */
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

/** A stretch goes on until the next begins: the shape changes where the first sample shows it. */
function withMax({ last }: Run, next: Run | undefined): VersionRange {
  if (next === undefined) return {};
  const { major, minor } = next.first;
  // Before X.0 comes the newest microversion of an older major, which nobody knows here.
  return { max: minor === 0 ? last : { major, minor: minor - 1 } };
}
