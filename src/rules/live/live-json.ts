import { hasNoBody, type HttpAnswer } from '../../model/live/exchange';
import type { Report, Rule } from '../rule';
import { quote } from '../../wording/quote';
import { contentTypeOf } from './content-type';
import { describeBody } from './describe-body';
import { mediaTypeProblem } from './media-type-problem';
import { reportExchange } from './report-exchange';

type Problem = Pick<Report, 'message' | 'severity'>;

/** Malformed JSON with a JSON Content-Type is reported by `json-well-formed`, which knows the exact place. */
export const liveJson: Rule<'exchange'> = {
  id: 'live-json',
  subject: 'exchange',
  severity: 'error',
  summary: 'The body of a response is JSON in UTF-8, and its Content-Type says so.',
  check: function* ({ exchange, statuses, instead }) {
    if (instead !== undefined || exchange.kind === 'failed' || !statuses.includes(exchange.answer.status))
      return;
    if (hasNoBody(exchange.request.method, exchange.answer.status)) return;
    const problem = problemOf(exchange.answer);
    if (problem !== undefined) yield { ...reportExchange(exchange, problem.message), ...problem };
  },
};

function problemOf({ headers, body }: HttpAnswer): Problem | undefined {
  const type = contentTypeOf(headers);
  const isEmpty = body.source.text === '';
  if (body.value === undefined && (isEmpty || type?.isJson !== true)) {
    const typed = type === undefined || isEmpty ? '' : ` and the Content-Type ${quote(type.text)}`;
    return {
      message: `expected JSON, got ${describeBody(body)}${typed}: is this the response of the service, or of a proxy in front of it?`,
    };
  }
  return mediaTypeProblem(type, body);
}
