import { API_VERSION_HEADER } from '../../model/api-version-header';
import { curlOf, headerValues, type Exchange } from '../../model/exchange';
import type { Negotiation, NegotiationCase } from '../../model/live';
import type { Report } from '../rule';

/** A request that was answered. */
export type Answered = Extract<Exchange, { readonly kind: 'answered' }>;

/** Statuses that say nothing of microversions: whoever asks must log in, or wait. */
const UNRELATED: ReadonlySet<number> = new Set([401, 403, 407, 429]);

/** The answer to one way of asking; undefined where it was not asked, or there is no answer that tells anything. */
export function answerTo({ asked }: Negotiation, asks: NegotiationCase): Answered | undefined {
  const exchange = asked.find((one) => one.asks === asks)?.exchange;
  return exchange?.kind === 'answered' && !UNRELATED.has(exchange.answer.status) ? exchange : undefined;
}

/** The answers to several ways of asking, in their order. */
export function answersTo(negotiation: Negotiation, cases: readonly NegotiationCase[]): readonly Answered[] {
  return cases.flatMap((asks) => answerTo(negotiation, asks) ?? []);
}

/** Whether the answer is a document: 2xx, or the list that comes with 300. */
export function isServed({ answer: { status } }: Answered): boolean {
  return (status >= 200 && status < 300) || status === 300;
}

/** The ways of asking that are right, so that a document comes back. */
const RIGHT_CASES: readonly NegotiationCase[] = [
  'no-header',
  'oldest',
  'newest',
  'latest',
  'other-service',
  'two-values',
  'legacy-newest',
];

/** The documents that came back from the right ways of asking. Of what is refused nothing is claimed: services differ in what headers come with it. */
export function servedAnswers(negotiation: Negotiation): readonly Answered[] {
  return answersTo(negotiation, RIGHT_CASES).filter(isServed);
}

/** What was sent, as messages say it: the value of the header, or the legacy header as a line. */
export function sentText({ legacyHeader }: Negotiation, { request }: Answered): string {
  const values = headerValues(request.headers, API_VERSION_HEADER);
  if (values.length > 0) return `\`${values.join(', ')}\``;
  const legacy = legacyHeader === undefined ? [] : headerValues(request.headers, legacyHeader);
  return legacy.length > 0
    ? `\`${legacyHeader ?? ''}: ${legacy.join(', ')}\``
    : 'a request without the header';
}

/** A report on the endpoint, shown by one of its answers. */
export function reportOf(
  { url }: Negotiation,
  { request }: Answered,
  rest: Pick<Report, 'message' | 'severity' | 'clients'>,
): Report {
  return { at: { file: url }, ...rest, curl: curlOf(request) };
}
