import type { LiveExchange } from '../../model/live/live';

/** The file name in findings about the answer to a request. */
export function nameOfExchange({ exchange }: Pick<LiveExchange, 'exchange'>): string {
  return exchange.kind === 'failed' ? exchange.request.url : exchange.answer.body.source.name;
}
