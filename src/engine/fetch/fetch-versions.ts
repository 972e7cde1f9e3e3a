import type { Fetched, LiveExchange, Negotiation } from '../../model/live';
import type { LiveCheck } from './connect';
import { followLinks } from './follow-links';
import { VERSIONS_STATUSES } from '../subjects/judged-body';
import { negotiateAll } from './negotiate-all';
import { listsVersions } from './negotiation-endpoint';

/** A live service whose versions documents are fetched without a manifest. */
export interface VersionsService extends LiveCheck {
  /** The service type; undefined: read from the answers. */
  readonly service: string | undefined;
}

/** Fetches a service's versions documents: the one at its URL, and those that its self links lead to. */
export async function fetchVersions(service: VersionsService): Promise<Fetched> {
  const { target, address, client, newest } = service;
  const root: LiveExchange = {
    name: `GET ${new URL(target.url).pathname}`,
    exchange: await client.send({
      method: 'GET',
      url: address,
      headers: [],
      token: true,
      origin: target.name,
    }),
    statuses: VERSIONS_STATUSES,
    claims: [],
    negotiates: false,
    token: true,
  };
  const { links, unfollowed } = await followLinks([root], service);
  const exchanges = [root, ...links.map(({ exchange }) => ({ ...root, token: false, exchange }))];
  const negotiations =
    service.negotiate === true ? await negotiateAll(exchanges, { ...service, legacyHeader: undefined }) : [];
  return {
    target,
    exchanges: [root],
    links,
    unfollowed,
    negotiations:
      service.negotiate === true && negotiations.length === 0
        ? withoutMicroversions(exchanges)
        : negotiations,
    ...(newest === undefined ? {} : { newest }),
  };
}

/** What is left of a negotiation with a service whose versions have no microversions: the plain answer of its first versions document. */
function withoutMicroversions(exchanges: readonly LiveExchange[]): readonly Negotiation[] {
  return exchanges
    .filter(({ exchange }) => listsVersions(exchange))
    .slice(0, 1)
    .map(({ exchange }) => ({
      kind: 'versioned',
      url: exchange.request.url,
      asked: [{ asks: 'no-header', exchange }],
    }));
}
