import type { Document } from '../../model/document';
import type { Exchange } from '../../model/exchange';
import { contentTypeOf } from '../../rules/live/content-type';

/** The statuses of a versions document: several versions to choose from are 300 with some services. */
export const VERSIONS_STATUSES: readonly number[] = [200, 300];

/**
 * The body of an answer, where it is one to hold to contracts and laws: the status is right, and it is JSON or says that it is.
 * Of the page of an error, or of a proxy, a finding about the status or the media type says all.
 */
export function judgedBody(exchange: Exchange, statuses: readonly number[]): Document | undefined {
  if (exchange.kind === 'failed' || !statuses.includes(exchange.answer.status)) return undefined;
  const { body, headers } = exchange.answer;
  if (body.value !== undefined) return body;
  return contentTypeOf(headers)?.isJson === true && body.source.text !== '' ? body : undefined;
}
