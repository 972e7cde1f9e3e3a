import { API_VERSION_HEADER } from '../../model/live/api-version-header';
import { headerValues } from '../../model/live/exchange';
import type { Rule } from '../rule';
import { quote } from '../../wording/quote';
import { reportOf, sentText, servedAnswers } from './asked';
import { versionedEndpoint } from './versioned-endpoint';

export const liveVary: Rule<'negotiation'> = {
  id: 'live-vary',
  subject: 'negotiation',
  severity: 'warning',
  summary: 'Vary names OpenStack-API-Version, so that caches keep the responses apart.',
  check: function* (negotiation) {
    if (versionedEndpoint(negotiation)?.stance !== 'negotiates') return;
    const { legacyHeader } = negotiation;
    const wanted = [API_VERSION_HEADER, ...(legacyHeader === undefined ? [] : [legacyHeader])];
    for (const answered of servedAnswers(negotiation)) {
      const names = headerValues(answered.answer.headers, 'Vary');
      const named = new Set(names.map((name) => name.toLowerCase()));
      const missing = named.has('*') ? [] : wanted.filter((name) => !named.has(name.toLowerCase()));
      if (missing.length === 0) continue;
      const found = names.length === 0 ? 'no `Vary`' : `\`Vary\` is only ${quote(names.join(', '))}`;
      yield reportOf(negotiation, answered, {
        message: `${found} in the response to ${sentText(negotiation, answered)}: send \`Vary: ${missing.join(', ')}\``,
        clients: 'a cache may return the response at one microversion to a client that requested another',
      });
      return;
    }
  },
};
