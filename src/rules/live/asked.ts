import { API_VERSION_HEADER } from '../../model/live/api-version-header';
import { curlOf, headerValues, type Exchange } from '../../model/live/exchange';
import type { Negotiation, NegotiationCase } from '../../model/live/live';
import type { Report } from '../rule';

/** A request that was answered. */
export type Answered = Extract<Exchange, { readonly kind: 'answered' }>;

/** Statuses that are unrelated to microversions: the client must log in, or wait. */
export const UNRELATED: ReadonlySet<number> = new Set([401, 403, 407, 429]);

/** The answer to one case. Undefined if it was not requested, or if its answer is unrelated to microversions. */
export function answerTo({ asked }: Negotiation, asks: NegotiationCase): Answered | undefined {
  const exchange = asked.find((one) => one.asks === asks)?.exchange;
  return exchange?.kind === 'answered' && !UNRELATED.has(exchange.answer.status) ? exchange : undefined;
}

/** The answers to several cases, in their order. */
export function answersTo(negotiation: Negotiation, cases: readonly NegotiationCase[]): readonly Answered[] {
  return cases.flatMap((asks) => answerTo(negotiation, asks) ?? []);
}

/** Whether the answer is a document: status 2xx, or 300 with its list of versions. */
export function isServed({ answer: { status } }: Answered): boolean {
  return (status >= 200 && status < 300) || status === 300;
}

/** Whether a request was answered with a document. */
export function hasDocument(exchange: Exchange): boolean {
  return exchange.kind === 'answered' && isServed(exchange);
}

/** The cases with a valid request, which should be answered with a document. */
const VALID_CASES: readonly NegotiationCase[] = [
  'no-header',
  'oldest',
  'newest',
  'latest',
  'other-service',
  'two-values',
  'legacy-newest',
];

/** The answers with a document, to valid requests. Errors are not checked: services differ in the headers that they send with them. */
export function servedAnswers(negotiation: Negotiation): readonly Answered[] {
  return answersTo(negotiation, VALID_CASES).filter(isServed);
}

/** What was sent, as the object of a sentence: the value of the header, or the legacy header as a line. */
export function sentText({ legacyHeader }: Negotiation, { request }: Answered): string {
  const values = headerValues(request.headers, API_VERSION_HEADER);
  if (values.length > 0) return `\`${values.join(', ')}\``;
  const legacy = legacyHeader === undefined ? [] : headerValues(request.headers, legacyHeader);
  return legacy.length > 0
    ? `\`${legacyHeader ?? ''}: ${legacy.join(', ')}\``
    : 'a request without a microversion header';
}

/** A report about the endpoint, with the request of the given answer. */
export function reportOf(
  { url }: Negotiation,
  { request }: Answered,
  rest: Pick<Report, 'message' | 'severity' | 'clients'>,
): Report {
  return { at: { file: url }, ...rest, curl: curlOf(request) };
}
