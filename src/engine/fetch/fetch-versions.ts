import type { Fetched, LiveExchange } from '../../model/live';
import type { LiveCheck } from './connect';
import { followLinks } from './follow-links';
import { VERSIONS_STATUSES } from '../subjects/judged-body';
import { negotiateWithLinks } from './negotiate-with-links';

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
  const negotiations = await negotiateWithLinks([root], links, { ...service, legacyHeader: undefined });
  return {
    target,
    exchanges: [root],
    links,
    unfollowed,
    negotiations,
    secrets: client.secrets(),
    ...(newest === undefined ? {} : { newest }),
  };
}
