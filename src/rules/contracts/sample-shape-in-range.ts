import { isJsonObject } from '../../model/json/json-value';
import { formatMicroversion } from '../../model/versions/microversion';
import type { DatedSample, SampleSeries } from '../../model/contracts/sample-series';
import { rangeContains } from '../../model/versions/version-range';
import { placeIn } from '../place-in';
import type { Report, Rule } from '../rule';
import { quote } from '../../wording/quote';
import { shapeChanges, type ShapeChange } from './shape-changes';

/** A change between two microversions affects clients, and a schema that accepts both shapes hides it. */
export const sampleShapeInRange: Rule<'sample-series'> = {
  id: 'sample-shape-in-range',
  subject: 'sample-series',
  severity: 'info',
  summary:
    'Samples of one name within one range have the same shape, except where their schema explicitly allows both.',
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
  // A range of another contract may end in between: then the boundary is known, and this contract is loose on purpose.
  const isBounded = rangesOfName.some(
    (range) => rangeContains(range, earlier.microversion) !== rangeContains(range, later.microversion),
  );
  if (own === undefined || isBounded) return [];
  const written = own.written();
  const changes = shapeChanges(
    earlier.document.value,
    later.document.value,
    isJsonObject(written) ? written : {},
  );
  const [from, to] = [formatMicroversion(earlier.microversion), formatMicroversion(later.microversion)];
  return changes.map((change) => ({
    at: placeIn(
      later.document,
      change.pointer,
      change.kind === 'type' ? 'value' : change.kind === 'new' ? 'key' : 'opening',
    ),
    message: `${shapeChangeText(change)} after ${from}, but ${contract.name} has one schema for ${from} and ${to}: split its range, or allow both shapes in the schema`,
    related: [{ at: { file: earlier.document.source.name }, message: 'the previous sample' }],
  }));
}

function shapeChangeText(change: ShapeChange): string {
  switch (change.kind) {
    case 'new':
      return `the property ${quote(change.key)} was added`;
    case 'gone':
      return `the property ${quote(change.key)} was removed`;
    case 'type':
      return `${change.before} became ${change.after}`;
  }
}
