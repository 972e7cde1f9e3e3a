import type { Document } from '../../model/documents/document';
import { quote } from '../../wording/quote';
import type { Report } from '../rule';
import type { ContentType } from './content-type';

type Problem = Pick<Report, 'message' | 'severity'>;

/** What is wrong with the Content-Type of a body that is JSON; undefined if it says so. The severity is set where no client can be harmed. */
export function mediaTypeProblem(type: ContentType | undefined, { source }: Document): Problem | undefined {
  if (type === undefined) {
    return { message: 'the body is JSON, but the response has no Content-Type: send "application/json"' };
  }
  if (!type.isJson) {
    return {
      message: `the body is JSON, but its Content-Type is ${quote(type.text)}: send "application/json"`,
    };
  }
  return charsetProblem(type, source.text);
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
