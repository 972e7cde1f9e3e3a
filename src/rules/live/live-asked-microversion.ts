import { API_VERSION_HEADER } from '../../model/live/api-version-header';
import { headerValues, type HttpHeaders } from '../../model/live/exchange';
import type { LiveExchange } from '../../model/live/live';
import { formatRequested } from '../../model/versions/microversion';
import { askedMicroversion, echoesOf, isMisserved, type Echo } from '../../model/live/microversion-echo';
import { andList } from '../../wording/list-words';
import { quote } from '../../wording/quote';
import type { Report, Rule } from '../rule';
import { reportExchange } from './report-exchange';

/** A response is checked against the contract at the requested microversion, so it must not be at another. */
export const liveAskedMicroversion: Rule<'exchange'> = {
  id: 'live-asked-microversion',
  subject: 'exchange',
  severity: 'error',
  summary: 'A response is at the microversion that the manifest requests.',
  check: findMisserved,
};

function findMisserved({ exchange, statuses }: LiveExchange): readonly Report[] {
  if (exchange.kind === 'failed' || !statuses.includes(exchange.answer.status)) return [];
  const asked = askedMicroversion(exchange.request.headers);
  if (asked === undefined) return [];
  const wanted = formatRequested(asked.microversion);
  const echoes = echoesOf(exchange);
  const [first] = echoes;
  if (first === undefined) {
    const message = `expected a response at microversion ${wanted}, but ${stated(exchange.answer.headers)}: send \`${API_VERSION_HEADER}: ${asked.service} ${asked.microversion === 'latest' ? 'X.Y' : wanted}\``;
    return [{ ...reportExchange(exchange, message), severity: 'warning' }];
  }
  if (!isMisserved(exchange)) return [];
  const served = [...new Set(echoes.map(({ microversion }) => formatRequested(microversion)))];
  return [
    reportExchange(
      exchange,
      served.length > 1
        ? `expected a response at microversion ${wanted}, but its headers differ: ${andList(echoes.map(describeEcho))}: send the microversion that was served in both`
        : `expected a response at microversion ${wanted}, got ${served.join()}: serve the requested microversion, or respond with 406`,
    ),
  ];
}

function describeEcho({ header, text }: Echo): string {
  return `\`${header}: ${text}\``;
}

/** What the response has instead of the header for the requested service. */
function stated(headers: HttpHeaders): string {
  const values = headerValues(headers, API_VERSION_HEADER);
  return values.length === 0
    ? 'it does not state one'
    : `\`${API_VERSION_HEADER}\` is ${quote(values.join(', '))}`;
}
