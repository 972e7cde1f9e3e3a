import { apiVersionValues } from '../../model/api-version-header';
import type { LiveExchange } from '../../model/live';
import { formatMicroversion } from '../../model/microversion';
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
  const [asked] = apiVersionValues(exchange.request.headers);
  if (asked?.microversion === undefined) return [];
  const { service } = asked;
  const wanted = formatMicroversion(asked.microversion);
  const echo = apiVersionValues(exchange.answer.headers).find((value) => value.service === service);
  if (echo?.microversion === undefined) {
    const message = `expected a response at microversion ${wanted}, but it does not state one: send \`OpenStack-API-Version: ${service} ${wanted}\``;
    return [{ ...reportExchange(exchange, message), severity: 'warning' }];
  }
  const served = formatMicroversion(echo.microversion);
  return served === wanted
    ? []
    : [
        reportExchange(
          exchange,
          `expected a response at microversion ${wanted}, got ${served}: serve the requested microversion, or respond with 406`,
        ),
      ];
}
