import type { buildConnector } from 'undici';

/** The sockets that are still connecting. No request owns them yet, so nothing else could close them. */
export interface Sockets {
  readonly track: (connect: buildConnector.connector) => buildConnector.connector;
  readonly destroy: () => void;
}

interface Destroyable {
  readonly destroy: () => unknown;
}

/** Creates a tracker for sockets that are still connecting. */
export function createSockets(): Sockets {
  const connecting = new Set<Destroyable>();
  return {
    track: (connect) => (options, callback) => {
      // The connector returns its socket, although its type does not say so.
      const socket: unknown = connect(options, (...outcome) => {
        if (isDestroyable(socket)) connecting.delete(socket);
        // A TLS 1.3 server rejects a certificate after the handshake. undici would only report the close that follows, not
        // that error.
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
