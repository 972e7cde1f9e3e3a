import type { OutgoingRequest } from '../../model/live/client';
import { API_VERSION_HEADER } from '../../model/live/api-version-header';
import type { HttpHeaders } from '../../model/live/exchange';
import type { NegotiationCase } from '../../model/live/live';
import { formatMicroversion, type Microversion } from '../../model/versions/microversion';
import { hasDocument } from '../../rules/live/asked';
import type { NegotiationEndpoint } from './negotiation-endpoint';

/** A request, and which way of asking for a microversion it uses. */
export interface NegotiationRequest {
  readonly asks: NegotiationCase;
  readonly request: OutgoingRequest;
}

/** The requests to an endpoint after the plain one. Empty if the plain request failed or its answer had no microversions. */
export function negotiationRequests(endpoint: NegotiationEndpoint): readonly NegotiationRequest[] {
  const { omitted } = endpoint;
  const requests = allRequests(endpoint);
  return omitted === undefined ? requests : requests.filter(({ asks }) => !omitted.has(asks));
}

function allRequests(endpoint: NegotiationEndpoint): readonly NegotiationRequest[] {
  const { kind, url, origin, token, plain, range, service } = endpoint;
  if (!hasDocument(plain) || range === undefined) return [];

  const asking = headerCases(service, range.oldest, range.newest).map(([asks, value]) =>
    ask(asks, [[API_VERSION_HEADER, value]]),
  );
  if (kind === 'root') return asking.filter(({ asks }) => ROOT_CASES.has(asks));
  const slash = withOtherSlash(url);
  return [
    ...asking,
    ...legacyCases(endpoint.legacyHeader, range.newest).map(([asks, header]) => ask(asks, [header])),
    ask('head', [], { method: 'HEAD' }),
    ...(slash === undefined ? [] : [ask('other-slash', [], { url: slash })]),
  ];

  function ask(
    asks: NegotiationCase,
    headers: HttpHeaders,
    more: Partial<OutgoingRequest> = {},
  ): NegotiationRequest {
    return { asks, request: { method: 'GET', url, headers, token, origin, ...more } };
  }
}

const ROOT_CASES: ReadonlySet<NegotiationCase> = new Set(['newest', 'latest', 'above-newest']);

/** The values of the header. Malformed values are as close to a valid one as possible, so that a lax parser would accept them. */
function headerCases(
  service: string | undefined,
  oldest: Microversion,
  newest: Microversion,
): readonly (readonly [NegotiationCase, string])[] {
  if (service === undefined) return [];
  const newestText = formatMicroversion(newest);
  const below = previous(oldest);
  const other = service === 'identity' ? 'compute 2.1' : 'identity 3.0';
  return [
    ['oldest', `${service} ${formatMicroversion(oldest)}`],
    ['newest', `${service} ${newestText}`],
    ['latest', `${service} latest`],
    ['above-newest', `${service} ${formatMicroversion(next(newest))}`],
    ...(below === undefined ? [] : [['below-oldest', `${service} ${formatMicroversion(below)}`] as const]),
    ['malformed-word', `${service} abc`],
    ['malformed-no-minor', `${service} ${oldest.major}`],
    ['malformed-three-parts', `${service} ${newestText}.0`],
    ['malformed-leading-zero', `${service} ${newest.major}.0${newest.minor}`],
    ['malformed-trailing-word', `${service} ${newestText} x`],
    ['no-version', service],
    ['other-service', other],
    ['two-values', `${other}, ${service} ${newestText}`],
  ];
}

function legacyCases(
  name: string | undefined,
  newest: Microversion,
): readonly (readonly [NegotiationCase, HttpHeaders[number]])[] {
  if (name === undefined) return [];
  return [
    ['legacy-newest', [name, formatMicroversion(newest)]],
    ['legacy-above-newest', [name, formatMicroversion(next(newest))]],
  ];
}

function next({ major, minor }: Microversion): Microversion {
  return { major, minor: minor + 1 };
}

/** A microversion below the given one: of the previous major if there is no smaller minor. Undefined for 1.0, as 0.99 is malformed. */
function previous({ major, minor }: Microversion): Microversion | undefined {
  if (minor > 0) return { major, minor: minor - 1 };
  return major > 1 ? { major: major - 1, minor: 99 } : undefined;
}

/** The URL with the slash at the end of its path added, or removed if it has one. Undefined for the path `/`. */
function withOtherSlash(url: string): string | undefined {
  const [, head = '', path = '', rest = ''] = /^([a-z]+:\/\/[^/?#]*)([^?#]*)(.*)$/i.exec(url) ?? [];
  if (path === '' || path === '/') return undefined;
  return head + (path.endsWith('/') ? path.slice(0, -1) : `${path}/`) + rest;
}
