import type { LiveExchange } from '../../model/live/live';
import type { Rule } from '../rule';
import { quoteLong } from '../../wording/quote';
import { faultMessage } from './fault-message';
import { reportExchange } from './report-exchange';
import { statusRemedy } from './status-remedy';
import { statusList, statusText } from '../../wording/status-text';

/** With another status, neither the body nor its links are checked, because they describe the error. */
export const liveStatus: Rule<'exchange'> = {
  id: 'live-status',
  subject: 'exchange',
  severity: 'error',
  summary: 'A response has the status of the contract; for a versions document, 200 or 300.',
  check: function* (subject) {
    const { exchange, statuses, instead } = subject;
    if (instead !== undefined || exchange.kind === 'failed' || statuses.includes(exchange.answer.status))
      return;
    const { status, body } = exchange.answer;
    // The body of a 401 never says more than that a token is missing.
    const fault = status < 400 || status === 401 ? undefined : faultMessage(body.value);
    const remedy = statusRemedy(exchange, subject);
    const message = [
      `expected status ${statusList(statuses)}, got ${statusText(status)}`,
      ...(fault === undefined ? [] : [` (${quoteLong(fault)})`]),
      ...(remedy === undefined ? [] : [`: ${remedy}`]),
    ];
    yield reportExchange(exchange, message.join('') + triedWords(subject));
  },
};

/** The other URLs at which the versions document was looked for: `; also requested: http://a/v1 (404 Not Found)`. */
function triedWords({ tried = [] }: LiveExchange): string {
  if (tried.length === 0) return '';
  const words = tried.map(
    (exchange) =>
      `${exchange.request.url} (${exchange.kind === 'failed' ? 'no response' : statusText(exchange.answer.status)})`,
  );
  return `; also requested: ${words.join(', ')}`;
}
