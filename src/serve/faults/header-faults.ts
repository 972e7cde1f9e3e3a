import type { HttpHeaders } from '../../model/live/exchange';
import type { Answer } from '../answer';
import type { Fault } from './fault';

/** Matches the microversion header and the legacy headers for it. */
const ECHO = /-api-version$/i;

/** Faults in the headers: wrong or missing ones. */
export const HEADER_FAULTS: Readonly<Record<string, Fault>> = {
  'no-echo': {
    summary: 'does not say which microversion a response has',
    answer: editHeaders((headers) => headers.filter(([name]) => !ECHO.test(name))),
  },
  'wrong-echo': {
    summary: 'says that a response has the microversion after its own',
    answer: editHeaders((headers) =>
      headers.map(([name, value]) => [name, ECHO.test(name) ? nextMinor(value) : value]),
    ),
  },
  'no-vary': {
    summary: 'does not say in `Vary` that a response depends on the requested microversion',
    answer: editHeaders((headers) => headers.filter(([name]) => name !== 'Vary')),
  },
  'wrong-content-type': {
    summary: 'sends its JSON as `text/plain`',
    answer: editHeaders((headers) =>
      headers.map(([name, value]) => [name, name === 'Content-Type' ? 'text/plain' : value]),
    ),
  },
  'no-content-type': {
    summary: 'sends no `Content-Type`',
    answer: editHeaders((headers) => headers.filter(([name]) => name !== 'Content-Type')),
  },
};

function editHeaders(edit: (headers: HttpHeaders) => HttpHeaders): (answer: Answer) => Answer {
  return (answer) => ({ ...answer, headers: edit(answer.headers) });
}

function nextMinor(value: string): string {
  return value.replace(/\d+$/, (minor) => String(Number(minor) + 1));
}
