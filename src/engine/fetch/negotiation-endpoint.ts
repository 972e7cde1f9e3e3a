import { apiVersionValues, headerServiceType, olderHeaderOf } from '../../model/live/api-version-header';
import { headerValues, type Exchange } from '../../model/live/exchange';
import { isJsonObject, itemsIn, member, textMember } from '../../model/json/json-value';
import type { Negotiation, NegotiationCase } from '../../model/live/live';
import { readVersions } from '../../model/versions/versions-document';
import {
  compareVersionIds,
  idOf,
  objectEntries,
  selfLinkOf,
  selfLinkTarget,
  type ObjectEntry,
} from '../../model/versions/versions-entry';
import { rangeInHeaders, rangeOfEntry, type OfferedRange } from './offered-versions';

/** An endpoint to negotiate with. */
export interface NegotiationEndpoint {
  readonly kind: Negotiation['kind'];
  /** The absolute URL that `plain` was sent to. It may contain a user name and password. */
  readonly url: string;
  /** The origin of the documents in the answers: the target's name. */
  readonly origin: string;
  /** The service type, from `serviceOf`. */
  readonly service?: string;
  readonly legacyHeader?: string;
  /** The microversions on offer. */
  readonly range?: OfferedRange;
  readonly rangeSource?: Negotiation['rangeSource'];
  readonly statedAt?: Negotiation['statedAt'];
  /** Whether credentials are sent with the requests. */
  readonly token: boolean;
  /** The ways of asking that do not apply to this endpoint. Default: none. */
  readonly omitted?: ReadonlySet<NegotiationCase>;
  /** The GET without a microversion header, which was already sent. */
  readonly plain: Exchange;
}

/**
 * The service type for the header: the configured one, else the one in the answer's own header, else the one in its older headers, else the
 * one in its media types.
 */
export function serviceOf(exchange: Exchange, configured?: string): string | undefined {
  if (configured !== undefined) return headerServiceType(configured);
  if (exchange.kind === 'failed') return undefined;
  const [echoed] = apiVersionValues(exchange.answer.headers);
  // A service may state its project's name there, as Masakari does, and still read only its service type.
  return echoed === undefined
    ? (rangeInHeaders(exchange)?.service ?? serviceOfMediaTypes(exchange))
    : headerServiceType(echoed.service);
}

/**
 * The older header that clients send to this service, if the answer shows that the service knows it: by a header such as
 * `X-OpenStack-Nova-API-Version` or `X-OpenStack-Ironic-API-Minimum-Version`, or in `Vary`. Clients always send the common header too, so a
 * service need not know the older one.
 */
export function olderHeaderIn(exchange: Exchange, service: string | undefined): string | undefined {
  const known = service === undefined ? undefined : olderHeaderOf(service);
  if (known === undefined || exchange.kind === 'failed') return undefined;
  const { headers } = exchange.answer;
  const prefix = known.replace(/Version$/, '').toLowerCase();
  const names = [...headers.map(([name]) => name), ...headerValues(headers, 'Vary')];
  return names.some((name) => name.toLowerCase().startsWith(prefix)) ? known : undefined;
}

/** The service type in `application/vnd.openstack.compute+json`. */
function serviceOfMediaTypes(exchange: Exchange): string | undefined {
  for (const entry of entriesOf(exchange)) {
    const types = member(entry.value, 'media-types');
    for (const type of itemsIn(types)) {
      const text = isJsonObject(type) ? textMember(type, 'type') : undefined;
      const name = /vnd\.openstack\.([a-z][a-z-]*?)(?:-v\d+)?\+json/i.exec(text ?? '')?.[1];
      if (name !== undefined) return headerServiceType(name);
    }
  }
  return undefined;
}

/** The microversions that the document offers; of several versions, those of the highest id. Undefined without a valid range. */
export function rangeOf(exchange: Exchange): OfferedRange | undefined {
  const [highest] = entriesOf(exchange)
    .flatMap((entry) => {
      const range = rangeOfEntry(entry);
      return range === undefined ? [] : [{ id: idOf(entry) ?? { major: 0 }, range }];
    })
    .toSorted((a, b) => compareVersionIds(b.id, a.id));
  return highest?.range;
}

/** Whether the document describes one version or lists all. Placement's only version lives at the root: its self link leads there. */
export function endpointKindOf(exchange: Exchange): Negotiation['kind'] {
  if (exchange.kind === 'failed') return 'root';
  const view = readVersions(exchange.answer.body.value);
  if (view?.shape === 'version' || view?.shape === 'bare') return 'versioned';
  const [entry, second] = objectEntries(view);
  const self = entry === undefined || second !== undefined ? undefined : selfLinkOf(entry);
  const { url } = exchange.request;
  const target = self === undefined ? undefined : selfLinkTarget(self, url);
  return target !== undefined && sameUrl(target, new URL(url)) ? 'versioned' : 'root';
}

/** Whether the answer is a document with versions in it. */
export function listsVersions(exchange: Exchange): boolean {
  return entriesOf(exchange).length > 0;
}

function sameUrl(a: URL, b: URL): boolean {
  return a.host === b.host && a.pathname.replace(/\/$/, '') === b.pathname.replace(/\/$/, '');
}

function entriesOf(exchange: Exchange): readonly ObjectEntry[] {
  return exchange.kind === 'failed' ? [] : objectEntries(readVersions(exchange.answer.body.value));
}
