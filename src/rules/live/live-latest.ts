import { formatMicroversion } from '../../model/versions/microversion';
import type { Rule } from '../rule';
import { answerTo, reportOf } from './asked';
import { offerWords } from './offer-words';
import { isServedAs, outcomesText } from './served-microversion';
import { versionedEndpoint } from './versioned-endpoint';

export const liveLatest: Rule<'negotiation'> = {
  id: 'live-latest',
  subject: 'negotiation',
  severity: 'warning',
  summary: 'A request for latest is served with the newest microversion.',
  check: (negotiation) => {
    const endpoint = versionedEndpoint(negotiation);
    const latest = answerTo(negotiation, 'latest');
    if (endpoint?.stance !== 'negotiates' || latest === undefined) return [];
    const { newest } = endpoint.range;
    const { offers, fix } = offerWords(negotiation);
    // If the newest is not served, `latest` cannot be served either: `live-in-range` reports that.
    const asNamed = answerTo(negotiation, 'newest');
    if (asNamed !== undefined && !isServedAs(negotiation, asNamed, newest)) return [];
    if (isServedAs(negotiation, latest, newest)) return [];
    // `live-in-range` reports server errors.
    if (latest.answer.status >= 500) return [];
    return [
      reportOf(negotiation, latest, {
        message: `responds with ${outcomesText(negotiation, [latest])}, but the newest that ${offers} is ${formatMicroversion(newest)}: serve that one, or ${fix}`,
      }),
    ];
  },
};
