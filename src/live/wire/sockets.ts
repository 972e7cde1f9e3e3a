import type { buildConnector } from 'undici';

/** The sockets that are being connected: no request has them yet, so that nothing else could end them. */
export interface Sockets {
  readonly track: (connect: buildConnector.connector) => buildConnector.connector;
  readonly destroy: () => void;
}

interface Destroyable {
  readonly destroy: () => unknown;
}

/** Keeps an eye on connections until they are made. */
export function createSockets(): Sockets {
  const connecting = new Set<Destroyable>();
  return {
    track: (connect) => (options, callback) => {
      // The connector returns its socket, although its type does not tell.
      const socket: unknown = connect(options, (...outcome) => {
        if (isDestroyable(socket)) connecting.delete(socket);
        // TLS 1.3 refuses a certificate after the handshake, and what undici then reports is the end that follows.
        outcome[1]?.once('error', (error) => outcome[1]?.destroy(error));
        callback(...outcome);
      });
      if (isDestroyable(socket)) connecting.add(socket);
    },
    destroy: () => {
      for (const socket of connecting) socket.destroy();
      connecting.clear();
    },
  };
}

function isDestroyable(value: unknown): value is Destroyable {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'destroy') === 'function';
}
