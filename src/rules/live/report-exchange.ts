import { curlOf, type Exchange } from '../../model/live/exchange';
import type { Report } from '../rule';

/** A report about an exchange as a whole, with its request as a curl command. */
export function reportExchange(exchange: Exchange, message: string): Report {
  const { request } = exchange;
  // If one URL was requested several times, the name of the body has more than the URL.
  const file = exchange.kind === 'failed' ? request.url : exchange.answer.body.source.name;
  return { at: { file }, message, curl: curlOf(request) };
}
