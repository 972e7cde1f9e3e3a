import { apiVersionValues } from '../../model/api-version-header';
import type { LiveExchange } from '../../model/live';
import { formatMicroversion } from '../../model/microversion';
import type { Report, Rule } from '../rule';
import { reportExchange } from './report-exchange';

/** What is held to the contract of one microversion must not be an answer at another. */
export const liveAskedMicroversion: Rule<'exchange'> = {
  id: 'live-asked-microversion',
  subject: 'exchange',
  severity: 'error',
  summary: 'An answer is at the microversion that the manifest asks for.',
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
    const message = `does not say which microversion this answer is of, and ${wanted} was asked for: echo \`OpenStack-API-Version: ${service} ${wanted}\``;
    return [{ ...reportExchange(exchange, message), severity: 'warning' }];
  }
  const served = formatMicroversion(echo.microversion);
  return served === wanted
    ? []
    : [
        reportExchange(
          exchange,
          `answers at ${served}, and ${wanted} was asked for: what is held to the contract at ${wanted} is another's answer`,
        ),
      ];
}
