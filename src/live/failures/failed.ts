import type { ExchangeFailure, ExchangeFailureKind } from '../../model/live/exchange';

/** The error code for a proxy that responds to CONNECT with another status than 200. The error's message is the status. */
export const TUNNEL_REFUSED = 'TUNNEL_REFUSED';

/** How far a request got: connecting, waiting for the headers, or reading the body. */
export type Phase = 'connect' | 'headers' | 'body';

/** What is known about a request that failed. */
export interface Circumstances {
  readonly url: URL;
  readonly phase: Phase;
  /** The status code of the response; 0 before there is one. */
  readonly status: number;
  /** Bytes of the body that were received, before decoding. */
  readonly received: number;
  /** The value of `Content-Length`. */
  readonly announced: string | undefined;
  /** The URL of the proxy that was used, without credentials. */
  readonly proxy: string | undefined;
  /** The status codes below 200 that came before the response. */
  readonly interim: readonly number[];
  /** Whether a client certificate is sent to a service that asks for one. */
  readonly certificate: boolean;
}

/** A failure, and whether a retry of the same request may succeed. */
export interface Failed extends ExchangeFailure {
  readonly temporary: boolean;
}

/** A temporary failure: a retry may succeed. */
export function temporary(kind: ExchangeFailureKind, reason: string): Failed {
  return { kind, reason, temporary: true };
}

/** A permanent failure: a retry would fail in the same way. */
export function permanent(kind: ExchangeFailureKind, reason: string): Failed {
  return { kind, reason, temporary: false };
}

/** Turns a reason about a service into one about the proxy in front of it. */
export function throughProxy(reason: string, proxy: string | undefined): string {
  return proxy === undefined ? reason : `is reached through the proxy \`${proxy}\`, which ${reason}`;
}

/** The question to ask when a port responds in an unexpected way. */
export function portQuestion({ protocol }: URL): string {
  return protocol === 'http:'
    ? 'is the port right, or should the URL start with `https://`?'
    : 'is the port right, or should the URL start with `http://`?';
}

/** The question to ask when a service closes the connection: over TLS, that is how some reject a client certificate. */
export function closedQuestion({ url, certificate }: Pick<Circumstances, 'url' | 'certificate'>): string {
  return certificate && url.protocol === 'https:'
    ? 'is the port right, and does the service accept this client certificate (`--cert`)?'
    : portQuestion(url);
}

/** `1 byte`, `2 bytes`. */
export function bytesText(bytes: number): string {
  return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
}
