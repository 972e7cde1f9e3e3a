import type { NotChecked } from '../../model/check-result';
import { isAbsentAt, type Claim, type Sample } from '../../model/contract';
import type { Evidence } from '../../rules/rule';
import type { SchemaSet } from '../../schema/schema-set';

/** Why a sample was not held to anything that could have refused it; a sample that several contracts claim may be unjudged by one. */
type Reason = 'absent' | 'no-schema' | 'no-verdict' | 'accepts-everything';

/** In the order in which they are told. */
const KINDS: Readonly<Record<Reason, Pick<NotChecked, 'what' | 'one'>>> = {
  absent: {
    what: 'samples of operations absent at their microversion',
    one: 'sample of an operation absent at its microversion',
  },
  'no-schema': {
    what: 'samples without a schema for their microversion',
    one: 'sample without a schema for its microversion',
  },
  'no-verdict': { what: 'samples whose schema gave no verdict', one: 'sample whose schema gave no verdict' },
  'accepts-everything': {
    what: 'samples whose schema accepts everything',
    one: 'sample whose schema accepts everything',
  },
};

const ORDER = ['absent', 'no-schema', 'no-verdict', 'accepts-everything'] as const;

/** Whether a kind of what is not checked lists samples: whatever rules are off, a sample without a verdict is no passed one. */
export function isKindOfSamples({ what }: NotChecked): boolean {
  return ORDER.some((reason) => KINDS[reason].what === what);
}

/** Whether such a kind is of samples that no schema was held to at all; one that accepts everything was. */
export function isOfUnheld(left: NotChecked): boolean {
  return isKindOfSamples(left) && left.what !== KINDS['accepts-everything'].what;
}

/** The samples that a contract expects to fail, by file name. */
export function wrongOnPurpose(samples: readonly Sample[]): readonly string[] {
  return samples
    .filter(({ claims }) => claims.some(({ pattern }) => pattern.expect === 'invalid'))
    .map(({ document }) => document.source.name);
}

/** The samples that nothing could have refused, by why. A text that is not JSON has its finding, and is not among them. */
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
