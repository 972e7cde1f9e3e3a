import type { HttpHeaders } from '../../model/live/exchange';
import { answerOf, jsonAnswer, type Answer } from '../answer';
import type { Fault } from './fault';

/** Faults that replace the response: an error, an HTML page, a redirect. */
export const REFUSAL_FAULTS: Readonly<Record<string, Fault>> = {
  'wrong-status': {
    summary: 'responds with 203 instead of 200 or 300',
    answer: (answer) => (answer.status < 400 ? { ...answer, status: 203 } : answer),
  },
  'html-error': {
    summary: 'responds like a proxy whose service is down: 502 and an HTML page',
    answer: () => answerOf(502, 'text/html', page('502 Bad Gateway')),
  },
  'login-page': {
    summary: 'responds like a login portal in front of the service: 200 and an HTML page',
    answer: () => answerOf(200, 'text/html', page('Please log in')),
  },
  'server-error': {
    summary: 'responds with 500',
    answer: () =>
      error(
        500,
        'Internal Server Error',
        'The server has either erred or is incapable of performing the requested operation.',
      ),
  },
  unavailable: {
    summary: 'responds with 503 and asks for a retry in a second',
    answer: () =>
      error(503, 'Service Unavailable', 'The service is temporarily unable to serve the request.', [
        ['Retry-After', '1'],
      ]),
  },
  'too-many-requests': {
    summary: 'responds with 429 and asks for a retry in a second',
    answer: () => error(429, 'Too Many Requests', 'There are too many requests.', [['Retry-After', '1']]),
  },
  unauthorized: {
    summary: 'responds with 401 and requires a token',
    answer: () =>
      error(401, 'Unauthorized', 'The request you have made requires authentication.', [
        ['WWW-Authenticate', 'Keystone uri="http://identity.example.com/v3"'],
      ]),
  },
  forbidden: {
    summary: 'responds with 403',
    answer: () => error(403, 'Forbidden', 'You are not authorized to perform the requested action.'),
  },
  'not-found': {
    summary: 'responds with 404',
    answer: () => error(404, 'Not Found', 'The resource could not be found.'),
  },
  redirect: {
    summary: 'redirects to another host with 302',
    answer: () =>
      answerOf(302, 'text/html', page('302 Found'), [['Location', 'http://elsewhere.example.com/']]),
  },
};

/** An error in the format of OpenStack's token middleware. */
function error(code: number, title: string, message: string, headers: HttpHeaders = []): Answer {
  return jsonAnswer(code, JSON.stringify({ error: { code, title, message } }), headers);
}

function page(title: string): string {
  return `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
}
