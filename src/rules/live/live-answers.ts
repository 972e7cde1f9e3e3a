import type { Rule } from '../rule';
import { reportExchange } from './report-exchange';

/** Nothing else can be said of a request without a whole answer, so that all other live rules are silent there. */
export const liveAnswers: Rule<'exchange'> = {
  id: 'live-answers',
  subject: 'exchange',
  severity: 'error',
  summary: 'Each request gets a whole HTTP answer, within the time-out.',
  check: function* ({ exchange }) {
    if (exchange.kind === 'failed') yield reportExchange(exchange, exchange.failure.reason);
  },
};
