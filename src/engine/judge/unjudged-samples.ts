import type { NotChecked } from '../../model/findings/check-result';
import { isWrongOnPurpose, type Claim, type Sample } from '../../model/contracts/contract';
import { sampleJudged } from '../../rules/judged/sample-judged';
import { whyClaimUnjudged, type UnjudgedClaim } from '../../rules/judged/why-unjudged';
import type { Evidence } from '../../rules/rule';
import type { SchemaSet } from '../../schema/schema-set';

/** Why no schema could have rejected a sample. A sample that several contracts claim may be unjudged for only one of them. */
type Reason = UnjudgedClaim | 'accepts-everything';

/** What the summary adds to "sample" and "samples", in its order. */
const ENDINGS: Readonly<Record<Reason, readonly [one: string, several: string]>> = {
  absent: ['of an operation absent at its microversion', 'of operations absent at their microversion'],
  unreadable: ['that cannot be read as JSON', 'that cannot be read as JSON'],
  'no-schema': ['without a schema for its microversion', 'without a schema for their microversion'],
  'several-schemas': [
    'with several schemas for its microversion',
    'with several schemas for their microversion',
  ],
  'unusable-schema': ['whose schema cannot be used', 'whose schema cannot be used'],
  failed: ['whose validation failed', 'whose validation failed'],
  'timed-out': ['whose validation took too long', 'whose validation took too long'],
  'accepts-everything': ['whose schema accepts everything', 'whose schema accepts everything'],
};

const NOUNS = { sample: ['sample', 'samples'], response: ['response', 'responses'] } as const;

/** Whether an entry of the summary lists samples. Such samples did not pass, even if the rule that reports them is off. */
export function listsSamples({ what }: NotChecked): boolean {
  return Object.values(ENDINGS).some(([, ending]) => what === `samples ${ending}`);
}

/** The samples that a contract expects to fail, by file name. */
export function wrongOnPurpose(samples: readonly Sample[]): readonly string[] {
  return samples.filter(isWrongOnPurpose).map(({ document }) => document.source.name);
}

/** The samples and responses that no schema could have rejected, by reason. One that is not JSON is listed where no rule reports that. */
export function unjudgedSamples(
  samples: readonly Sample[],
  evidence: Evidence,
  schemas: Pick<SchemaSet, 'problems'>,
  active: ReadonlySet<string>,
): readonly NotChecked[] {
  const found = samples.flatMap((sample) =>
    sample.claims.flatMap((claim) => {
      const reason = whyUnjudged(sample, claim, evidence, schemas);
      if (reason === undefined) return [];
      const { document } = sample;
      const noun = document.kind === 'response' ? NOUNS.response : NOUNS.sample;
      return [{ name: document.source.name, noun, reason }];
    }),
  );
  if (found.length === 0) return [];
  return Object.entries(ENDINGS)
    .filter(([reason]) => reason !== 'unreadable' || !active.has(sampleJudged.id))
    .flatMap(([reason, [one, several]]) =>
      Object.values(NOUNS).map((noun) => ({
        what: `${noun[1]} ${several}`,
        one: `${noun[0]} ${one}`,
        items: [
          ...new Set(
            found.filter((entry) => entry.reason === reason && entry.noun === noun).map(({ name }) => name),
          ),
        ],
      })),
    );
}

/** Why no schema could have rejected a document for a contract; undefined if one could. */
export function whyUnjudged(
  { document }: Sample,
  claim: Claim,
  evidence: Evidence,
  schemas: Pick<SchemaSet, 'problems'>,
): Reason | undefined {
  const why = whyClaimUnjudged(document, claim, evidence);
  const [version] = claim.versions;
  if (why !== undefined || version === undefined || document.kind !== 'sample') return why;
  const problems = schemas.problems(version.schema, version.place);
  return problems.some(({ kind }) => kind === 'accepts-everything') ? 'accepts-everything' : undefined;
}
