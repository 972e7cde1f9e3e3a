import type { Exchange, HttpHeaders } from './exchange';
import type { HeaderSetting } from './target';

/** How to reach a target, and what bounds a request. */
export interface ClientSettings {
  /** Headers to send with every request; credentials only with those that ask for them. */
  readonly headers: readonly HeaderSetting[];
  /** PEM texts. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** Accept any certificate. */
  readonly insecure: boolean;
  /** Milliseconds to connect, for the headers and for the whole body, each. */
  readonly timeout: number;
  /** How often a request is repeated after a connection error, 502, 503 or 504. */
  readonly retries: number;
  /** How many requests are under way at once. */
  readonly concurrency: number;
  /** Follow redirects within the same scheme, host and port. */
  readonly follow: boolean;
  /** The largest body that is read, decoded, in bytes. */
  readonly bodySize: number;
  /** How deep JSON may nest. */
  readonly depth: number;
  /** Where proxies are told: HTTP_PROXY, HTTPS_PROXY, NO_PROXY, in either case. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A request to send. */
export interface OutgoingRequest {
  readonly method: string;
  /** Absolute; may hold user information, which is sent as Basic authorization and never shown. */
  readonly url: string;
  /** In place of those of the settings that have the same name. */
  readonly headers: HttpHeaders;
  /** Those of the target, where a client serves several; they come before those of the client's settings. */
  readonly settings?: readonly HeaderSetting[];
  /** Whether the headers that are credentials go with it. */
  readonly token: boolean;
  /** The origin of the document that comes back: the target's name. */
  readonly origin: string;
  /** What findings call the document that comes back. Default: the URL, as it may be shown. */
  readonly name?: string;
}

/** Something that sends requests; never rejects for what a network or a server does. */
export interface Client {
  readonly send: (request: OutgoingRequest) => Promise<Exchange>;
  /** Ends what is under way as `interrupted`; sends nothing more. */
  readonly interrupt: () => void;
  readonly close: () => Promise<void>;
}
