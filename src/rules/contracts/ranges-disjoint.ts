import { formatRange, rangesOverlap } from '../../model/versions/version-range';
import type { Rule } from '../rule';
import { SEVERAL_RANGES } from './several-ranges';

export const rangesDisjoint: Rule<'contract'> = {
  id: 'ranges-disjoint',
  subject: 'contract',
  severity: 'error',
  summary: 'A contract has at most one schema for any microversion.',
  needs: SEVERAL_RANGES,
  check: ({ versions }) =>
    versions.flatMap((version, index) =>
      versions
        .slice(0, index)
        .filter((earlier) => rangesOverlap(earlier.range, version.range))
        .slice(0, MOST_PAIRS)
        .map((earlier) => ({
          at: version.place,
          message: `the ranges ${formatRange(earlier.range)} and ${formatRange(version.range)} overlap, so a sample in both has two schemas: end one before the other begins`,
          related: [{ at: earlier.place, message: formatRange(earlier.range) }],
        })),
    ),
};

/** Per range: a thousand generated ranges that all overlap would otherwise give half a million findings. */
const MOST_PAIRS = 10;
