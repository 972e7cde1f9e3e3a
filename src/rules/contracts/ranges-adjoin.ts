import {
  compareMicroversions,
  formatMicroversion,
  type Microversion,
} from '../../model/versions/microversion';
import { formatRange } from '../../model/versions/version-range';
import type { Rule } from '../rule';
import { SEVERAL_RANGES } from './several-ranges';

export const rangesAdjoin: Rule<'contract-ranges'> = {
  id: 'ranges-adjoin',
  subject: 'contract-ranges',
  severity: 'warning',
  summary: 'The ranges of a contract leave no gap.',
  needs: SEVERAL_RANGES,
  check: ({ versions }) =>
    versions.flatMap((later, index) => {
      const earlier = versions[index - 1];
      const gap = earlier === undefined ? undefined : gapBetween(earlier.range.max, later.range.min);
      return earlier === undefined || gap === undefined
        ? []
        : [
            {
              at: later.place,
              message: `no schema covers ${gap}: widen the range before or after it, or add a range`,
              related: [{ at: earlier.place, message: formatRange(earlier.range) }],
            },
          ];
    }),
};

/**
 * The microversions between the end of one range and the start of the next. Undefined if the major versions differ: then the last minor
 * version is unknown.
 */
function gapBetween(end: Microversion | undefined, begin: Microversion | undefined): string | undefined {
  if (end === undefined || begin === undefined || end.major !== begin.major) return undefined;
  const first = { major: end.major, minor: end.minor + 1 };
  const last = { major: begin.major, minor: begin.minor - 1 };
  const distance = compareMicroversions(last, first);
  if (distance < 0) return undefined;
  return distance === 0
    ? formatMicroversion(first)
    : `${formatMicroversion(first)} to ${formatMicroversion(last)}`;
}
