import { hasNoBody, type HttpAnswer } from '../../model/exchange';
import type { Report, Rule } from '../rule';
import { quote } from '../../wording/quote';
import { contentTypeOf, type ContentType } from './content-type';
import { describeBody } from './describe-body';
import { reportExchange } from './report-exchange';

type Problem = Pick<Report, 'message' | 'severity'>;

/** Malformed JSON with a JSON Content-Type is reported by `json-well-formed`, which knows the exact place. */
export const liveJson: Rule<'exchange'> = {
  id: 'live-json',
  subject: 'exchange',
  severity: 'error',
  summary: 'The body of a response is JSON in UTF-8, and its Content-Type says so.',
  check: function* ({ exchange, statuses }) {
    if (exchange.kind === 'failed' || !statuses.includes(exchange.answer.status)) return;
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
  if (type === undefined) {
    return { message: 'the body is JSON, but the response has no Content-Type: send "application/json"' };
  }
  if (!type.isJson) {
    return {
      message: `the body is JSON, but its Content-Type is ${quote(type.text)}: send "application/json"`,
    };
  }
  return charsetProblem(type, body.source.text);
}

const UTF_8 = /^(?:utf-?8)?$/i;
/** Charsets in which ASCII has the same bytes as in UTF-8. */
const LIKE_ASCII = /^(?:(?:us-)?ascii|iso-8859-\d+|latin\d|windows-125\d|cp125\d)$/i;

function charsetProblem({ charset = '' }: ContentType, text: string): Problem | undefined {
  if (UTF_8.test(charset)) return undefined;
  const isHarmless = LIKE_ASCII.test(charset) && /^[\0-\x7F]*$/.test(text);
  return {
    message: `the Content-Type has charset=${charset}, but JSON is always sent as UTF-8 (RFC 8259 §8.1): remove the charset`,
    ...(isHarmless ? { severity: 'warning' } : {}),
  };
}
