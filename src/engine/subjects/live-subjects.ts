import type { Sample } from '../../model/contracts/contract';
import type { Document } from '../../model/documents/document';
import type { Fact } from '../../model/project/fact';
import type { CompareMode } from '../../model/contracts/compare-mode';
import { singleRequest, type RequestGroup, type Comparison, type Fetched } from '../../model/live/live';
import { isMisserved } from '../../model/live/microversion-echo';
import type { Project } from '../../model/project/project';
import { looksLikeVersions } from '../../model/versions/versions-likeness';
import type { VersionsSet } from '../../model/versions/versions-set';
import type { SubjectLists } from '../../rules/rule';
import { comparisonsOf } from './comparisons';
import { judgedBody, VERSIONS_STATUSES } from './judged-body';
import { liveFacts } from './live-facts';
import { createVersionsSets } from './versions-sets';

/** What is known about a target in addition to its answers. */
export interface LiveContext {
  /** The service type; undefined: read from the media types. */
  readonly service: string | undefined;
  readonly comparisons?: readonly Comparison[];
  readonly facts?: readonly Fact[];
}

/** The context that a project gives to the answers that were fetched for it. */
export function liveContextOf(
  project: Project,
  fetched: Fetched,
  compare: CompareMode | undefined,
): LiveContext {
  const comparisons = comparisonsOf(project, fetched, compare);
  return { service: project.service, comparisons, facts: liveFacts(project, comparisons) };
}

/** The given subjects, plus everything that was fetched from one target. */
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
    // Two targets may lead to the same document.
    versions: [
      ...subjects.versions,
      ...sets.flatMap(({ members }) => members).filter(({ document }) => !judged.has(document)),
    ],
    'versions-set': [...subjects['versions-set'], ...sets],
    'request-group': [...subjects['request-group'], ...requestGroupsOf(fetched)],
    exchange: [...subjects.exchange, ...fetched.exchanges],
    comparison: [...subjects.comparison, ...comparisons],
    fact: [...subjects.fact, ...facts],
    negotiation: [...subjects.negotiation, ...fetched.negotiations],
    'followed-link': [...subjects['followed-link'], ...fetched.links],
    // `project-has-documents` must not report a project without samples whose responses were checked, or are not what was asked for.
    project:
      documents.length > 0 || fetched.exchanges.some(({ exchange }) => isMisserved(exchange))
        ? []
        : subjects.project,
  };
}

/** Each request on its own, and all that only a negotiation sent together. `live-self-reachable` judges the requests to self links. */
function requestGroupsOf({ exchanges, links, negotiations }: Fetched): readonly RequestGroup[] {
  const others = new Set([...exchanges, ...links].map(({ exchange }) => exchange));
  return [
    ...exchanges.map(({ exchange }) => singleRequest(exchange)),
    ...negotiations.map(({ url, asked }): RequestGroup => ({
      url,
      purpose: 'negotiation',
      exchanges: asked.map(({ exchange }) => exchange).filter((exchange) => !others.has(exchange)),
    })),
  ];
}

/** Every judged body once: a link may lead to a URL that was already requested. */
export function documentsOf({ exchanges, links }: Fetched): readonly Document[] {
  return [
    ...new Set([
      ...exchanges.flatMap(({ exchange, statuses, instead }) =>
        instead === undefined ? (judgedBody(exchange, statuses) ?? []) : [],
      ),
      ...links.flatMap(({ exchange }) => judgedBody(exchange, VERSIONS_STATUSES) ?? []),
    ]),
  ];
}

/** Responses as samples, so that contracts apply to them. A response of several requests has the claims of all of them. */
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
 * The manifest decides which responses are versions documents; where it does not say, those that look like one are. A response that was
 * requested without a manifest is always one. When a newest microversion is expected, there is a set even without such a document, so that
 * a service without one is reported.
 */
function versionsSets(
  fetched: Fetched,
  documents: readonly Document[],
  service: string | undefined,
): readonly VersionsSet[] {
  const declared = new Map(
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
      (document) =>
        document.value !== undefined && (declared.get(document) ?? looksLikeVersions(document.value)),
    ),
    { service, grouping: 'one-service', newest: fetched.newest },
  );
  const { newest, target } = fetched;
  return sets.length > 0 || newest === undefined
    ? sets
    : [{ members: [], folders: [], newest, place: { file: target.url } }];
}
