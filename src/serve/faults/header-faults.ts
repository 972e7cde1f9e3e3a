import type { HttpHeaders } from '../../model/exchange';
import type { Answer } from '../answer';
import type { Fault } from './fault';

/** The header that tells a microversion, and the legacy ones that do. */
const ECHO = /-api-version$/i;

/** Headers that are wrong or missing. */
export const HEADER_FAULTS: Readonly<Record<string, Fault>> = {
  'no-echo': {
    summary: 'does not say which microversion an answer is of',
    answer: editHeaders((headers) => headers.filter(([name]) => !ECHO.test(name))),
  },
  'wrong-echo': {
    summary: 'says that an answer is of the microversion after the one it is of',
    answer: editHeaders((headers) =>
      headers.map(([name, value]) => [name, ECHO.test(name) ? nextMinor(value) : value]),
    ),
  },
  'no-vary': {
    summary: 'does not tell caches that an answer depends on the microversion asked for',
    answer: editHeaders((headers) => headers.filter(([name]) => name !== 'Vary')),
  },
  'wrong-content-type': {
    summary: 'calls its JSON text/plain',
    answer: editHeaders((headers) =>
      headers.map(([name, value]) => [name, name === 'Content-Type' ? 'text/plain' : value]),
    ),
  },
  'no-content-type': {
    summary: 'does not say what its bodies are',
    answer: editHeaders((headers) => headers.filter(([name]) => name !== 'Content-Type')),
  },
};

function editHeaders(edit: (headers: HttpHeaders) => HttpHeaders): (answer: Answer) => Answer {
  return (answer) => ({ ...answer, headers: edit(answer.headers) });
}

function nextMinor(value: string): string {
  return value.replace(/\d+$/, (minor) => String(Number(minor) + 1));
}
