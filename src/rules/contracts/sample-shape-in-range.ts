import { isJsonObject } from '../../model/json-value';
import { formatMicroversion } from '../../model/microversion';
import type { DatedSample, SampleSeries } from '../../model/sample-series';
import { rangeContains } from '../../model/version-range';
import { placeIn } from '../place-in';
import type { Report, Rule } from '../rule';
import { quote } from '../../wording/quote';
import { shapeChanges, type ShapeChange } from './shape-changes';

/** What changes from one microversion to the next changes for clients too, and a schema that holds for both says nothing of it. */
export const sampleShapeInRange: Rule<'sample-series'> = {
  id: 'sample-shape-in-range',
  subject: 'sample-series',
  severity: 'info',
  summary:
    'Samples of one name within one range have one shape, but for what their schema leaves open in so many words.',
  check: (series) =>
    series.samples.flatMap((later, index) => {
      const earlier = series.samples[index - 1];
      return earlier === undefined ? [] : compare(series, earlier, later);
    }),
};

function compare(
  { contract, versions, rangesOfName }: SampleSeries,
  earlier: DatedSample,
  later: DatedSample,
): readonly Report[] {
  const own = versions.find(({ range }) => rangeContains(range, earlier.microversion));
  // A range of another contract may end in between: then the boundary is known, and this contract is meant to be loose.
  const isBounded = rangesOfName.some(
    (range) => rangeContains(range, earlier.microversion) !== rangeContains(range, later.microversion),
  );
  if (own === undefined || isBounded) return [];
  const changes = shapeChanges(
    earlier.document.value,
    later.document.value,
    isJsonObject(own.written) ? own.written : {},
  );
  const [from, to] = [formatMicroversion(earlier.microversion), formatMicroversion(later.microversion)];
  return changes.map((change) => ({
    at: placeIn(
      later.document,
      change.pointer,
      change.kind === 'type' ? 'value' : change.kind === 'new' ? 'key' : 'opening',
    ),
    message: `${describe(change)} since ${from}, and ${contract.name} has one schema for ${from} and ${to}: end its range in between, or say in the schema that both may be`,
    related: [{ at: { file: earlier.document.source.name }, message: 'the sample before' }],
  }));
}

function describe(change: ShapeChange): string {
  switch (change.kind) {
    case 'new':
      return `the key ${quote(change.key)} is new`;
    case 'gone':
      return `the key ${quote(change.key)} is gone`;
    case 'type':
      return `${change.before} became ${change.after}`;
  }
}
