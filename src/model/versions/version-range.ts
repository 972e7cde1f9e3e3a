import { compareMicroversions, formatMicroversion, type Microversion } from './microversion';

/** The microversions for which a schema applies. Both ends are inclusive; an absent end is open. */
export interface VersionRange {
  readonly min?: Microversion;
  readonly max?: Microversion;
}

export function rangeContains(range: VersionRange, microversion: Microversion): boolean {
  return (
    (range.min === undefined || compareMicroversions(range.min, microversion) <= 0) &&
    (range.max === undefined || compareMicroversions(microversion, range.max) <= 0)
  );
}

/** Whether some microversion is in both ranges. */
export function rangesOverlap(a: VersionRange, b: VersionRange): boolean {
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

function startsBeforeEnd(a: VersionRange, b: VersionRange): boolean {
  return a.min === undefined || b.max === undefined || compareMicroversions(a.min, b.max) <= 0;
}

/** What is in both ranges: its start is after its end where nothing is. */
export function narrowRange(a: VersionRange, b: VersionRange): VersionRange {
  const min = furthest(a.min, b.min, 1);
  const max = furthest(a.max, b.max, -1);
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

function furthest(
  a: Microversion | undefined,
  b: Microversion | undefined,
  sign: 1 | -1,
): Microversion | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareMicroversions(a, b) * sign >= 0 ? a : b;
}

/** Whether a range has no microversion. */
export function isEmptyRange({ min, max }: VersionRange): boolean {
  return min !== undefined && max !== undefined && compareMicroversions(min, max) > 0;
}

/** `2.3 to 2.8`, `2.9 and later`, `up to 2.2`, `every microversion`. */
export function formatRange({ min, max }: VersionRange): string {
  if (min === undefined) return max === undefined ? 'every microversion' : `up to ${formatMicroversion(max)}`;
  return max === undefined
    ? `${formatMicroversion(min)} and later`
    : `${formatMicroversion(min)} to ${formatMicroversion(max)}`;
}
