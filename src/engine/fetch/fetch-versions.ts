import type { Exchange } from '../../model/live/exchange';
import type { Fetched, LiveExchange } from '../../model/live/live';
import { readVersions } from '../../model/versions/versions-document';
import type { LiveCheck } from './connect';
import { discoveryUrls } from './discovery-urls';
import { followLinks } from './follow-links';
import { judgedBody, VERSIONS_STATUSES } from '../subjects/judged-body';
import { negotiateWithLinks } from './negotiate-with-links';

/** A live service whose versions documents are fetched without a manifest. */
export interface VersionsService extends LiveCheck {
  /** The service type; undefined: read from the answers. */
  readonly service: string | undefined;
}

/**
 * Fetches a service's versions documents: the one at its URL, and those that its self links lead to. If the URL has none, those of the
 * service are looked for at the URLs where clients look.
 */
export async function fetchVersions(service: VersionsService): Promise<Fetched> {
  const { target, newest, client } = service;
  const { first, found, url } = await discover(service);
  const { links, unfollowed } = await followLinks([found], service);
  const negotiated = await negotiateWithLinks([found], links, {
    ...service,
    address: url,
    legacyHeader: undefined,
  });
  return {
    target,
    exchanges: [...new Set([...first, found])],
    links,
    unfollowed,
    ...negotiated,
    secrets: client.secrets(),
    ...(newest === undefined ? {} : { newest }),
  };
}

interface Discovered {
  /** The answers at the URLs that were tried before, each superseded by the one that was found. */
  readonly first: readonly LiveExchange[];
  /** The answer with a versions document; if there is none, that of the URL as it was typed. */
  readonly found: LiveExchange;
  /** The URL that it was sent to. It may contain a user name and password. */
  readonly url: string;
}

async function discover({ target, address, client }: VersionsService): Promise<Discovered> {
  const tried: { readonly url: string; readonly exchange: Exchange }[] = [];
  for (const url of discoveryUrls(address)) {
    const exchange = await client.send({
      method: 'GET',
      url,
      headers: [],
      token: true,
      origin: target.name,
    });
    tried.push({ url, exchange });
    if (hasVersions(exchange)) {
      const instead = exchange.request.url;
      const first = tried.slice(0, -1).map((earlier) => ({ ...requestOf(earlier.exchange), instead }));
      return { first, found: requestOf(exchange), url };
    }
    if (!mayBeElsewhere(exchange)) break;
  }
  const [first, ...others] = tried;
  if (first === undefined) throw new Error('there is no URL to look for versions at');
  const found = { ...requestOf(first.exchange), tried: others.map(({ exchange }) => exchange) };
  return { first: [], found, url: first.url };
}

function requestOf(exchange: Exchange): LiveExchange {
  return {
    name: `GET ${new URL(exchange.request.url).pathname}`,
    exchange,
    statuses: VERSIONS_STATUSES,
    claims: [],
    negotiates: false,
    token: true,
  };
}

function hasVersions(exchange: Exchange): boolean {
  const value = judgedBody(exchange, VERSIONS_STATUSES)?.value;
  return value !== undefined && readVersions(value) !== undefined;
}

/**
 * Whether an answer only means that the versions document is not at this URL. Anything else is a fault of the service. Swift responds with 412 to a
 * URL without an account, such as `/v1` (swift/proxy/server.py, `handle_request`).
 */
function mayBeElsewhere(exchange: Exchange): boolean {
  if (exchange.kind === 'failed') return false;
  const { status } = exchange.answer;
  return [401, 404, 412].includes(status) || (status >= 200 && status < 400);
}
