import { requestHeaders } from '../../model/live/api-version-header';
import type { Contract, LiveRequest } from '../../model/contracts/contract';
import { isSafeMethod } from '../../model/live/exchange';
import { groupBy } from '../../model/group-by';
import type { Fetched, LiveExchange } from '../../model/live/live';
import { formatRequested } from '../../model/versions/microversion';
import { fillPath, type Environment } from '../../model/path-variables';
import type { Project } from '../../model/project/project';
import { withSlash } from '../../model/live/target';
import { withoutUserInfo } from '../../live/secrets/shown-url';
import { claimsOnAnswer } from '../subjects/claims-on-answer';
import type { LiveCheck } from './connect';
import { followLinks } from './follow-links';
import { negotiateWithLinks } from './negotiate-with-links';

/** A live request and the contract that it belongs to. */
interface ContractRequest {
  readonly contract: Contract;
  readonly request: LiveRequest;
}

/** Sends every live request of a project, follows the self links in the answers, and negotiates where the manifest asks for it. */
export async function fetchProject(project: Project, service: LiveCheck): Promise<Fetched> {
  const { target, client, newest } = service;
  // A check must not change anything on the service.
  const requests = project.contracts.flatMap((contract) =>
    contract.live.filter(({ method }) => isSafeMethod(method)).map((request) => ({ contract, request })),
  );
  const groups = [...groupBy(requests, ({ request }) => requestKey(request, service.env)).values()];
  const exchanges = withOthersServed(
    (await Promise.all(groups.map((group) => fetchOne(project, service, group)))).flat(),
  );
  const followed = await followLinks(exchanges, { target, client, service: project.service });
  const negotiated = await negotiateWithLinks(exchanges, followed.links, {
    ...service,
    service: project.service,
    legacyHeader: project.legacyHeader,
  });
  return {
    target,
    exchanges,
    ...followed,
    ...negotiated,
    secrets: client.secrets(),
    ...(newest === undefined ? {} : { newest }),
  };
}

/** Marks the requests with an unexpected status, if the service served another one as expected. */
function withOthersServed(exchanges: readonly LiveExchange[]): readonly LiveExchange[] {
  const othersServed = exchanges.some(isServed);
  return exchanges.map((one) => (othersServed && !isServed(one) ? { ...one, othersServed } : one));
}

function isServed({ exchange, statuses }: LiveExchange): boolean {
  return (
    exchange.kind === 'answered' && exchange.answer.status < 400 && statuses.includes(exchange.answer.status)
  );
}

/** Two contracts may check one response against different schemas or expect different statuses of it: it is requested once. */
function requestKey({ method, path, microversion, token }: LiveRequest, env: Environment = {}): string {
  return JSON.stringify([method, fillPath(path, env), microversion, token]);
}

async function fetchOne(
  project: Project,
  { target, address, client, env = {} }: LiveCheck,
  group: readonly ContractRequest[],
): Promise<readonly LiveExchange[]> {
  const [first] = group;
  if (first === undefined) throw new Error('a group of requests is empty');
  const { method, path, microversion, token } = first.request;
  const url = urlBelow(address, fillPath(path, env));
  const asked = microversion === undefined ? undefined : formatRequested(microversion);
  const exchange = await client.send({
    method,
    url,
    headers:
      microversion === undefined || project.service === undefined
        ? []
        : requestHeaders(project.service, microversion, project.legacyHeader),
    token,
    origin: target.name,
    // One URL answers with a different text at each microversion; findings must distinguish them.
    ...(asked === undefined ? {} : { name: `${withoutUserInfo(new URL(url))} at ${asked}` }),
  });
  return [...groupBy(group, ({ request }) => request.status)].map(([status, alike]) => ({
    name: `${method} ${path}`,
    exchange,
    statuses: [status],
    claims: claimsOnAnswer(exchange, alike, project),
    negotiates: alike.some(({ request }) => request.negotiates),
    token,
  }));
}

/** Appends the path of a live request to the base URL. The base URL keeps its own path. */
function urlBelow(base: string, path: string): string {
  return withSlash(base) + path.replace(/^\/+/, '');
}
