import type { CheckResult, NotChecked } from '../model/check-result';
import type { Document, DocumentKind } from '../model/document';
import type { Fetched } from '../model/live';
import { DEFAULT_LIMITS } from '../model/limits';
import type { RuleLevel } from '../model/severity';
import { UsageError } from '../model/usage-error';
import { parseDocument } from '../text/parse-document';
import { RULES } from '../rules/rule-registry';
import type { Evidence, SubjectLists } from '../rules/rule';
import { distinctBodies } from './subjects/distinct-bodies';
import { liveSummary } from './fetch/live-summary';
import { withLive } from './subjects/live-subjects';
import { locateFindings } from './judge/locate-findings';
import { mergeReports } from './judge/merge-reports';
import { readMicroversion } from './open/read-microversion';
import { activeRules, runRules } from './judge/run-rules';
import { NO_SUBJECTS } from './subjects/subjects';
import { notFollowed, summarize } from './judge/summarize';
import { createVerdicts } from './judge/verdicts';
import { versionRows } from './version-rows';
import { createVersionsSets, type VersionsGrouping } from './subjects/versions-sets';

/** A versions document as text. */
export interface VersionsInput {
  /** As findings name it: a path, `<stdin>` or a URL. */
  readonly name: string;
  readonly text: string;
  /** Default: sample. Laws of files are for samples alone. */
  readonly kind?: DocumentKind;
}

export interface VersionsOptions {
  /** The newest microversion that the code offers, such as `2.61`: the documents must say so. */
  readonly newest?: string;
  /** The service type; `compute` brings the laws of Compute's own documents. Default: told by the media types. */
  readonly service?: string;
  /** Which documents are held to each other. Default: by-folder. */
  readonly grouping?: VersionsGrouping;
  /** How much each rule's findings matter, by rule id. */
  readonly rules?: Readonly<Record<string, RuleLevel>>;
  /** What the caller left out, for the summary. */
  readonly notChecked?: readonly NotChecked[];
}

/**
 * Holds any service's versions documents to the laws, and those of one service to each other. Needs no manifest.
 * Throws a UsageError where there is no document, or `newest` is not a microversion.
 */
export async function checkVersionsDocuments(
  inputs: readonly VersionsInput[],
  options: VersionsOptions = {},
): Promise<CheckResult> {
  const documents = inputs.map(({ name, text, kind = 'sample' }) =>
    parseDocument({ name, kind, origin: 'samples' }, text, DEFAULT_LIMITS),
  );
  return checkVersions(documents, options);
}

/** The same for documents that are already read, and for what was fetched from services. */
export async function checkVersions(
  documents: readonly Document[],
  options: VersionsOptions,
  fetched: readonly Fetched[] = [],
): Promise<CheckResult> {
  if (documents.length === 0 && fetched.length === 0)
    throw new UsageError('no versions document was given, so nothing was checked');
  const newest = options.newest === undefined ? undefined : readMicroversion(options.newest);
  const sets = createVersionsSets(
    documents.filter(({ value }) => value !== undefined),
    { service: options.service, grouping: options.grouping ?? 'by-folder', newest },
  );
  const read: SubjectLists = {
    ...NO_SUBJECTS,
    document: documents,
    versions: sets.flatMap(({ members }) => members),
    'versions-set': sets,
  };
  const distinct = distinctBodies(fetched);
  const subjects = distinct.reduce(
    (lists, target) => withLive(lists, target, { service: options.service, comparisons: [] }),
    read,
  );
  const levels = options.rules ?? {};
  const rules = activeRules(RULES, levels).filter(({ subject }) => VERSIONS_SUBJECTS.has(subject));
  const reports = runRules(rules, subjects, NO_EVIDENCE, levels);
  const sources = new Map(subjects.document.map(({ source }) => [source.name, source]));
  const findings = locateFindings(mergeReports(reports), sources);
  const size = {
    contracts: 0,
    samples: 0,
    rules: rules.length,
    documents: subjects.document.length,
  };
  return {
    findings,
    verdicts: createVerdicts(subjects, rules, findings),
    summary: summarize(size, findings, [...(options.notChecked ?? []), notFollowed(fetched)]),
    versions: subjects.versions.flatMap(versionRows),
    sources,
    ...(fetched.length === 0 ? {} : { live: liveSummary(distinct) }),
  };
}

const VERSIONS_SUBJECTS: ReadonlySet<string> = new Set([
  'document',
  'versions',
  'versions-set',
  'exchange',
  'negotiation',
  'followed-link',
]);

/** No law asks for the verdict of a schema. */
const NO_EVIDENCE: Evidence = {
  verdict: () => ({ kind: 'unusable-schema' }),
  firstToRefuse: () => undefined,
};
