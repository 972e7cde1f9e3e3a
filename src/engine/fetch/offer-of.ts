import type { Exchange } from '../../model/live/exchange';
import type { LiveExchange, Negotiation } from '../../model/live/live';
import { endpointKindOf, listsVersions, rangeOf } from './negotiation-endpoint';
import {
  rangeInHeaders,
  settledVersions,
  versionAboveUrl,
  versionAtUrl,
  type OfferedRange,
  type OfferedVersion,
} from './offered-versions';

/** A range, and where it is stated. */
interface Offer extends Pick<Negotiation, 'rangeSource' | 'statedAt'> {
  readonly range: OfferedRange;
}

/** What an endpoint offers by itself: its document states it, or its headers, or the entry for it in the list of versions. */
export function offerOf(exchange: Exchange, versions: readonly OfferedVersion[]): Offer | undefined {
  const own = rangeOf(exchange);
  if (own !== undefined) return { range: own };
  const stated = rangeInHeaders(exchange)?.range;
  if (stated !== undefined) return { range: stated, rangeSource: 'headers' };
  return statedOffer(versionAtUrl(versions, exchange.request.url), 'list');
}

/** What the version offers that a resource belongs to. */
export function offerAbove(exchange: Exchange, versions: readonly OfferedVersion[]): Offer | undefined {
  return statedOffer(versionAboveUrl(versions, exchange.request.url), 'version');
}

function statedOffer(
  version: OfferedVersion | undefined,
  rangeSource: 'list' | 'version',
): Offer | undefined {
  if (version?.range === undefined) return undefined;
  return { range: version.range, rangeSource, statedAt: version.statedAt };
}

/** Whether the answers say which microversions an endpoint has, or that it has none. */
export function isOfferKnown(exchange: Exchange, versions: readonly OfferedVersion[]): boolean {
  const { url } = exchange.request;
  const settled = settledVersions(versions);
  return (
    offerOf(exchange, settled) !== undefined ||
    versionAtUrl(settled, url) !== undefined ||
    versionAboveUrl(settled, url) !== undefined
  );
}

/** Whether a URL is below that of a version, and has microversions only as a part of it. */
export function isResource(
  { exchange }: Pick<LiveExchange, 'exchange'>,
  versions: readonly OfferedVersion[],
): boolean {
  return rangeOf(exchange) === undefined && !isEndpointOfVersion(exchange, versions);
}

/** Whether a URL is that of one version: its document describes one version, or it lists none and a self link leads there. */
export function isEndpointOfVersion(exchange: Exchange, versions: readonly OfferedVersion[]): boolean {
  return (
    endpointKindOf(exchange) === 'versioned' ||
    (versionAtUrl(versions, exchange.request.url) !== undefined && !listsVersions(exchange))
  );
}
