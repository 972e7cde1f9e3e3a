import { compareMicroversions, formatMicroversion, type Microversion } from '../../model/microversion';
import type { ContractRanges } from '../../model/contract-ranges';
import type { Report, Rule } from '../rule';

/** Where an operation came later or went, the manifest can say so, and then what it says is the measure. */
export const rangesReachEnds: Rule<'contract-ranges'> = {
  id: 'ranges-reach-ends',
  subject: 'contract-ranges',
  severity: 'warning',
  summary: 'The ranges of a contract begin and end where its operation does.',
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
  // A sample of its own without a schema says so itself.
  if (recordedAt.some((at) => compareMicroversions(at, begin) < 0)) return [];
  const said = formatMicroversion(begin);
  return [
    {
      at: first.place,
      message: `${name} has no schema before ${said}, ${
        range?.min === undefined
          ? `and microversions begin at ${formatMicroversion(from)}: add a range, or say \`min_version: "${said}"\` if it does not exist before`
          : `and exists from ${formatMicroversion(from)} on: widen its first range, or add one`
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
  const said = formatMicroversion(end);
  return [
    {
      at: last.place,
      message: `${name} has no schema after ${said}, ${
        range?.max === undefined
          ? `and there are samples of ${formatMicroversion(to)}: leave its last range open, add one, or say \`max_version: "${said}"\` if it no longer exists`
          : `and exists up to ${formatMicroversion(to)}: widen its last range, or add one`
      }`,
    },
  ];
}

function newer(a: Microversion, b: Microversion): Microversion {
  return compareMicroversions(a, b) < 0 ? b : a;
}
