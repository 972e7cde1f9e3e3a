import { apiVersionValues, headerServiceType } from '../../model/api-version-header';
import type { Exchange } from '../../model/exchange';
import { isJsonArray, isJsonObject, member } from '../../model/json-value';
import type { Negotiation } from '../../model/live';
import { compareMicroversions } from '../../model/microversion';
import { readVersions } from '../../model/versions-document';
import {
  compareVersionIds,
  idOf,
  objectEntries,
  offeredBy,
  selfLinkOf,
  textMember,
  type ObjectEntry,
} from '../../model/versions-entry';

/** An endpoint to negotiate with. */
export interface NegotiationEndpoint {
  readonly kind: Negotiation['kind'];
  /** As `plain` was asked of: absolute; may hold user information. */
  readonly url: string;
  /** The origin of the documents that come back: the target's name. */
  readonly origin: string;
  /** As `serviceOf` tells it. */
  readonly service?: string;
  readonly legacyHeader?: string;
  /** As `rangeOf` tells it. */
  readonly range?: NonNullable<Negotiation['range']>;
  /** Whether credentials go with the requests. */
  readonly token: boolean;
  /** The GET without any header for microversions, which was made already. */
  readonly plain: Exchange;
}

/** The service type for the header: the one that was said, else the one that the answer's own header names, else its media types. */
export function serviceOf(exchange: Exchange, said?: string): string | undefined {
  if (said !== undefined) return headerServiceType(said);
  if (exchange.kind === 'failed') return undefined;
  const [echoed] = apiVersionValues(exchange.answer.headers);
  return echoed?.service ?? serviceOfMediaTypes(exchange);
}

/** The service type in `application/vnd.openstack.compute+json`. */
function serviceOfMediaTypes(exchange: Exchange): string | undefined {
  for (const entry of entriesOf(exchange)) {
    const types = member(entry.value, 'media-types');
    for (const type of isJsonArray(types) ? types : []) {
      const text = isJsonObject(type) ? textMember(type, 'type') : undefined;
      const name = /vnd\.openstack\.([a-z][a-z-]*?)(?:-v\d+)?\+json/i.exec(text ?? '')?.[1];
      if (name !== undefined) return headerServiceType(name);
    }
  }
  return undefined;
}

/** The microversions that the document offers; of several versions, those of the highest id. Undefined where it states none, or a range that is none. */
export function rangeOf(exchange: Exchange): NonNullable<Negotiation['range']> | undefined {
  const [highest] = entriesOf(exchange)
    .flatMap((entry) => {
      const range = offeredBy(entry);
      return range === undefined || compareMicroversions(range.oldest, range.newest) > 0
        ? []
        : [{ id: idOf(entry) ?? { major: 0 }, range }];
    })
    .toSorted((a, b) => compareVersionIds(b.id, a.id));
  return highest?.range;
}

/** Whether the document is of one version or of all; placement's one version, which links to itself, lives at the root. */
export function endpointKindOf(exchange: Exchange): Negotiation['kind'] {
  if (exchange.kind === 'failed') return 'root';
  const view = readVersions(exchange.answer.body.value);
  if (view?.shape === 'version' || view?.shape === 'bare') return 'versioned';
  const [entry, second] = objectEntries(view);
  const self = entry === undefined || second !== undefined ? undefined : selfLinkOf(entry)?.href;
  const { url } = exchange.request;
  return self !== undefined && URL.canParse(self, url) && sameUrl(new URL(self, url), new URL(url))
    ? 'versioned'
    : 'root';
}

function sameUrl(a: URL, b: URL): boolean {
  return a.host === b.host && a.pathname.replace(/\/$/, '') === b.pathname.replace(/\/$/, '');
}

function entriesOf(exchange: Exchange): readonly ObjectEntry[] {
  return exchange.kind === 'failed' ? [] : objectEntries(readVersions(exchange.answer.body.value));
}
