import { negotiate } from '../../src/engine/fetch/negotiate';
import {
  endpointKindOf,
  rangeOf,
  serviceOf,
  type NegotiationEndpoint,
} from '../../src/engine/fetch/negotiation-endpoint';
import type { Client, OutgoingRequest } from '../../src/model/live/client';
import type { Exchange, HttpHeaders } from '../../src/model/live/exchange';
import type { Negotiation } from '../../src/model/live/live';
import { liveDefault } from '../../src/rules/live/live-default';
import { liveEcho } from '../../src/rules/live/live-echo';
import { liveInRange } from '../../src/rules/live/live-in-range';
import { liveLatest } from '../../src/rules/live/live-latest';
import { liveMalformed } from '../../src/rules/live/live-malformed';
import { liveOutOfRange } from '../../src/rules/live/live-out-of-range';
import { liveRootIgnoresHeader } from '../../src/rules/live/live-root-ignores-header';
import { liveVary } from '../../src/rules/live/live-vary';
import { reportsAlone, type Report } from '../../src/rules/rule';
import { parseDocument } from '../../src/text/parse-document';

export const BASE = 'http://compute.test:8774';
export const STANDARD = 'OpenStack-API-Version';
export const LEGACY = 'X-OpenStack-Nova-API-Version';

/** The parts of a request that a made service reads: method, path, and the values of both headers. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly standard?: string;
  readonly legacy?: string;
}

export interface MadeAnswer {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly body: unknown;
}

export type Service = (asked: Asked) => MadeAnswer | 'refuses';

/** A service type and the range of microversions in its document. */
export interface Offer {
  readonly service: string;
  readonly oldest: string;
  readonly newest: string;
}

const COMPUTE: Offer = { service: 'compute', oldest: '2.1', newest: '2.93' };

/** A served answer: the document of one version, with headers that name its microversion. */
export function serve(microversion: string, { service, oldest, newest }: Offer = COMPUTE): MadeAnswer {
  return {
    status: 200,
    headers: [
      [STANDARD, `${service} ${microversion}`],
      [LEGACY, microversion],
      ['Vary', STANDARD],
      ['Vary', LEGACY],
    ],
    body: { version: { id: 'v2.1', status: 'CURRENT', version: newest, min_version: oldest, links: [] } },
  };
}

/** A rejection in the format of Compute. */
export function refuse(status: number, message: string): MadeAnswer {
  return { status, headers: [], body: { badRequest: { code: status, message } } };
}

function rank(text: string): number {
  const [major = '', minor = ''] = text.split('.');
  return Number(major) * 1000 + Number(minor);
}

/** A service that behaves like Compute, with any range. */
export function computeWith(offer: Partial<Offer>): Service {
  const whole = { ...COMPUTE, ...offer };
  return ({ standard, legacy }) => {
    const own = standard?.split(', ').findLast((value) => value.startsWith(`${whole.service} `));
    const wanted = own?.slice(whole.service.length + 1) ?? legacy;
    if (wanted === undefined) return serve(whole.oldest, whole);
    if (wanted === 'latest') return serve(whole.newest, whole);
    if (!/^[1-9]\d*\.(0|[1-9]\d*)$/.test(wanted)) return refuse(400, `${wanted} is of invalid format.`);
    return rank(wanted) < rank(whole.oldest) || rank(wanted) > rank(whole.newest)
      ? refuse(
          406,
          `Version ${wanted} is not supported. Minimum is ${whole.oldest} and maximum is ${whole.newest}.`,
        )
      : serve(wanted, whole);
  };
}

/** Compute as it is: 2.1 to 2.93. */
export const compute: Service = computeWith({});

/** Compute, except where `differently` returns an answer. */
export function but(differently: (asked: Asked) => MadeAnswer | 'refuses' | undefined): Service {
  return (asked) => differently(asked) ?? compute(asked);
}

/** Compute, with every served answer changed. */
export function served(change: (answer: MadeAnswer, asked: Asked) => MadeAnswer): Service {
  return (asked) => {
    const answer = compute(asked);
    return answer === 'refuses' || answer.status !== 200 ? answer : change(answer, asked);
  };
}

/** An answer without some headers, and with others added. */
export function withHeaders(
  answer: MadeAnswer,
  without: readonly string[],
  ...more: HttpHeaders
): MadeAnswer {
  return { ...answer, headers: [...answer.headers.filter(([name]) => !without.includes(name)), ...more] };
}

/** A client of a made service. Each request is added to `sent`. */
export function clientOf(service: Service, sent: OutgoingRequest[] = []): Client {
  const send = async (request: OutgoingRequest): Promise<Exchange> => {
    sent.push(request);
    return exchangeOf(service, request);
  };
  return { send, secrets: () => [], interrupt: () => {}, close: async () => {} };
}

function exchangeOf(service: Service, { method, url, headers, origin }: OutgoingRequest): Exchange {
  const value = (name: string) => headers.find(([key]) => key === name)?.[1];
  const standard = value(STANDARD);
  const legacy = value(LEGACY);
  const answer = service({
    method,
    path: new URL(url).pathname,
    ...(standard === undefined ? {} : { standard }),
    ...(legacy === undefined ? {} : { legacy }),
  });
  const request = { method, url, headers };
  if (answer === 'refuses') {
    return { kind: 'failed', request, failure: { kind: 'refused', reason: 'connection refused' } };
  }
  const text = method === 'HEAD' ? '' : (JSON.stringify(answer.body) ?? '');
  return {
    kind: 'answered',
    request,
    answer: {
      status: answer.status,
      headers: answer.headers,
      body: parseDocument({ name: url, kind: 'response', origin }, text, { depth: 100 }),
    },
  };
}

/** The endpoint of a made service, derived from its answer to the plain request. */
export function endpointOf(
  service: Service,
  more: Partial<NegotiationEndpoint> & { readonly configured?: string } = {},
): NegotiationEndpoint {
  const { configured, url = `${BASE}/v2.1/`, ...rest } = more;
  const plain = exchangeOf(service, { method: 'GET', url, headers: [], token: false, origin: 'made' });
  const type = serviceOf(plain, configured);
  const range = rangeOf(plain);
  return {
    kind: endpointKindOf(plain),
    url,
    origin: 'made',
    token: false,
    plain,
    ...(type === undefined ? {} : { service: type }),
    ...(range === undefined ? {} : { range }),
    ...rest,
  };
}

/** Negotiates with a made service; by default with both headers. */
export function negotiated(
  service: Service,
  more: Parameters<typeof endpointOf>[1] = { legacyHeader: LEGACY },
): Promise<Negotiation> {
  return negotiate(endpointOf(service, more), clientOf(service));
}

const RULES = [
  liveEcho,
  liveVary,
  liveDefault,
  liveLatest,
  liveInRange,
  liveOutOfRange,
  liveMalformed,
  liveRootIgnoresHeader,
];

/** The reports of all rules about negotiation, each with its severity. */
export function reportsOn(negotiation: Negotiation): readonly (Report & { readonly ruleId: string })[] {
  return RULES.flatMap((rule) =>
    [...reportsAlone(rule, negotiation)].map((report) => ({
      severity: rule.severity,
      ...report,
      ruleId: rule.id,
    })),
  );
}

/** The same in short, as `rule severity: message`. */
export function reportLines(negotiation: Negotiation): readonly string[] {
  return reportsOn(negotiation).map(
    ({ ruleId, severity = 'off', message }) => `${ruleId} ${severity}: ${message}`,
  );
}
