import { curlOf, type Exchange } from '../../model/exchange';
import type { Report } from '../rule';

/** A report about an exchange as a whole, with the request that shows it. */
export function reportExchange(exchange: Exchange, message: string): Report {
  const { request } = exchange;
  // The body may be called by more than the URL, where one URL was asked for several times.
  const file = exchange.kind === 'failed' ? request.url : exchange.answer.body.source.name;
  return { at: { file }, message, curl: curlOf(request) };
}
