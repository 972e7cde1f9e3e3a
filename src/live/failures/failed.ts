import type { ExchangeFailure, ExchangeFailureKind } from '../../model/exchange';

/** The code of the error where a proxy answers CONNECT with anything but 200; its message is the status. */
export const TUNNEL_REFUSED = 'TUNNEL_REFUSED';

/** How far a request had come. */
export type Phase = 'connect' | 'headers' | 'body';

/** What is known of a request that failed. */
export interface Circumstances {
  readonly url: URL;
  readonly phase: Phase;
  /** Bytes of the body that came, as sent. */
  readonly received: number;
  /** What `Content-Length` said. */
  readonly announced: string | undefined;
  /** The proxy that was asked, as users may see it. */
  readonly proxy: string | undefined;
}

/** A failure, and whether the same request may succeed a moment later. */
export interface Failed extends ExchangeFailure {
  readonly passing: boolean;
}

/** A failure that may be gone a moment later. */
export function passing(kind: ExchangeFailureKind, reason: string): Failed {
  return { kind, reason, passing: true };
}

/** A failure that will be the same a moment later. */
export function lasting(kind: ExchangeFailureKind, reason: string): Failed {
  return { kind, reason, passing: false };
}

/** A sentence about a service, said of the proxy that stands before it. */
export function throughProxy(reason: string, proxy: string | undefined): string {
  return proxy === undefined ? reason : `is asked through the proxy \`${proxy}\`, which ${reason}`;
}

/** The question to ask of a port that answers strangely. */
export function rightPort({ protocol }: URL): string {
  return protocol === 'http:'
    ? 'is the port right, and is it not `https://`?'
    : 'is the port right, and is it not `http://`?';
}

/** `1 byte`, `2 bytes`. */
export function bytesText(bytes: number): string {
  return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
}
