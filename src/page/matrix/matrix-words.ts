import { formatNumber } from '../../reporters/format-number';
import { andList } from '../../wording/list-words';
import type { Coverage, CoverageRange } from '../../model/findings/coverage-matrix';
import { formatEnds } from './format-ends';

/** The states of a cell, the ones to act on first. */
export const COVERAGES: readonly Coverage[] = ['wrong', 'not-checked', 'stale', 'no-sample', 'right'];

/** How a state of a cell looks besides its colour, and what it means. */
interface CoverageLook {
  readonly sign: string;
  readonly name: string;
  readonly meaning: string;
}

export const COVERAGE_LOOKS: Readonly<Record<Coverage, CoverageLook>> = {
  wrong: { sign: '✗', name: 'wrong', meaning: 'a sample or response does not match the schema' },
  'not-checked': {
    sign: '?',
    name: 'not checked',
    meaning: 'a sample or response could not be judged, and none is wrong',
  },
  stale: { sign: '↺', name: 'stale', meaning: 'the newest sample is older than the newest range' },
  'no-sample': { sign: '–', name: 'no sample', meaning: 'no sample or response belongs to the range' },
  right: { sign: '✓', name: 'right', meaning: 'every sample and response matches the schema' },
};

/** What a screen reader says for a cell: `servers.show, 2.3 to 2.8: wrong, 1 of 3 samples`. It has the text of the cell in it. */
export function cellWords(contract: string, range: CoverageRange): string {
  const { coverage, samples, responses } = range;
  const nouns = [
    ...(samples > 0 ? [samples === 1 && responses === 0 ? 'sample' : 'samples'] : []),
    ...(responses > 0 ? [responses === 1 && samples === 0 ? 'response' : 'responses'] : []),
  ];
  const documents = nouns.length === 0 ? '' : `, ${countText(range)} ${andList(nouns)}`;
  return `${contract}, ${formatEnds(range)}: ${COVERAGE_LOOKS[coverage].name}${documents}`;
}

/** What is written in a cell: its sign, and how many documents it has. */
export function cellText(range: CoverageRange): string {
  return `${COVERAGE_LOOKS[range.coverage].sign} ${countText(range)}`.trim();
}

/** `3`, or `1 of 3` if one is wrong; empty without documents. */
function countText({ samples, responses, wrong }: CoverageRange): string {
  const documents = samples + responses;
  if (documents === 0) return '';
  return wrong === 0 ? formatNumber(documents) : `${formatNumber(wrong)} of ${formatNumber(documents)}`;
}
