import type { Rule } from '../rule';
import { reportExchange } from './report-exchange';

/** Without a complete response there is nothing else to check, so all other live rules skip such a request. */
export const liveAnswers: Rule<'exchange'> = {
  id: 'live-answers',
  subject: 'exchange',
  severity: 'error',
  summary: 'Each request gets a complete HTTP response before the time-out.',
  check: function* ({ exchange }) {
    if (exchange.kind === 'failed') yield reportExchange(exchange, exchange.failure.reason);
  },
};
