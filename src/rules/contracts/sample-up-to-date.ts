import { formatSchemaRef } from '../../model/contract';
import type { RangeSchema } from '../../model/contract-ranges';
import { compareMicroversions, formatMicroversion } from '../../model/microversion';
import type { DatedSample, SampleSeries } from '../../model/sample-series';
import { formatRange, rangeContains, rangesOverlap } from '../../model/version-range';
import type { Evidence, Report, Rule } from '../rule';

/** Readers at a newer microversion use the latest sample up to it, which may show a response that no longer exists. */
export const sampleUpToDate: Rule<'sample-series'> = {
  id: 'sample-up-to-date',
  subject: 'sample-series',
  severity: 'warning',
  summary: 'A sample is also valid against the schemas of later ranges, until the next sample of its name.',
  check: (series, evidence) =>
    series.samples.flatMap((sample, index) => {
      const stale = firstRefusal(series, sample, series.samples[index + 1], evidence);
      return stale === undefined ? [] : [reportOf(series, sample, stale)];
    }),
};

/** The first range between a sample and the next one of its name that has no sample and whose schema rejects this one. */
function firstRefusal(
  { versions, samples }: SampleSeries,
  { microversion, document }: DatedSample,
  next: DatedSample | undefined,
  evidence: Evidence,
): RangeSchema | undefined {
  const own = versions.find(({ range }) => rangeContains(range, microversion));
  if (own === undefined) return undefined;
  const later = versions.filter(
    ({ range, schema }) =>
      range.min !== undefined &&
      compareMicroversions(microversion, range.min) < 0 &&
      (next === undefined || compareMicroversions(range.min, next.microversion) < 0) &&
      !rangesOverlap(range, own.range) &&
      formatSchemaRef(schema) !== formatSchemaRef(own.schema) &&
      !samples.some((other) => rangeContains(range, other.microversion)),
  );
  const refusing = later.length === 0 ? undefined : firstToRefuse(later);
  // A sample that fails its own schema is reported by `sample-matches-schema`.
  return refusing === undefined || firstToRefuse([own]) !== undefined ? undefined : refusing;

  function firstToRefuse(asked: readonly RangeSchema[]): RangeSchema | undefined {
    const schema = evidence.firstToRefuse(
      document,
      asked.map((version) => version.schema),
    );
    return asked.find((version) => version.schema === schema);
  }
}

function reportOf(
  { contract, recordedAt }: SampleSeries,
  { microversion, document }: DatedSample,
  { range, schema, place }: RangeSchema,
): Report {
  const isShown = recordedAt.some((at) => rangeContains(range, at));
  const from = range.min === undefined ? '' : formatMicroversion(range.min);
  return {
    at: { file: document.source.name },
    message: `the sample is from ${formatMicroversion(microversion)} and outdated as of ${from}, where ${formatSchemaRef(schema)} rejects it: record it again at ${from}`,
    // Another sample shows the shape in this range, so an outdated one does less harm.
    ...(isShown ? { severity: 'info' } : {}),
    related: [
      { at: place, message: `${contract.name} has no sample of this name for ${formatRange(range)}` },
    ],
  };
}
