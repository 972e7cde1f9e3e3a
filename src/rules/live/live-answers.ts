import { curlOf, type Exchange } from '../../model/live/exchange';
import { groupBy } from '../../model/group-by';
import type { RequestGroup } from '../../model/live/live';
import type { Rule } from '../rule';

/** Without a complete response there is nothing else to check, so all other live rules skip such a request. */
export const liveAnswers: Rule<'request-group'> = {
  id: 'live-answers',
  subject: 'request-group',
  severity: 'error',
  summary: 'Each request gets a complete HTTP response before the time-out.',
  check: function* (group) {
    const failed = group.exchanges.flatMap((exchange) => (exchange.kind === 'failed' ? [exchange] : []));
    for (const alike of groupBy(failed, ({ failure }) => failure.kind).values()) {
      const [first] = alike;
      if (first === undefined) continue;
      yield {
        at: { file: group.url },
        message: messageOf(group, first, alike.length),
        curl: curlOf(first.request),
      };
    }
  },
};

function messageOf(
  { purpose, exchanges }: RequestGroup,
  { failure: { reason } }: Extract<Exchange, { readonly kind: 'failed' }>,
  count: number,
): string {
  return purpose === 'request'
    ? reason
    : `in ${count} of ${exchanges.length} negotiation requests, the service ${reason}`;
}
