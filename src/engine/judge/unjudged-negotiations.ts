import type { NotChecked } from '../../model/findings/check-result';
import { asksForMicroversion } from '../../model/live/api-version-header';
import type { Exchange } from '../../model/live/exchange';
import { groupBy } from '../../model/group-by';
import type { Negotiation } from '../../model/live/live';
import { readVersions } from '../../model/versions/versions-document';
import { objectEntries, offeredBy } from '../../model/versions/versions-entry';
import { isServed, UNRELATED, type Answered } from '../../rules/live/asked';
import { andList } from '../../wording/list-words';

/** An endpoint whose negotiation was not checked, and why. */
interface Unchecked {
  readonly url: string;
  /** `(401)`, `(401 and 429 to some requests)`, `that offered no microversions`. */
  readonly why: string;
}

/**
 * The endpoints whose negotiation was not checked, one kind per reason. A finding would be wrong, because services may ask for credentials
 * first; but without a note, the negotiation would seem to be checked.
 */
export function unjudgedNegotiations(negotiations: readonly Negotiation[]): readonly NotChecked[] {
  const unchecked = negotiations.flatMap((negotiation): readonly Unchecked[] => {
    const why = whyUnchecked(negotiation);
    return why === undefined ? [] : [{ url: negotiation.url, why }];
  });
  const isNothing = !negotiations.some(isNegotiationJudged);
  return [...groupBy(unchecked, ({ why }) => why)].map(([why, alike]) => ({
    what: `endpoints ${why}`,
    one: `endpoint ${why}`,
    items: [...new Set(alike.map(({ url }) => url))],
    ...(isNothing ? { nothingOf: 'the negotiation' } : {}),
  }));
}

/** Whether any answer to a request for a microversion can be judged. */
export function isNegotiationJudged({ asked }: Negotiation): boolean {
  return asking(asked).some(isJudged);
}

function whyUnchecked({ kind, asked }: Negotiation): string | undefined {
  const [plain] = asked;
  // Without a document in the plain answer, no further request is sent.
  if (plain?.exchange.kind === 'failed') return '(no answer)';
  const refused = asked.flatMap(({ exchange }) =>
    exchange.kind === 'answered' && (UNRELATED.has(exchange.answer.status) || isUnserved(plain, exchange))
      ? [exchange.answer.status]
      : [],
  );
  if (refused.length > 0) {
    const statuses = [...new Set(refused)].toSorted((a, b) => a - b).map(String);
    return `(${andList(statuses)}${asking(asked).some(isJudged) ? ' to some requests' : ''})`;
  }
  if (kind !== 'versioned' || asked.length > 1) return undefined;
  return plain !== undefined && listsMicroversions(plain.exchange)
    ? 'that listed microversions, but whose self links led to no version'
    : 'that offered no microversions';
}

function listsMicroversions(exchange: Exchange): boolean {
  if (exchange.kind === 'failed') return false;
  return objectEntries(readVersions(exchange.answer.body.value)).some(
    (entry) => offeredBy(entry) !== undefined,
  );
}

function isUnserved(plain: Negotiation['asked'][number] | undefined, exchange: Answered): boolean {
  return exchange === plain?.exchange && !isServed(exchange);
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
