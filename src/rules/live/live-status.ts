import type { Rule } from '../rule';
import { quoteLong } from '../../wording/quote';
import { faultMessage } from './fault-message';
import { reportExchange } from './report-exchange';
import { statusRemedy } from './status-remedy';
import { statusList, statusText } from './status-text';

/** Of an answer with another status neither the body nor its links are judged: they are about the error. */
export const liveStatus: Rule<'exchange'> = {
  id: 'live-status',
  subject: 'exchange',
  severity: 'error',
  summary: 'An answer has the status that the contract says; a versions document 200 or 300.',
  check: function* (subject) {
    const { exchange, statuses } = subject;
    if (exchange.kind === 'failed' || statuses.includes(exchange.answer.status)) return;
    const { status, body } = exchange.answer;
    // That a token is missing is all that is ever said with a 401.
    const fault = status < 400 || status === 401 ? undefined : faultMessage(body.value);
    const remedy = statusRemedy(exchange, subject);
    const message = [
      `the status is ${statusText(status)}, not ${statusList(statuses)}`,
      ...(fault === undefined ? [] : [` (${quoteLong(fault)})`]),
      ...(remedy === undefined ? [] : [`: ${remedy}`]),
    ];
    yield reportExchange(exchange, message.join(''));
  },
};
