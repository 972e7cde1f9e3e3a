import { dirname, resolve } from 'node:path';

import type { NotChecked } from '../model/findings/check-result';
import type { Document } from '../model/documents/document';
import type { Fetched } from '../model/live/live';
import type { RuleLevel, Severity } from '../model/severity';
import { fileOf } from '../model/documents/source';
import { NO_EVIDENCE, type AnyRule, type SubjectLists } from '../rules/rule';
import { createRepositoryPaths } from '../project/disk/folder-in-repository';
import { RULES } from '../rules/rule-registry';
import { SUBJECT_KINDS } from '../rules/subject-kinds';
import { activeRules } from './judge/run-rules';
import { notFollowed, withoutVersions } from './judge/summarize';
import { valuesByName } from './judge/value-of';
import { unjudgedNegotiations } from './judge/unjudged-negotiations';
import { readMicroversion } from './open/read-microversion';
import type { CheckPlan, Collected } from './pipeline';
import { withLive } from './subjects/live-subjects';
import { NO_SUBJECTS } from './subjects/subjects';
import { versionRows } from './subjects/version-rows';
import { createVersionsSets, type VersionsGrouping } from './subjects/versions-sets';

/** What is known about versions documents, and how they are checked. */
export interface LawsPlanOptions {
  /** Default: every law that `levels` does not turn off. */
  readonly rules?: readonly AnyRule[];
  /** The newest microversion that the code offers, such as `2.61`: the documents must state it. */
  readonly newest?: string;
  /** The service type; for `compute`, the laws of Compute's own documents apply too. Default: read from the media types. */
  readonly service?: string;
  /** Which documents are compared with each other. Default: by-folder. */
  readonly grouping?: VersionsGrouping;
  /** The severity of each rule's findings, or `off`, by rule id. */
  readonly levels?: Readonly<Record<string, RuleLevel>>;
  /** The folder that the names of documents are relative to. Default: the process's. */
  readonly cwd?: string;
  /** The lowest severity of the findings that are shown. Default: info, which is all of them. */
  readonly least?: Severity;
  /** The name of the service in a run over several. Default: only one service is checked, or they are one run. */
  readonly target?: string;
  /** What the caller omitted, for the summary. */
  readonly notChecked?: readonly NotChecked[];
  /** Fetches the documents of live services. Default: none. */
  readonly fetch?: (signal?: AbortSignal) => Promise<readonly Fetched[]>;
}

/** Plans the check of versions documents without a manifest. Throws a UsageError if `newest` is not a microversion. */
export function planLaws(documents: readonly Document[], options: LawsPlanOptions): CheckPlan {
  const { fetch, newest: text } = options;
  const newest = text === undefined ? undefined : readMicroversion(text);
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
  return {
    ...(fetch === undefined ? {} : { fetch }),
    collect: (fetched) => collectVersions(read, fetched, options),
  };
}

function collectVersions(
  read: SubjectLists,
  fetched: readonly Fetched[],
  options: LawsPlanOptions,
): Collected {
  const { rules: known = RULES, service, levels = {}, notChecked = [], cwd = process.cwd() } = options;
  const subjects = fetched.reduce(
    (lists, target) => withLive(lists, target, { service, comparisons: [] }),
    read,
  );
  return {
    subjects,
    rules: activeRules(known, levels).filter(({ subject }) => SUBJECT_KINDS[subject].withoutManifest),
    levels,
    evidence: NO_EVIDENCE,
    fetched,
    sourcesOf: () => new Map(subjects.document.map(({ source }) => [source.name, source])),
    valueOf: valuesByName(subjects.document),
    pathOf: createRepositoryPaths(cwd, folderOf(read.document, cwd)),
    ...(options.least === undefined ? {} : { least: options.least }),
    ...(options.target === undefined ? {} : { target: options.target }),
    size: { contracts: 0, samples: 0 },
    notChecked: () => [
      ...notChecked,
      ...unjudgedNegotiations(subjects.negotiation),
      notFollowed(fetched),
      withoutVersions(fetched),
    ],
    versions: subjects.versions.flatMap(versionRows),
  };
}

/** The folder of the first document that is a file. */
function folderOf(documents: readonly Document[], cwd: string): string {
  const file = documents.find(({ kind }) => kind === 'sample');
  return file === undefined ? cwd : dirname(resolve(cwd, fileOf(file.source)));
}
