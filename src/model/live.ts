import type { CompareMode } from './compare-mode';
import type { Claim } from './contract';
import type { Document } from './document';
import type { Exchange } from './exchange';
import type { JsonPointer } from './json-pointer';
import type { Microversion } from './microversion';
import type { Target } from './target';

/** A request that was made and what is expected of its answer. */
export interface LiveExchange {
  /** `GET /v2.1/`. */
  readonly name: string;
  readonly exchange: Exchange;
  /** The statuses that are right. */
  readonly statuses: readonly number[];
  /** The contracts that the body must satisfy; none where no manifest names the request. */
  readonly claims: readonly Claim[];
  /** Whether a manifest says that the endpoint negotiates microversions. */
  readonly negotiates: boolean;
  /** Whether credentials went with the request. */
  readonly token: boolean;
}

/** A sample and the response that must say the same. */
export interface Comparison {
  readonly sample: Document;
  readonly response: Document;
  readonly mode: CompareMode;
  /** What is not compared, as places of either document. */
  readonly ignored: {
    readonly sample: ReadonlySet<JsonPointer>;
    readonly response: ReadonlySet<JsonPointer>;
  };
  /** The URLs, ending in `/`, below which links are the service's own: in samples any of these, in responses the base URL. */
  readonly homes: { readonly sample: readonly string[]; readonly response: string };
}

/** What a negotiating endpoint is asked; each is a request of its own. */
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

/** An endpoint together with what it answered to each way of asking for a microversion. */
export interface Negotiation {
  /** A versioned endpoint negotiates; the root answers the same to all. */
  readonly kind: 'versioned' | 'root';
  readonly url: string;
  /** The service type, as in the header; undefined where nothing tells it, and then only cases that need none were asked. */
  readonly service?: string;
  /** The older header that the service understands too: `X-OpenStack-Nova-API-Version`. */
  readonly legacyHeader?: string;
  /** What the endpoint's document says that there is; undefined: no microversions. */
  readonly range?: { readonly oldest: Microversion; readonly newest: Microversion };
  readonly asked: readonly NegotiationExchange[];
}

interface NegotiationExchange {
  readonly asks: NegotiationCase;
  readonly exchange: Exchange;
}

/** A self link together with what came of following it without a token. */
export interface FollowedLink {
  /** The document that the link stands in, and the link's `href` there. */
  readonly document: Document;
  readonly pointer: JsonPointer;
  /** The id of the version that the link is of, as spelt: `v2.1`. */
  readonly id: string;
  /** Whether the laws of Compute's own documents apply. */
  readonly compute: boolean;
  readonly exchange: Exchange;
}

/** All that was fetched from one target, to be judged. */
export interface Fetched {
  readonly target: Target;
  /** The newest microversion that its owner expects. */
  readonly newest?: Microversion;
  readonly exchanges: readonly LiveExchange[];
  readonly negotiations: readonly Negotiation[];
  readonly links: readonly FollowedLink[];
  /** Self links that were not followed: they lead to another host, or are too many. */
  readonly unfollowed: readonly string[];
}
