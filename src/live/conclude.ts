import { hasNoBody, type Exchange, type ExchangeFailure, type HttpRequest } from '../model/live/exchange';
import type { Attempt } from './wire/attempt';
import type { ClientSettings } from '../model/live/client';
import { decodeBody } from './wire/decode-body';
import { readAnswer } from './wire/read-answer';

/** What is needed to turn a raw response into an exchange. */
export interface ConcludeSettings extends Pick<ClientSettings, 'bodySize' | 'depth'> {
  /** The target's name. */
  readonly origin: string;
  /** The name of the body in findings. */
  readonly name: string;
}

/** The exchange as rules judge it: decoded and parsed. It may repeat secrets, which are blanked when the result of the check is ready. */
export async function conclude(
  outcome: Attempt,
  request: HttpRequest,
  { origin, name, bodySize, depth }: ConcludeSettings,
): Promise<Exchange> {
  const fail = ({ kind, reason }: ExchangeFailure): Exchange => ({
    kind: 'failed',
    request,
    failure: { kind, reason },
  });
  if (outcome.kind === 'failed') return fail(outcome.failure);
  const { status, headers } = outcome;
  const decoded = await decodeBody(outcome.body, headers, bodySize);
  if (decoded.kind === 'failed') return fail(decoded.failure);
  const identity = { name, kind: 'response', origin } as const;
  const hasContent = !hasNoBody(request.method, status);
  const answer = readAnswer({ status, headers, bytes: decoded.bytes }, identity, {
    depth,
    hasContent,
  });
  return { kind: 'answered', request, answer };
}
