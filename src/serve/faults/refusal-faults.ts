import type { HttpHeaders } from '../../model/exchange';
import { answerOf, jsonAnswer, type Answer } from '../answer';
import type { Fault } from './fault';

/** Something other than the answer: an error, a page for people, a way elsewhere. */
export const REFUSAL_FAULTS: Readonly<Record<string, Fault>> = {
  'wrong-status': {
    summary: 'answers with 203 where 200 or 300 is right',
    answer: (answer) => (answer.status < 400 ? { ...answer, status: 203 } : answer),
  },
  'html-error': {
    summary: 'answers like a proxy without the service behind it: 502 and a page of HTML',
    answer: () => answerOf(502, 'text/html', page('502 Bad Gateway')),
  },
  'login-page': {
    summary: 'answers like a portal in front of the service: 200 and a page of HTML',
    answer: () => answerOf(200, 'text/html', page('Please log in')),
  },
  'server-error': {
    summary: 'fails with 500',
    answer: () =>
      error(
        500,
        'Internal Server Error',
        'The server has either erred or is incapable of performing the requested operation.',
      ),
  },
  unavailable: {
    summary: 'answers 503 and asks to come back in a second',
    answer: () =>
      error(503, 'Service Unavailable', 'The service is temporarily unable to serve the request.', [
        ['Retry-After', '1'],
      ]),
  },
  'too-many-requests': {
    summary: 'answers 429 and asks to come back in a second',
    answer: () => error(429, 'Too Many Requests', 'There are too many requests.', [['Retry-After', '1']]),
  },
  unauthorized: {
    summary: 'wants a token',
    answer: () =>
      error(401, 'Unauthorized', 'The request you have made requires authentication.', [
        ['WWW-Authenticate', 'Keystone uri="http://identity.example.com/v3"'],
      ]),
  },
  forbidden: {
    summary: 'answers 403',
    answer: () => error(403, 'Forbidden', 'You are not authorized to perform the requested action.'),
  },
  'not-found': {
    summary: 'answers 404',
    answer: () => error(404, 'Not Found', 'The resource could not be found.'),
  },
  redirect: {
    summary: 'sends clients to another host with 302',
    answer: () =>
      answerOf(302, 'text/html', page('302 Found'), [['Location', 'http://elsewhere.example.com/']]),
  },
};

/** As OpenStack's token middleware words it. */
function error(code: number, title: string, message: string, headers: HttpHeaders = []): Answer {
  return jsonAnswer(code, JSON.stringify({ error: { code, title, message } }), headers);
}

function page(title: string): string {
  return `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
}
