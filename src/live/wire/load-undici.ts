import type { buildConnector, Dispatcher, Pool } from 'undici';

/** The parts of `undici` that are used. */
export interface Undici {
  readonly Pool: typeof Pool;
  readonly connector: typeof buildConnector;
  readonly connect: Connect;
}

/** Asks the proxy behind a pool for a tunnel. */
export type Connect = (
  this: Pool,
  options: Dispatcher.ConnectOptions,
  callback: (error: Error | null, answer: Dispatcher.ConnectData) => void,
) => void;

/** Loads `undici` when the first request is sent: most runs send none. */
export function loadUndici(): Undici {
  // The package's main file loads fetch, WebSocket and caches too, which takes three times as long.
  return {
    Pool: require('undici/lib/dispatcher/pool'),
    connector: require('undici/lib/core/connect'),
    connect: require('undici/lib/api/api-connect'),
  };
}
