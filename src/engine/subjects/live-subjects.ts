import type { Sample } from '../../model/contract';
import type { Document } from '../../model/document';
import type { Fact } from '../../model/fact';
import type { CompareMode } from '../../model/compare-mode';
import type { Comparison, Fetched } from '../../model/live';
import type { Project } from '../../model/project';
import { looksLikeVersions } from '../../model/versions-document';
import type { VersionsSet } from '../../model/versions-set';
import type { SubjectLists } from '../../rules/rule';
import { comparisonsOf } from './comparisons';
import { judgedBody, VERSIONS_STATUSES } from './judged-body';
import { liveFacts } from './live-facts';
import { createVersionsSets } from './versions-sets';

/** What is known of a target beside what it answered. */
export interface LiveContext {
  /** The service type; undefined: told by the media types. */
  readonly service: string | undefined;
  readonly comparisons?: readonly Comparison[];
  readonly facts?: readonly Fact[];
}

/** What a project knows of what was fetched for it. */
export function liveContextOf(
  project: Project,
  fetched: Fetched,
  compare: CompareMode | undefined,
): LiveContext {
  const comparisons = comparisonsOf(project, fetched, compare);
  return { service: project.service, comparisons, facts: liveFacts(project, comparisons) };
}

/** What was fetched from one target, as subjects of rules beside those that are there. */
export function withLive(
  subjects: SubjectLists,
  fetched: Fetched,
  { service, comparisons = [], facts = [] }: LiveContext,
): SubjectLists {
  const documents = documentsOf(fetched);
  const sets = versionsSets(fetched, documents, service);
  const judged = new Set(subjects.versions.map(({ document }) => document));
  return {
    ...subjects,
    document: [...new Set([...subjects.document, ...documents])],
    sample: [...subjects.sample, ...responsesAsSamples(fetched)],
    // Two targets may lead to one document.
    versions: [
      ...subjects.versions,
      ...sets.flatMap(({ members }) => members).filter(({ document }) => !judged.has(document)),
    ],
    'versions-set': [...subjects['versions-set'], ...sets],
    exchange: [...subjects.exchange, ...fetched.exchanges],
    comparison: [...subjects.comparison, ...comparisons],
    fact: [...subjects.fact, ...facts],
    negotiation: [...subjects.negotiation, ...fetched.negotiations],
    'followed-link': [...subjects['followed-link'], ...fetched.links],
    // A project without samples promises nothing but what a service answers, and that was looked at.
    project: documents.length === 0 ? subjects.project : [],
  };
}

/** Every body once: a link may lead to what was asked for already. */
export function documentsOf({ exchanges, links }: Fetched): readonly Document[] {
  return [
    ...new Set([
      ...exchanges.flatMap(({ exchange, statuses }) => judgedBody(exchange, statuses) ?? []),
      ...links.flatMap(({ exchange }) => judgedBody(exchange, VERSIONS_STATUSES) ?? []),
    ]),
  ];
}

/** A response is held to its contracts as a sample is; to all at once where several requests led to it. */
function responsesAsSamples({ exchanges }: Fetched): readonly Sample[] {
  const samples = new Map<Document, Sample>();
  for (const { name, exchange, statuses, claims } of exchanges) {
    const document = judgedBody(exchange, statuses);
    if (document === undefined || claims.length === 0) continue;
    const { path = name, claims: earlier = [] } = samples.get(document) ?? {};
    samples.set(document, { path, document, claims: [...earlier, ...claims] });
  }
  return [...samples.values()];
}

/**
 * The manifest decides which responses are versions documents; where it is silent, those that look like one. What was asked for without a
 * manifest was asked for as one. A newest microversion that is expected is asked of the service even where it has no such document.
 */
function versionsSets(
  fetched: Fetched,
  documents: readonly Document[],
  service: string | undefined,
): readonly VersionsSet[] {
  const said = new Map(
    fetched.exchanges.flatMap(({ exchange, claims }) =>
      exchange.kind === 'failed'
        ? []
        : claims.length === 0
          ? [[exchange.answer.body, true] as const]
          : claims.flatMap(({ contract: { laws } }) =>
              laws === undefined ? [] : [[exchange.answer.body, laws] as const],
            ),
    ),
  );
  const sets = createVersionsSets(
    documents.filter(
      (document) => document.value !== undefined && (said.get(document) ?? looksLikeVersions(document.value)),
    ),
    { service, grouping: 'one-service', newest: fetched.newest },
  );
  const { newest, target } = fetched;
  return sets.length > 0 || newest === undefined
    ? sets
    : [{ members: [], folders: [], newest, place: { file: target.url } }];
}
