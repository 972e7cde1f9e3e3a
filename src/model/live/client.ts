import type { Exchange, HttpHeaders } from './exchange';
import type { HeaderSetting } from './target';

/** How to reach a target, and the limits of a request. */
export interface ClientSettings {
  /** Headers to send with every request; credentials are sent only with requests that ask for them. */
  readonly headers: readonly HeaderSetting[];
  /** PEM texts. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** Accept any certificate. */
  readonly insecure: boolean;
  /** In milliseconds; it applies separately to connecting, to the headers and to the whole body. */
  readonly timeout: number;
  /** How often a request is repeated after a connection error, 502, 503 or 504. */
  readonly retries: number;
  /** How many requests are sent in parallel. */
  readonly concurrency: number;
  /** Follow redirects within the same scheme, host and port. */
  readonly follow: boolean;
  /** The largest body that is read, in bytes after decoding. */
  readonly bodySize: number;
  /** How deep JSON may nest. */
  readonly depth: number;
  /**
   * The environment, for proxies (HTTP_PROXY, HTTPS_PROXY and NO_PROXY, in upper or lower case) and for variables in the paths of requests.
   * Default: no proxies; variables from `process.env`.
   */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The place that the client has among others, which it leaves while all of its requests wait to be retried. */
  readonly place?: PoolPlace;
}

/** One of a limited number of places, such as those of the targets that are checked at once. */
export interface PoolPlace {
  /** Takes the place, once one is free. */
  readonly enter: () => Promise<void>;
  readonly leave: () => void;
  /**
   * Calls back once the process has time for more requests at once, unless the returned function takes that back. Default: it always has, and requests
   * of the client never wait for each other.
   */
  readonly onSpare?: (callback: () => void) => () => void;
}

/** A request to send. */
export interface OutgoingRequest {
  readonly method: string;
  /** Absolute; may contain credentials, which are sent as Basic authorization and never shown. */
  readonly url: string;
  /** They replace headers of the settings that have the same name. */
  readonly headers: HttpHeaders;
  /** The headers of the target, where a client serves several; they come before those of the client's settings. */
  readonly settings?: readonly HeaderSetting[];
  /** Whether headers that are credentials are sent. */
  readonly token: boolean;
  /** The origin of the response's document: the name of the target. */
  readonly origin: string;
  /** The name of the response's document in findings. Default: the URL without user information. */
  readonly name?: string;
}

/** Sends requests; never rejects because of a network or a server. */
export interface Client {
  readonly send: (request: OutgoingRequest) => Promise<Exchange>;
  /** The secrets in all requests and answers so far. No report may show them. */
  readonly secrets: () => readonly string[];
  /** Ends the running requests as `interrupted`, and sends nothing more. */
  readonly interrupt: () => void;
  readonly close: () => Promise<void>;
}
