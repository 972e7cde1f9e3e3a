import {
  compareMicroversions,
  formatMicroversion,
  type Microversion,
} from '../../model/versions/microversion';
import type { ContractRanges } from '../../model/contracts/contract-ranges';
import type { Report, Rule } from '../rule';

/** If an operation was added later or removed, the manifest can state this with `min_version` and `max_version`, which then count. */
export const rangesReachEnds: Rule<'contract-ranges'> = {
  id: 'ranges-reach-ends',
  subject: 'contract-ranges',
  severity: 'warning',
  summary: 'The ranges of a contract begin and end where its operation does.',
  needs: {
    isMet: ({ versions: [first, ...others] }) =>
      others.length > 0 || first?.range.min !== undefined || first?.range.max !== undefined,
    otherwise: 'no contract with ranges',
  },
  check: (ranges) => [...headOf(ranges), ...tailOf(ranges)],
};

function headOf({
  contract: { name, range },
  versions,
  known,
  recordedAt,
}: ContractRanges): readonly Report[] {
  const [first] = versions;
  const begin = first?.range.min;
  const from = range?.min ?? known.min;
  if (first === undefined || begin === undefined || from === undefined) return [];
  if (compareMicroversions(begin, from) <= 0) return [];
  // The contract has a sample outside its ranges: `sample-has-schema` reports that.
  if (recordedAt.some((at) => compareMicroversions(at, begin) < 0)) return [];
  const own = formatMicroversion(begin);
  return [
    {
      at: first.place,
      message: `${name} has no schema before ${own}, ${
        range?.min === undefined
          ? `but microversions begin at ${formatMicroversion(from)}: add a range, or set \`min_version: "${own}"\` if the operation does not exist before`
          : `but it exists from ${formatMicroversion(from)} on: widen its first range, or add one`
      }`,
    },
  ];
}

function tailOf({
  contract: { name, range },
  versions,
  known,
  recordedAt,
}: ContractRanges): readonly Report[] {
  const last = versions.at(-1);
  if (last === undefined || versions.some((version) => version.range.max === undefined)) return [];
  const end = versions.flatMap((version) => version.range.max ?? []).reduce(newer);
  const to = range?.max ?? known.max;
  if (to === undefined || compareMicroversions(end, to) >= 0) return [];
  if (recordedAt.some((at) => compareMicroversions(at, end) > 0)) return [];
  const own = formatMicroversion(end);
  return [
    {
      at: last.place,
      message: `${name} has no schema after ${own}, ${
        range?.max === undefined
          ? `but there are samples of ${formatMicroversion(to)}: leave its last range open, add a range, or set \`max_version: "${own}"\` if the operation no longer exists`
          : `but it exists up to ${formatMicroversion(to)}: widen its last range, or add one`
      }`,
    },
  ];
}

function newer(a: Microversion, b: Microversion): Microversion {
  return compareMicroversions(a, b) < 0 ? b : a;
}
