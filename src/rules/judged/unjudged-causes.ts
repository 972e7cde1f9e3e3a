import type { Claim, ContractVersion, Sample } from '../../model/contracts/contract';
import type { Document } from '../../model/documents/document';
import type { Fact, FactSource } from '../../model/project/fact';
import { singleRequest, type LiveExchange } from '../../model/live/live';
import { isRemoteSchema } from '../../openapi/is-remote-schema';
import { rangesDisjoint } from '../contracts/ranges-disjoint';
import { sampleHasSchema } from '../contracts/sample-has-schema';
import { factFound } from '../facts/fact-found';
import { fileReadable } from '../files/file-readable';
import { fileSizeBounded } from '../files/file-size-bounded';
import { fileUtf8 } from '../files/file-utf-8';
import { jsonWellFormed } from '../files/json-well-formed';
import { nestingBounded } from '../files/nesting-bounded';
import { liveAnswers } from '../live/live-answers';
import { liveAskedMicroversion } from '../live/live-asked-microversion';
import { liveJson } from '../live/live-json';
import { liveStatus } from '../live/live-status';
import { reportsAlone, type Evidence, type Report, type Rule, type SubjectKind } from '../rule';
import { schemaDialectKnown } from '../schemas/schema-dialect-known';
import { schemaIsValid } from '../schemas/schema-is-valid';
import { schemaReadable } from '../schemas/schema-readable';
import { schemaReferencesResolve } from '../schemas/schema-references-resolve';
import { whyClaimUnjudged, whyExchangeUnjudged } from './why-unjudged';

/** Why something was not judged, as the rule about it reports it; without a rule where only `sample-judged` reports it. */
export interface UnjudgedCause {
  readonly report: Report;
  readonly ruleId?: string;
  /** Whether it is a schema that an OpenAPI document expects to be downloaded. Its examples are counted as not checked. */
  readonly isRemote?: boolean;
}

/** The causes that left a sample or response unjudged, for any of its contracts. */
export function causesOfSample(sample: Sample, evidence: Evidence): readonly UnjudgedCause[] {
  const { document, claims } = sample;
  // A sample that is only compared with a response is read, but not validated.
  if (claims.length === 0) return document.value === undefined ? [textCause(document)] : [];
  return claims.flatMap((claim) => causesOfClaim(sample, claim, evidence));
}

function causesOfClaim(sample: Sample, claim: Claim, evidence: Evidence): readonly UnjudgedCause[] {
  const { document } = sample;
  const why = whyClaimUnjudged(document, claim, evidence);
  const [version] = claim.versions;
  switch (why) {
    case undefined:
    case 'absent':
      return [];
    case 'unreadable':
      return [textCause(document)];
    case 'no-schema':
      return reported(sampleHasSchema, { ...sample, claims: [claim] });
    case 'several-schemas':
      return [overlapCause(claim)];
    case 'unusable-schema':
      return version === undefined ? [] : schemaCauses(version, evidence);
    case 'failed':
    case 'timed-out':
      return version === undefined ? [] : [validationCause(document, version, evidence)];
  }
}

/** The rules about texts that cannot be read as JSON. */
const TEXT_RULES = [fileReadable, fileSizeBounded, fileUtf8, jsonWellFormed, nestingBounded];

function textCause(document: Document): UnjudgedCause {
  // After a byte order mark, the text is read all the same.
  const problems = document.problems.filter(({ kind }) => kind !== 'byte-order-mark');
  const [cause] = TEXT_RULES.flatMap((rule) => reported(rule, { ...document, problems }));
  return (
    cause ?? { report: { at: { file: document.source.name }, message: 'the text cannot be read as JSON' } }
  );
}

function overlapCause({ contract, versions }: Claim): UnjudgedCause {
  const ofClaim = new Set(versions.map(({ place }) => place));
  const cause = reported(rangesDisjoint, contract).find(({ report: { at, related = [] } }) =>
    [at, ...related.map((other) => other.at)].every((place) => ofClaim.has(place)),
  );
  return (
    cause ?? {
      report: { at: contract.place, message: 'several ranges overlap: end one before the next begins' },
    }
  );
}

const SCHEMA_RULES = [schemaReadable, schemaDialectKnown, schemaIsValid, schemaReferencesResolve];

function schemaCauses(version: ContractVersion, evidence: Evidence): readonly UnjudgedCause[] {
  const { place, obstacles } = evidence.schemaOf(version);
  const isOfOpenApi = version.schema.dialect !== undefined;
  const causes = obstacles.flatMap((problem) =>
    SCHEMA_RULES.flatMap((rule) => reported(rule, problem).slice(0, 1)).map((cause) =>
      isOfOpenApi && isRemoteSchema(problem) ? { ...cause, isRemote: true } : cause,
    ),
  );
  return causes.length > 0 ? causes : [{ report: { at: place, message: NO_REASON } }];
}

function validationCause(document: Document, version: ContractVersion, evidence: Evidence): UnjudgedCause {
  const { place } = evidence.schemaOf(version);
  const verdict = evidence.verdict(document, version.schema);
  if (verdict.kind === 'timed-out') {
    const message = `validation took longer than ${verdict.limit} ms: simplify the patterns of this schema (nested repeats such as (a+)+ take exponential time), or raise \`limits.validation_time\``;
    return { report: { at: place, message } };
  }
  const { reason, problem } = verdict.kind === 'unusable-schema' ? verdict : {};
  const [cause] = problem === undefined ? [] : reported(schemaReferencesResolve, problem);
  return (
    cause ?? { report: { at: place, message: reason === undefined ? NO_REASON : failureMessage(reason) } }
  );
}

const NO_REASON = 'this is not a valid schema';

function failureMessage(reason: string): string {
  return /call stack/.test(reason)
    ? 'this schema and what it checks nest too deep together: flatten one of them'
    : `validation failed: ${reason}`;
}

/** The cause that left a live request without a body to judge. */
export function causesOfExchange(exchange: LiveExchange): readonly UnjudgedCause[] {
  switch (whyExchangeUnjudged(exchange)) {
    case undefined:
    case 'refused':
    case 'other-media-type':
    case 'no-body':
      return [];
    case 'no-answer':
      return reported(liveAnswers, singleRequest(exchange.exchange));
    case 'other-status':
      return reported(liveStatus, exchange);
    case 'other-microversion':
      return reported(liveAskedMicroversion, exchange);
    case 'not-json':
      return reported(liveJson, exchange);
  }
}

/** The causes that left a fact unjudged in some place. */
export function causesOfFact(fact: Fact): readonly UnjudgedCause[] {
  return unreadSources(fact).flatMap((source) => reported(factFound, { ...fact, sources: [source] }));
}

/** The places where a fact was not read, and those without a value if that leaves nothing to compare. */
export function unreadSources({ sources }: Fact): readonly FactSource[] {
  const isCompared = sources.filter(({ readings }) => readings.length > 0).length > 1;
  return sources.filter(
    ({ problem, isUnread }) => problem !== undefined && (isUnread === true || !isCompared),
  );
}

/** What a rule reports about a subject, even if the manifest turns the rule off. */
function reported<Kind extends SubjectKind>(
  rule: Rule<Kind>,
  subject: Parameters<Rule<Kind>['check']>[0],
): readonly UnjudgedCause[] {
  return Array.from(reportsAlone(rule, subject), (report) => ({ report, ruleId: rule.id }));
}
