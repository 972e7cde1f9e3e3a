import type { Claim, Contract, ContractVersion, Sample } from '../../model/contracts/contract';
import { compareStarts } from '../../model/contracts/contract-ranges';
import type {
  Coverage,
  CoverageMatrix,
  CoverageRange,
  CoverageRow,
} from '../../model/findings/coverage-matrix';
import { isParsed } from '../../model/documents/document';
import { documentName } from '../../model/documents/source';
import type { Finding } from '../../model/findings/finding';
import { formatMicroversion } from '../../model/versions/microversion';
import type { Project } from '../../model/project/project';
import { sampleMatchesSchema } from '../../rules/contracts/sample-matches-schema';
import type { Evidence } from '../../rules/rule';
import { whyUnjudged } from './unjudged-samples';
import type { SchemaSet } from '../../schema/schema-set';

/** What is known of one sample or response for one range. */
type Standing = Extract<Coverage, 'right' | 'wrong' | 'not-checked'>;

/** How many documents of each kind a contract claims for a range, and how they did: there may be a hundred thousand of them. */
interface Claimed {
  sample: number;
  response: number;
  readonly standings: Record<Standing, number>;
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
  const standings = new Map<ContractVersion, Claimed>();
  for (const sample of samples) {
    for (const claim of sample.claims) {
      const { kind } = sample.document;
      const standing = broken.has(sample.document.source.name)
        ? 'wrong'
        : standingOf(sample, claim, evidence, schemas);
      for (const version of claim.versions) {
        const known = standings.get(version) ?? nothingClaimed();
        known[kind === 'response' ? kind : 'sample'] += 1;
        known.standings[standing] += 1;
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
  standings: ReadonlyMap<ContractVersion, Readonly<Claimed>>,
): CoverageRow {
  const sorted = versions.toSorted((a, b) => compareStarts(a.range, b.range));
  const isRecorded = sorted.some((version) => standings.has(version));
  return {
    contract: name,
    ranges: sorted.map((version, index): CoverageRange => {
      const { min, max } = version.range;
      const known = standings.get(version);
      const isStale = isRecorded && index === sorted.length - 1;
      return {
        ...(min === undefined ? {} : { min: formatMicroversion(min) }),
        ...(max === undefined ? {} : { max: formatMicroversion(max) }),
        coverage: known === undefined ? (isStale ? 'stale' : 'no-sample') : worst(known.standings),
        samples: known?.sample ?? 0,
        responses: known?.response ?? 0,
        wrong: known?.standings.wrong ?? 0,
      };
    }),
  };
}

function nothingClaimed(): Claimed {
  return { sample: 0, response: 0, standings: { right: 0, wrong: 0, 'not-checked': 0 } };
}

function worst(standings: Readonly<Record<Standing, number>>): Standing {
  return standings.wrong > 0 ? 'wrong' : standings['not-checked'] > 0 ? 'not-checked' : 'right';
}
