import type { LiveRequest } from '../model/contract';
import { groupBy } from '../model/group-by';
import type { Project } from '../model/project';
import { UsageError } from '../model/usage-error';
import { looksLikeVersions } from '../model/versions-document';
import { plainPath } from './homes';
import { knownVersions, offerIn, versionAt, type KnownVersion } from './known-versions';
import type { Negotiator, Offer } from './settle-microversion';
import { compareRecordings, recordingsOf, type Recording } from './recordings';

/** A request that is answered with samples. */
export interface ServedRoute {
  readonly method: string;
  /** As the manifest spells it. */
  readonly path: string;
  readonly status: number;
  /** Oldest first; the one in force at the microversion that is asked for is served. Never empty. */
  readonly recordings: readonly Recording[];
  /** Whether the body is a versions document; services answer with those whatever the method. */
  readonly isVersions: boolean;
  /** Undefined: the request does not settleMicroversion. */
  readonly negotiation?: { readonly negotiator: Negotiator; readonly offer: Offer };
}

/** A live request of the manifest that is not answered with a sample. */
export interface Unserved {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Why not. */
  readonly reason: string;
}

/** What a project's samples can answer, and what they cannot. */
export interface RouteTable {
  readonly routes: readonly ServedRoute[];
  readonly unserved: readonly Unserved[];
  readonly versions: readonly KnownVersion[];
}

interface Answerable {
  readonly request: LiveRequest;
  readonly recordings: readonly Recording[];
}

/** Reads the live requests of a project. Throws a UsageError where one negotiates and nothing tells about what. */
export function readRoutes(project: Project, homes: readonly string[]): RouteTable {
  const all = project.contracts.flatMap((contract) =>
    contract.live.map((request) => ({ request, found: recordingsOf(request, contract, project) })),
  );
  const answerable = all.flatMap(({ request, found }) =>
    found.kind === 'found' ? [{ request, recordings: found.recordings }] : [],
  );
  const documents = answerable.flatMap(({ recordings }) => recordings.map(valueOf));
  const versions = knownVersions(documents, homes);
  if (answerable.length === 0) throw nothingToServe(project, all.length);
  const groups = groupBy(answerable, ({ request }) => `${request.method} ${plainPath(request.path)}`);
  return {
    routes: [...groups.values()].flatMap((group) => createRoute(group, project, versions)),
    unserved: all.flatMap(({ request: { method, path, status }, found }) =>
      found.kind === 'none' ? [{ method, path, status, reason: found.reason }] : [],
    ),
    versions,
  };
}

function nothingToServe({ manifest }: Project, requests: number): UsageError {
  return new UsageError(
    requests === 0
      ? `there is nothing to serve: no contract of ${manifest.name} has a \`live:\` request`
      : `there is nothing to serve: no \`live:\` request of ${manifest.name} has a sample`,
  );
}

function valueOf({ sample }: Recording): unknown {
  return sample.document.value;
}

/** One route of the requests for one path: two contracts may judge its answer, or two microversions be asked for. */
function createRoute(
  group: readonly Answerable[],
  project: Project,
  versions: readonly KnownVersion[],
): readonly ServedRoute[] {
  const bySample = groupBy(
    group.flatMap(({ recordings }) => recordings),
    ({ sample }) => sample,
  );
  const recordings = [...bySample.values()].flatMap((same) => same.slice(0, 1)).toSorted(compareRecordings);
  const negotiating = group.find(({ request }) => request.negotiates || request.microversion !== undefined);
  return group.slice(0, 1).map(({ request: { method, path, status } }) => ({
    method,
    path,
    status,
    recordings,
    isVersions: recordings.map(valueOf).every(looksLikeVersions),
    ...(negotiating === undefined
      ? {}
      : { negotiation: negotiationOf(negotiating.request, recordings, { project, versions }) }),
  }));
}

/** Compute took microversions in a header of its own before there was the standard one, and still does. */
const COMPUTE_HEADER = 'X-OpenStack-Nova-API-Version';

function negotiationOf(
  { method, path, place }: LiveRequest,
  recordings: readonly Recording[],
  { project, versions }: { readonly project: Project; readonly versions: readonly KnownVersion[] },
): NonNullable<ServedRoute['negotiation']> {
  const { service, legacyHeader = service === 'compute' ? COMPUTE_HEADER : undefined } = project;
  const refuse = (message: string) =>
    new UsageError('nothing can be served', [{ place, message }], project.manifest);
  if (service === undefined)
    throw refuse(`${method} ${path} negotiates microversions of what? say \`service:\` above`);
  const offer =
    recordings
      .map(valueOf)
      .map(offerIn)
      .findLast((told) => told !== undefined) ?? versionAt(versions, plainPath(path))?.offer;
  if (offer === undefined)
    throw refuse(
      `${method} ${path} negotiates, but neither its sample nor the versions that are served tell its oldest and newest microversion`,
    );
  return { negotiator: { service, ...(legacyHeader === undefined ? {} : { legacyHeader }) }, offer };
}
