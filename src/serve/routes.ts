import { headerServiceType, olderHeaderOf } from '../model/live/api-version-header';
import type { LiveRequest } from '../model/contracts/contract';
import { groupBy, uniqueBy } from '../model/group-by';
import type { Project } from '../model/project/project';
import { UsageError } from '../model/usage-error';
import { looksLikeVersions } from '../model/versions/versions-likeness';
import { plainPath } from './homes';
import { knownVersions, offerIn, versionAt, type KnownVersion } from './known-versions';
import type { Negotiator, Offer } from './settle-microversion';
import { compareRecordings, recordingsOf, type Recording } from './recordings';

/** A request that has samples for a response. */
export interface ServedRoute {
  readonly method: string;
  /** As written in the manifest. */
  readonly path: string;
  readonly status: number;
  /** Oldest first, never empty. The one in force at the requested microversion is served. */
  readonly recordings: readonly Recording[];
  /** Whether the body is a versions document. Services respond with those to every method. */
  readonly isVersions: boolean;
  /** Undefined if the request does not negotiate microversions. */
  readonly negotiation?: { readonly negotiator: Negotiator; readonly offer: Offer };
}

/** A live request of the manifest that has no sample for a response. */
export interface Unserved {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Why there is no sample. */
  readonly reason: string;
}

/** The live requests of a project: those that its samples can serve, and those that they cannot. */
export interface RouteTable {
  readonly routes: readonly ServedRoute[];
  readonly unserved: readonly Unserved[];
  readonly versions: readonly KnownVersion[];
}

interface Answerable {
  readonly request: LiveRequest;
  readonly recordings: readonly Recording[];
}

/** Reads the live requests of a project; throws UsageError if one negotiates without a known service or range. */
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
      ? `nothing to serve: no contract in ${manifest.name} has a \`live:\` request`
      : `nothing to serve: no \`live:\` request in ${manifest.name} has a sample`,
  );
}

function valueOf({ sample }: Recording): unknown {
  return sample.document.value;
}

/** Makes one route from the requests for one path: two contracts may check it, or each request may have its own microversion. */
function createRoute(
  group: readonly Answerable[],
  project: Project,
  versions: readonly KnownVersion[],
): readonly ServedRoute[] {
  const recordings = uniqueBy(
    group.flatMap((one) => one.recordings),
    ({ sample }) => sample,
  ).toSorted(compareRecordings);
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

function negotiationOf(
  { method, path, place }: LiveRequest,
  recordings: readonly Recording[],
  { project, versions }: { readonly project: Project; readonly versions: readonly KnownVersion[] },
): NonNullable<ServedRoute['negotiation']> {
  const { service } = project;
  const refuse = (message: string) =>
    new UsageError('the samples cannot be served', [{ place, message }], project.manifest);
  if (service === undefined)
    throw refuse(
      `${method} ${path} negotiates, but the manifest does not name the service: add \`service:\`, such as \`service: compute\``,
    );
  const offer =
    recordings
      .map(valueOf)
      .map(offerIn)
      .findLast((found) => found !== undefined) ?? versionAt(versions, plainPath(path))?.offer;
  if (offer === undefined)
    throw refuse(
      `${method} ${path} negotiates, but its microversion range is unknown: add a sample whose version has \`min_version\` and \`version\``,
    );
  const legacyHeader = project.legacyHeader ?? olderHeaderOf(service);
  const negotiator = {
    service: headerServiceType(service),
    ...(legacyHeader === undefined ? {} : { legacyHeader }),
  };
  return { negotiator, offer };
}
