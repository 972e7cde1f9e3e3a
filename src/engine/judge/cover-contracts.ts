import type { Claim, Contract, ContractVersion, Sample } from '../../model/contract';
import { compareStarts } from '../../model/contract-ranges';
import type { Coverage, CoverageMatrix, CoverageRange, CoverageRow } from '../../model/coverage-matrix';
import { isParsed } from '../../model/document';
import { documentName } from '../../model/source';
import type { Finding } from '../../model/finding';
import { formatMicroversion } from '../../model/microversion';
import type { Project } from '../../model/project';
import { sampleMatchesSchema } from '../../rules/contracts/sample-matches-schema';
import type { Evidence } from '../../rules/rule';
import { whyUnjudged } from './unjudged-samples';
import type { SchemaSet } from '../../schema/schema-set';

/** What is known of one sample or response for one range. */
type Standing = Extract<Coverage, 'right' | 'wrong' | 'not-checked'>;

/** A claim of a contract on a document, with how the document did. */
interface StandingOfClaim {
  readonly kind: 'sample' | 'response';
  readonly standing: Standing;
}

/** Every contract at every range, with what its samples and responses show. `samples` has both. */
export function coverContracts(
  { contracts, baseMicroversion }: Pick<Project, 'contracts' | 'baseMicroversion'>,
  samples: readonly Sample[],
  findings: readonly Finding[],
  evidence: Evidence,
  schemas: Pick<SchemaSet, 'problems'>,
): CoverageMatrix {
  const broken = new Set(
    findings
      // Whether a document matches its schema is known for each contract.
      .filter(({ severity, ruleId }) => severity === 'error' && ruleId !== sampleMatchesSchema.id)
      .map(documentName),
  );
  const standings = new Map<ContractVersion, StandingOfClaim[]>();
  for (const sample of samples) {
    for (const claim of sample.claims) {
      const { kind } = sample.document;
      const standing = broken.has(sample.document.source.name)
        ? 'wrong'
        : standingOf(sample, claim, evidence, schemas);
      for (const version of claim.versions) {
        const known = standings.get(version) ?? [];
        known.push({ kind: kind === 'response' ? kind : 'sample', standing });
        standings.set(version, known);
      }
    }
  }
  return {
    ...(baseMicroversion === undefined ? {} : { base: formatMicroversion(baseMicroversion) }),
    rows: contracts.map((contract) => rowOf(contract, standings)),
  };
}

function standingOf(
  sample: Sample,
  claim: Claim,
  evidence: Evidence,
  schemas: Pick<SchemaSet, 'problems'>,
): Standing {
  const { document } = sample;
  if (!isParsed(document)) return 'wrong';
  const [version] = claim.versions;
  if (version === undefined || whyUnjudged(sample, claim, evidence, schemas) !== undefined)
    return 'not-checked';
  const verdict = evidence.verdict(document, version.schema);
  const isValid = verdict.kind === 'checked' && verdict.violations.length === 0;
  return isValid === (claim.pattern.expect === 'valid') ? 'right' : 'wrong';
}

function rowOf(
  { name, versions }: Contract,
  standings: ReadonlyMap<ContractVersion, readonly StandingOfClaim[]>,
): CoverageRow {
  const sorted = versions.toSorted((a, b) => compareStarts(a.range, b.range));
  const isRecorded = sorted.some((version) => standings.has(version));
  return {
    contract: name,
    ranges: sorted.map((version, index): CoverageRange => {
      const { min, max } = version.range;
      const known = standings.get(version) ?? [];
      const isStale = isRecorded && index === sorted.length - 1;
      return {
        ...(min === undefined ? {} : { min: formatMicroversion(min) }),
        ...(max === undefined ? {} : { max: formatMicroversion(max) }),
        coverage: known.length === 0 ? (isStale ? 'stale' : 'no-sample') : worst(known),
        samples: known.filter(({ kind }) => kind === 'sample').length,
        responses: known.filter(({ kind }) => kind === 'response').length,
        wrong: known.filter(({ standing }) => standing === 'wrong').length,
      };
    }),
  };
}

function worst(known: readonly StandingOfClaim[]): Standing {
  const has = (standing: Standing) => known.some((each) => each.standing === standing);
  return has('wrong') ? 'wrong' : has('not-checked') ? 'not-checked' : 'right';
}
