import type { Exchange, ExchangeFailure, HttpRequest } from '../model/exchange';
import type { Attempt } from './wire/attempt';
import type { ClientSettings } from '../model/client';
import { decodeBody } from './wire/decode-body';
import { readAnswer } from './wire/read-answer';
import type { Redact } from './secrets/redact';

/** What makes an exchange of what came over the wire. */
export interface ConcludeSettings extends Pick<ClientSettings, 'bodySize' | 'depth'> {
  /** The target's name. */
  readonly origin: string;
  /** What findings call the body. */
  readonly name: string;
  readonly redact: Redact;
}

/** The exchange as everything above the client knows it: decoded, parsed, and without secrets. */
export async function conclude(
  outcome: Attempt,
  request: HttpRequest,
  { origin, name, redact, bodySize, depth }: ConcludeSettings,
): Promise<Exchange> {
  // Reasons may quote the server.
  const fail = ({ kind, reason }: ExchangeFailure): Exchange => ({
    kind: 'failed',
    request,
    failure: { kind, reason: redact(reason) },
  });
  if (outcome.kind === 'failed') return fail(outcome.failure);
  const { status, headers } = outcome;
  const decoded = await decodeBody(outcome.body, headers, bodySize);
  if (decoded.kind === 'failed') return fail(decoded.failure);
  const identity = { name, kind: 'response', origin } as const;
  // HTTP sends no content after HEAD, 204 and 304 (RFC 9110 §6.4.1), so that there is nothing to find wrong in it.
  const hasContent = request.method !== 'HEAD' && status !== 204 && status !== 304;
  const answer = readAnswer({ status, headers, bytes: decoded.bytes }, identity, {
    depth,
    redact,
    hasContent,
  });
  return { kind: 'answered', request, answer };
}
