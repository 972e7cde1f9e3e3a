import type { CompareMode } from '../contracts/compare-mode';
import type { Claim } from '../contracts/contract';
import type { Document } from '../documents/document';
import type { Exchange } from './exchange';
import type { JsonPointer } from '../json/json-pointer';
import type { Microversion } from '../versions/microversion';
import type { Target } from './target';

/** A request that was sent, and what its answer must be like. */
export interface LiveExchange {
  /** `GET /v2.1/`. */
  readonly name: string;
  readonly exchange: Exchange;
  /** The expected status codes. */
  readonly statuses: readonly number[];
  /** The contracts that the body must satisfy; empty where no manifest names the request. */
  readonly claims: readonly Claim[];
  /** Whether a manifest says that the endpoint negotiates microversions. */
  readonly negotiates: boolean;
  /** Whether credentials were sent with the request. */
  readonly token: boolean;
  /** The URL whose versions document is checked instead, because there is none at this one. */
  readonly instead?: string;
  /** The answers at other URLs at which the versions document was looked for, in vain. */
  readonly tried?: readonly Exchange[];
  /** Whether another request to the service had the expected status, so that its base URL is right. Default: false. */
  readonly othersServed?: boolean;
}

/** A sample and the response that must agree with it. */
export interface Comparison {
  readonly sample: Document;
  readonly response: Document;
  /** The request, such as `GET /v2.1/`, if several are compared with the same sample: their findings have one place. */
  readonly request?: string;
  readonly mode: CompareMode;
  /** The places in each document that are not compared. */
  readonly ignored: {
    readonly sample: ReadonlySet<JsonPointer>;
    readonly response: ReadonlySet<JsonPointer>;
  };
  /** Links below these URLs, which end in `/`, lead to the service itself: any of these in samples, the base URL in responses. */
  readonly homes: { readonly sample: readonly string[]; readonly response: string };
}

/** The ways in which a microversion is requested from a negotiating endpoint, one request each. */
export type NegotiationCase =
  | 'no-header'
  | 'oldest'
  | 'newest'
  | 'latest'
  | 'above-newest'
  | 'below-oldest'
  | 'malformed-word'
  | 'malformed-no-minor'
  | 'malformed-three-parts'
  | 'malformed-leading-zero'
  | 'malformed-trailing-word'
  | 'no-version'
  | 'other-service'
  | 'two-values'
  | 'legacy-newest'
  | 'legacy-above-newest'
  | 'head'
  | 'other-slash';

/** An endpoint and its answers to each way of requesting a microversion. */
export interface Negotiation {
  /** A versioned endpoint negotiates; the root gives the same answer to every request. */
  readonly kind: 'versioned' | 'root';
  readonly url: string;
  /** The service type, as in the header; undefined where it is unknown, and then only cases without a service type were requested. */
  readonly service?: string;
  /** The older header that the service accepts too: `X-OpenStack-Nova-API-Version`. */
  readonly legacyHeader?: string;
  /** The microversions that the service states for the endpoint; undefined: none. */
  readonly range?: { readonly oldest: Microversion; readonly newest: Microversion };
  /** Where it states them: in the endpoint's document or headers, in the list of versions, or for the version above it. Default: document. */
  readonly rangeSource?: 'document' | 'headers' | 'list' | 'version';
  /** The URL of the document that states them, if it is not the endpoint's own. */
  readonly statedAt?: string;
  readonly asked: readonly NegotiationExchange[];
}

interface NegotiationExchange {
  readonly asks: NegotiationCase;
  readonly exchange: Exchange;
}

/** The answers to the requests that were sent for one purpose to one URL. Those without an answer for the same reason are one fault. */
export interface RequestGroup {
  /** The URL, without credentials. */
  readonly url: string;
  readonly purpose: 'request' | 'negotiation';
  readonly exchanges: readonly Exchange[];
}

/** One request on its own. */
export function singleRequest(exchange: Exchange): RequestGroup {
  return { url: exchange.request.url, purpose: 'request', exchanges: [exchange] };
}

/** A self link, and the answer to following it without a token. */
export interface FollowedLink {
  /** The document that contains the link. */
  readonly document: Document;
  /** The place of the link's `href` in the document. */
  readonly pointer: JsonPointer;
  /** The id of the version that the link belongs to, as written: `v2.1`. */
  readonly id: string;
  /** Whether the laws of Compute's own documents apply. */
  readonly compute: boolean;
  /** Whether the request was sent for this link. If not, its answer is judged with the request or link that it was sent for. */
  readonly sent: boolean;
  readonly exchange: Exchange;
}

/** Everything that was fetched from one target, for the rules to check. */
export interface Fetched {
  readonly target: Target;
  /** The newest microversion that its owner expects. */
  readonly newest?: Microversion;
  readonly exchanges: readonly LiveExchange[];
  readonly negotiations: readonly Negotiation[];
  readonly links: readonly FollowedLink[];
  /** Self links that were not followed, because they lead to another host or there are too many. */
  readonly unfollowed: readonly string[];
  /** The answers to requests that were only sent to find out which microversions an endpoint has. No rule judges them. */
  readonly lookedUp: readonly Exchange[];
  /** The secrets in the requests and answers, which no report may show. */
  readonly secrets: readonly string[];
}

/** Every exchange with a target. One that serves several purposes, such as a request and a link, occurs several times. */
export function exchangesOf({ exchanges, links, negotiations, lookedUp }: Fetched): readonly Exchange[] {
  return [
    ...exchanges.flatMap(({ exchange, tried = [] }) => [exchange, ...tried]),
    ...links.map(({ exchange }) => exchange),
    ...lookedUp,
    ...negotiations.flatMap(({ asked }) => asked.map(({ exchange }) => exchange)),
  ];
}
