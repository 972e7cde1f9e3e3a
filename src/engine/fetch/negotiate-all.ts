import { asksForMicroversion } from '../../model/api-version-header';
import { isAbsentAt } from '../../model/contract';
import type { Exchange } from '../../model/exchange';
import { groupBy } from '../../model/group-by';
import type { LiveExchange, Negotiation, NegotiationCase } from '../../model/live';
import type { LiveCheck } from './connect';
import { negotiate } from './negotiate';
import { endpointKindOf, listsVersions, olderHeaderIn, rangeOf, serviceOf } from './negotiation-endpoint';
import {
  offeredVersions,
  rangeInHeaders,
  versionAboveUrl,
  versionAtUrl,
  type OfferedRange,
  type OfferedVersion,
} from './offered-versions';

/** The service to negotiate with, and what is known about it. */
export interface NegotiationPlan extends Pick<LiveCheck, 'target' | 'address' | 'client' | 'negotiate'> {
  /** The service type; undefined: read from the answers. */
  readonly service: string | undefined;
  readonly legacyHeader: string | undefined;
}

/**
 * Negotiates with the endpoints that the manifest names and, if the plan says so, with every endpoint of a version with microversions. They
 * are stated in its document, in its headers or in the list of versions. A resource below a version has the microversions of that version. If
 * there is such an endpoint, the list of versions gets the requests too: it must ignore the header.
 */
export async function negotiateAll(
  exchanges: readonly LiveExchange[],
  plan: NegotiationPlan,
): Promise<readonly Negotiation[]> {
  const plain = await plainOf(exchanges, plan);
  const versions = offeredVersions(exchanges.map(({ exchange }) => exchange));
  const versioned = plain.filter(
    ({ exchange, negotiates }) =>
      negotiates ||
      (plan.negotiate === true &&
        isEndpointOfVersion(exchange, versions) &&
        offerOf(exchange, versions) !== undefined),
  );
  const [service] = versioned.flatMap(({ exchange }) => serviceOf(exchange, plan.service) ?? []);
  if (versioned.length === 0) return [];
  const roots = plain.filter(
    (root) =>
      !versioned.includes(root) &&
      rangeOf(root.exchange) !== undefined &&
      endpointKindOf(root.exchange) === 'root',
  );
  return Promise.all([
    ...versioned.map((endpoint) => negotiateWith(endpoint, 'versioned')),
    ...roots.map((endpoint) => negotiateWith(endpoint, 'root')),
  ]);

  function negotiateWith(
    { exchange, token, claims }: LiveExchange,
    kind: Negotiation['kind'],
  ): Promise<Negotiation> {
    const offer = offerOf(exchange, versions) ?? offerAbove(exchange, versions);
    const range = offer?.range;
    const ownService = serviceOf(exchange, plan.service) ?? service;
    const legacyHeader = plan.legacyHeader ?? olderHeaderIn(exchange, ownService);
    return negotiate(
      {
        kind,
        url: addressOf(exchange.request.url, plan),
        origin: plan.target.name,
        token,
        plain: exchange,
        ...(ownService === undefined ? {} : { service: ownService }),
        ...(legacyHeader === undefined ? {} : { legacyHeader }),
        ...offer,
        omitted: new Set([
          ...(isResource(exchange, versions) ? RESOURCE_OMITS : []),
          ...(claims.some(({ contract }) => isAbsentAt(contract, range?.newest)) ? NEWEST_CASES : []),
        ]),
      },
      plan.client,
    );
  }
}

/** What an endpoint offers by itself: its document states it, or its headers, or the entry for it in the list of versions. */
function offerOf(exchange: Exchange, versions: readonly OfferedVersion[]): Offer | undefined {
  const own = rangeOf(exchange);
  if (own !== undefined) return { range: own };
  const stated = rangeInHeaders(exchange)?.range;
  if (stated !== undefined) return { range: stated, rangeSource: 'headers' };
  const listed = versionAtUrl(versions, exchange.request.url)?.range;
  return listed === undefined ? undefined : { range: listed, rangeSource: 'list' };
}

/** What the version offers that a resource belongs to. */
function offerAbove(exchange: Exchange, versions: readonly OfferedVersion[]): Offer | undefined {
  const range = versionAboveUrl(versions, exchange.request.url)?.range;
  return range === undefined ? undefined : { range, rangeSource: 'version' };
}

/** A range, and where it is stated. */
interface Offer extends Pick<Negotiation, 'rangeSource'> {
  readonly range: OfferedRange;
}

/** Only versions are offered with and without the slash at the end. */
const RESOURCE_OMITS: readonly NegotiationCase[] = ['other-slash'];
/** The requests that an operation rejects if it no longer exists at the newest microversion. */
const NEWEST_CASES: readonly NegotiationCase[] = [
  'newest',
  'latest',
  'above-newest',
  'two-values',
  'legacy-newest',
  'legacy-above-newest',
];

/** Whether a URL is below that of a version, and has microversions only as a part of it. */
function isResource(exchange: Exchange, versions: readonly OfferedVersion[]): boolean {
  return rangeOf(exchange) === undefined && !isEndpointOfVersion(exchange, versions);
}

/** Whether a URL is that of one version: its document describes one version, or it lists none and a self link leads there. */
function isEndpointOfVersion(exchange: Exchange, versions: readonly OfferedVersion[]): boolean {
  return (
    endpointKindOf(exchange) === 'versioned' ||
    (versionAtUrl(versions, exchange.request.url) !== undefined && !listsVersions(exchange))
  );
}

/** The URL to send requests to: `url` is the one that may be shown, without the target's user name and password. */
function addressOf(url: string, { target, address }: Pick<LiveCheck, 'target' | 'address'>): string {
  return url.startsWith(target.url) ? address + url.slice(target.url.length) : url;
}

/**
 * The plain exchange of each URL: a GET that asks for no microversion. Where an endpoint negotiates but has no such exchange yet, the plain
 * request is sent now.
 */
async function plainOf(
  exchanges: readonly LiveExchange[],
  plan: NegotiationPlan,
): Promise<readonly LiveExchange[]> {
  const byUrl = [...groupBy(exchanges, ({ exchange }) => exchange.request.url)];
  const plain = await Promise.all(
    byUrl.map(async ([url, ofUrl]): Promise<LiveExchange | undefined> => {
      const existing = ofUrl.find(({ exchange }) => isPlain(exchange));
      const negotiating = ofUrl.find(({ negotiates }) => negotiates);
      if (existing !== undefined) return { ...existing, negotiates: negotiating !== undefined };
      if (negotiating === undefined) return undefined;
      const exchange = await plan.client.send({
        method: 'GET',
        url: addressOf(url, plan),
        headers: [],
        token: negotiating.token,
        origin: plan.target.name,
      });
      return { ...negotiating, exchange };
    }),
  );
  return plain.flatMap((exchange) => exchange ?? []);
}

function isPlain({ request: { method, headers } }: Exchange): boolean {
  return method === 'GET' && !asksForMicroversion(headers);
}
