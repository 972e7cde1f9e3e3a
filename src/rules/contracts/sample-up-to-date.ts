import { formatSchemaRef, type SchemaRef } from '../../model/contract';
import type { Document } from '../../model/document';
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

/** The questions of this rule about a series: the documents, each with the schemas of later ranges, and with the schema of its own range. */
export function laterSchemas(
  series: SampleSeries,
): readonly { readonly document: Document; readonly schemas: readonly SchemaRef[] }[] {
  return series.samples.flatMap((sample, index) => {
    const later = laterRanges(series, sample, series.samples[index + 1]);
    if (later.length === 0) return [];
    return [later, ownRange(series, sample)].map((ranges) => ({
      document: sample.document,
      schemas: ranges.map(({ schema }) => schema),
    }));
  });
}

/** The range that a sample is from: one, or none. */
function ownRange({ versions }: SampleSeries, { microversion }: DatedSample): readonly RangeSchema[] {
  return versions.filter(({ range }) => rangeContains(range, microversion)).slice(0, 1);
}

/** The ranges between a sample and the next one of its name that have no sample, and another schema. */
function laterRanges(
  series: SampleSeries,
  sample: DatedSample,
  next: DatedSample | undefined,
): readonly RangeSchema[] {
  const { versions, samples } = series;
  const { microversion } = sample;
  const [own] = ownRange(series, sample);
  if (own === undefined) return [];
  return versions.filter(
    ({ range, schema }) =>
      range.min !== undefined &&
      compareMicroversions(microversion, range.min) < 0 &&
      (next === undefined || compareMicroversions(range.min, next.microversion) < 0) &&
      !rangesOverlap(range, own.range) &&
      formatSchemaRef(schema) !== formatSchemaRef(own.schema) &&
      !samples.some((other) => rangeContains(range, other.microversion)),
  );
}

/** The first of these ranges whose schema rejects the sample. */
function firstRefusal(
  series: SampleSeries,
  sample: DatedSample,
  next: DatedSample | undefined,
  evidence: Evidence,
): RangeSchema | undefined {
  const { document } = sample;
  const later = laterRanges(series, sample, next);
  const refusing = later.length === 0 ? undefined : firstToRefuse(later);
  if (refusing === undefined) return undefined;
  // A sample that fails its own schema is reported by `sample-matches-schema`.
  return firstToRefuse(ownRange(series, sample)) === undefined ? refusing : undefined;

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
