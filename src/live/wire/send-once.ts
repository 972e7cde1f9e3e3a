import { attempt, type Attempt, type Bounds, type WireRequest } from './attempt';
import type { Transport } from './transport';

/** Sends a request, and sends it again if it went over a reused connection that the server had closed in the meantime. */
export async function sendOnce(transport: Transport, request: WireRequest, bounds: Bounds): Promise<Attempt> {
  const route = transport.route(request.url);
  try {
    for (;;) {
      const before = route.connections();
      const outcome = await attempt(request, route, bounds);
      // Each turn uses up one of the open connections, so this ends (RFC 9112 §9.3.1).
      if (!isReset(outcome) || route.connections() > before) return outcome;
    }
  } finally {
    route.release();
  }
}

function isReset(outcome: Attempt): boolean {
  return outcome.kind === 'failed' && outcome.phase === 'headers' && outcome.failure.kind === 'reset';
}
