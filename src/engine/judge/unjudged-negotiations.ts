import type { NotChecked } from '../../model/check-result';
import { asksForMicroversion } from '../../model/api-version-header';
import type { Exchange } from '../../model/exchange';
import { groupBy } from '../../model/group-by';
import type { Negotiation } from '../../model/live';
import { UNRELATED } from '../../rules/live/asked';
import { andList } from '../../wording/list-words';

/** An endpoint that refused negotiation requests, and with which statuses. */
interface Refusal {
  readonly url: string;
  /** `401`, or `401 and 429 to some requests`. */
  readonly why: string;
}

/**
 * The endpoints that refused negotiation requests for a reason unrelated to microversions, one kind per status. A finding would be wrong,
 * because services may ask for credentials first; but without a note, the negotiation would seem to be checked.
 */
export function refusedNegotiations(negotiations: readonly Negotiation[]): readonly NotChecked[] {
  const refusals = negotiations.flatMap(refusalsOf);
  const isNothing = !negotiations.some(({ asked }) => asking(asked).some(isJudged));
  return [...groupBy(refusals, ({ why }) => why)].map(([why, alike]) => ({
    what: `endpoints (${why})`,
    one: `endpoint (${why})`,
    items: [...new Set(alike.map(({ url }) => url))],
    ...(isNothing ? { nothingOf: 'the negotiation' } : {}),
  }));
}

function refusalsOf({ url, asked }: Negotiation): readonly Refusal[] {
  const statuses = new Set(
    asked.flatMap(({ exchange }) =>
      exchange.kind === 'answered' && UNRELATED.has(exchange.answer.status) ? [exchange.answer.status] : [],
    ),
  );
  if (statuses.size === 0) return [];
  const words = andList([...statuses].toSorted((a, b) => a - b).map(String));
  return [{ url, why: asking(asked).some(isJudged) ? `${words} to some requests` : words }];
}

/** The answers to requests for a microversion. Without one, a service may answer although it refuses all of these. */
function asking(asked: Negotiation['asked']): readonly Exchange[] {
  return asked
    .map(({ exchange }) => exchange)
    .filter(({ request: { headers } }) => asksForMicroversion(headers));
}

function isJudged(exchange: Exchange): boolean {
  return exchange.kind === 'answered' && !UNRELATED.has(exchange.answer.status);
}
