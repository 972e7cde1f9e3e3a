import { API_VERSION_HEADER } from '../model/live/api-version-header';
import { headerValues, type HttpHeaders } from '../model/live/exchange';
import {
  compareMicroversions,
  formatMicroversion,
  hasMicroversionForm,
  parseMicroversion,
  type Microversion,
} from '../model/versions/microversion';

/** The range of microversions that an endpoint offers, both ends included. */
export interface Offer {
  readonly oldest: Microversion;
  readonly newest: Microversion;
}

/** The headers that a service negotiates with. */
export interface Negotiator {
  /** The service type, as in the header: `compute`. */
  readonly service: string;
  readonly legacyHeader?: string;
}

/** How a microversion was requested. */
export type Asked = 'not at all' | 'as latest' | 'by number';

/** The result of a request for a microversion. `text` is the microversion as written in the request. */
export type Outcome =
  | {
      readonly kind: 'settled';
      readonly text: string;
      readonly microversion: Microversion;
      readonly asked: Asked;
    }
  | { readonly kind: 'out-of-range' | 'malformed'; readonly text: string };

export function settle(microversion: Microversion, asked: Asked): Outcome {
  return { kind: 'settled', text: formatMicroversion(microversion), microversion, asked };
}

/** Settles on a microversion as Compute does: the oldest if the request has none, or only one for another service. */
export function settleMicroversion(
  headers: HttpHeaders,
  negotiator: Negotiator,
  { oldest, newest }: Offer,
): Outcome {
  const text = askedFor(headers, negotiator);
  if (text === undefined) return settle(oldest, 'not at all');
  if (text === 'latest') return settle(newest, 'as latest');
  const microversion = parseMicroversion(text);
  // A number that is too large to parse is well formed, but out of every range.
  if (microversion === undefined)
    return { kind: hasMicroversionForm(text) ? 'out-of-range' : 'malformed', text };
  const isOffered =
    compareMicroversions(oldest, microversion) <= 0 && compareMicroversions(microversion, newest) <= 0;
  return isOffered ? settle(microversion, 'by number') : { kind: 'out-of-range', text };
}

/** The last value for this service in the standard header or else the last value of the legacy header, which may be empty. */
function askedFor(headers: HttpHeaders, { service, legacyHeader }: Negotiator): string | undefined {
  const ours = headerValues(headers, API_VERSION_HEADER).flatMap((value) => {
    const [, type = '', version] = /^(\S+)\s+(.+)$/s.exec(value) ?? [];
    return version !== undefined && type.toLowerCase() === service.toLowerCase() ? [version] : [];
  });
  if (ours.length > 0 || legacyHeader === undefined) return ours.at(-1);
  return headers
    .filter(([name]) => name.toLowerCase() === legacyHeader.toLowerCase())
    .flatMap(([, value]) => value.split(','))
    .at(-1)
    ?.trim();
}

/** The headers that say which microversion the response has, and that it depends on the request's headers. */
export function echoHeaders({ service, legacyHeader }: Negotiator, text: string): HttpHeaders {
  const legacy = legacyHeader === undefined ? [] : [legacyHeader];
  return [
    [API_VERSION_HEADER, `${service} ${text}`],
    ...legacy.map((name) => [name, text] as const),
    ...[API_VERSION_HEADER, ...legacy].map((name) => ['Vary', name] as const),
  ];
}
