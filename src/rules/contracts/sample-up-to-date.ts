import { formatSchemaRef, schemaKey, type SchemaRef } from '../../model/contracts/contract';
import type { Document } from '../../model/documents/document';
import type { RangeSchema } from '../../model/contracts/contract-ranges';
import { memoizeObject } from '../../model/memoize';
import { compareMicroversions, formatMicroversion } from '../../model/versions/microversion';
import type { DatedSample, SampleSeries } from '../../model/contracts/sample-series';
import { formatRange, rangeContains, rangesOverlap } from '../../model/versions/version-range';
import type { Report, Rule } from '../rule';

/** Readers at a newer microversion use the latest sample up to it, which may show a response that no longer exists. */
export const sampleUpToDate: Rule<'sample-series'> = {
  id: 'sample-up-to-date',
  subject: 'sample-series',
  severity: 'warning',
  summary: 'A sample is also valid against the schemas of later ranges, until the next sample of its name.',
  check: (series, evidence) =>
    rangesToAsk(series).flatMap(({ sample, own, later }) => {
      const schema = evidence.firstToRefuse(sample.document, schemasOf(own, later));
      // A sample that fails its own schema is reported by `sample-matches-schema`.
      if (schema === undefined) return [];
      // Another contract may have asked the same question, and the answer is its reference to the schema.
      const stale = later.find((version) => schemaKey(version.schema) === schemaKey(schema));
      return stale === undefined ? [] : [reportOf(series, sample, stale)];
    }),
};

/** The questions of this rule about a series: each document with the schema of its own range, and with those of later ones. */
export function laterSchemas(
  series: SampleSeries,
): readonly { readonly document: Document; readonly schemas: readonly SchemaRef[] }[] {
  return rangesToAsk(series).map(({ sample: { document }, own, later }) => ({
    document,
    schemas: schemasOf(own, later),
  }));
}

function schemasOf(own: RangeSchema, later: readonly RangeSchema[]): readonly SchemaRef[] {
  return [own, ...later].map(({ schema }) => schema);
}

interface RangesOfSample {
  readonly sample: DatedSample;
  /** The range that it is from. */
  readonly own: RangeSchema;
  /** The ranges between it and the next one of its name that have no sample, and another schema. */
  readonly later: readonly RangeSchema[];
}

/** The samples that may be outdated. They are looked for before the rule runs, and by the rule. */
const rangesToAsk = memoizeObject(({ versions, samples }: SampleSeries): readonly RangesOfSample[] =>
  samples.flatMap((sample, index) => {
    const { microversion } = sample;
    const next = samples[index + 1];
    const own = versions.find(({ range }) => rangeContains(range, microversion));
    if (own === undefined) return [];
    const later = versions.filter(
      ({ range, schema }) =>
        range.min !== undefined &&
        compareMicroversions(microversion, range.min) < 0 &&
        (next === undefined || compareMicroversions(range.min, next.microversion) < 0) &&
        !rangesOverlap(range, own.range) &&
        formatSchemaRef(schema) !== formatSchemaRef(own.schema) &&
        !samples.some((other) => rangeContains(range, other.microversion)),
    );
    return later.length === 0 ? [] : [{ sample, own, later }];
  }),
);

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
