import type { NotChecked } from '../../model/check-result';
import { isAbsentAt, type Claim, type Sample } from '../../model/contract';
import type { Evidence } from '../../rules/rule';
import type { SchemaSet } from '../../schema/schema-set';

/** Why no schema could have rejected a sample. A sample that several contracts claim may be unjudged for only one of them. */
type Reason = 'absent' | 'no-schema' | 'no-verdict' | 'accepts-everything';

/** How the summary names the samples. */
const KINDS: Readonly<Record<Reason, Pick<NotChecked, 'what' | 'one'>>> = {
  absent: {
    what: 'samples of operations absent at their microversion',
    one: 'sample of an operation absent at its microversion',
  },
  'no-schema': {
    what: 'samples without a schema for their microversion',
    one: 'sample without a schema for its microversion',
  },
  'no-verdict': {
    what: 'samples that could not be validated',
    one: 'sample that could not be validated',
  },
  'accepts-everything': {
    what: 'samples whose schema accepts everything',
    one: 'sample whose schema accepts everything',
  },
};

/** The order in the summary. */
const ORDER = ['absent', 'no-schema', 'no-verdict', 'accepts-everything'] as const;

/** Whether an entry of the summary lists samples. Such samples did not pass, even if the rule that reports them is off. */
export function listsSamples({ what }: NotChecked): boolean {
  return ORDER.some((reason) => KINDS[reason].what === what);
}

/** Whether an entry lists samples that were not validated. A schema that accepts everything did validate its samples. */
export function listsUnvalidatedSamples(entry: NotChecked): boolean {
  return listsSamples(entry) && entry.what !== KINDS['accepts-everything'].what;
}

/** The samples that a contract expects to fail, by file name. */
export function wrongOnPurpose(samples: readonly Sample[]): readonly string[] {
  return samples
    .filter(({ claims }) => claims.some(({ pattern }) => pattern.expect === 'invalid'))
    .map(({ document }) => document.source.name);
}

/** The samples that no schema could have rejected, by reason. Samples that are not valid JSON are not listed: each has a finding. */
export function unjudgedSamples(
  samples: readonly Sample[],
  evidence: Evidence,
  schemas: Pick<SchemaSet, 'problems'>,
): readonly NotChecked[] {
  const found = samples.flatMap((sample) =>
    sample.document.value === undefined
      ? []
      : sample.claims.map((claim) => ({
          name: sample.document.source.name,
          reason: reasonOf(sample, claim, evidence, schemas),
        })),
  );
  return ORDER.map((reason) => ({
    ...KINDS[reason],
    items: [...new Set(found.filter((entry) => entry.reason === reason).map(({ name }) => name))],
  }));
}

function reasonOf(
  { document }: Sample,
  { contract, microversion, versions }: Claim,
  evidence: Evidence,
  schemas: Pick<SchemaSet, 'problems'>,
): Reason | undefined {
  const [version, ...others] = versions;
  if (version === undefined) return isAbsentAt(contract, microversion) ? 'absent' : 'no-schema';
  if (others.length > 0 || evidence.verdict(document, version.schema).kind !== 'checked') return 'no-verdict';
  if (document.kind !== 'sample') return undefined;
  const problems = schemas.problems(version.schema, version.place);
  return problems.some(({ kind }) => kind === 'accepts-everything') ? 'accepts-everything' : undefined;
}
