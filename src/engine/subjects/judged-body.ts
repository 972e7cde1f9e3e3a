import type { Document } from '../../model/documents/document';
import type { Exchange } from '../../model/live/exchange';
import { isMisserved } from '../../model/live/microversion-echo';
import { contentTypeOf } from '../../rules/live/content-type';

/** The statuses of a versions document: some services answer 300 with a list of versions to choose from. */
export const VERSIONS_STATUSES: readonly number[] = [200, 300];

/**
 * The body of an answer, if contracts and laws apply to it: the status is expected, the answer does not state another microversion than the
 * one that was requested, and the body is JSON or its media type says so.
 * For the error page of a service or a proxy, the finding about the status or the media type is enough.
 */
export function judgedBody(exchange: Exchange, statuses: readonly number[]): Document | undefined {
  if (exchange.kind === 'failed' || !statuses.includes(exchange.answer.status)) return undefined;
  if (isMisserved(exchange)) return undefined;
  const { body, headers } = exchange.answer;
  if (body.value !== undefined) return body;
  return contentTypeOf(headers)?.isJson === true && body.source.text !== '' ? body : undefined;
}
