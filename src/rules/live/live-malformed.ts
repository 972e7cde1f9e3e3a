import type { NegotiationCase } from '../../model/live/live';
import type { Rule } from '../rule';
import { answersTo, isServed, reportOf } from './asked';
import { outcomesText } from './served-microversion';
import { versionedEndpoint } from './versioned-endpoint';

const MALFORMED: readonly NegotiationCase[] = [
  'malformed-word',
  'malformed-no-minor',
  'malformed-three-parts',
  'malformed-leading-zero',
  'malformed-trailing-word',
];

export const liveMalformed: Rule<'negotiation'> = {
  id: 'live-malformed',
  subject: 'negotiation',
  severity: 'warning',
  summary: 'A malformed microversion gets status 400.',
  check: function* (negotiation) {
    const endpoint = versionedEndpoint(negotiation);
    if (endpoint === undefined) return;
    const answers = [
      ...answersTo(negotiation, MALFORMED),
      // Some services reject a service type alone as malformed, others serve it as a request without a microversion. Both are correct.
      ...answersTo(negotiation, ['no-version']).filter((answered) => !isServed(answered)),
    ].filter(({ answer }) => answer.status !== 400);
    const broken = answers.filter(({ answer }) => answer.status >= 500);
    // An endpoint that does not read the header is lenient for that one reason, which `live-echo` or `live-in-range` reports.
    const lenient =
      endpoint.stance === 'negotiates' ? answers.filter(({ answer }) => answer.status < 500) : [];
    for (const [severity, group] of [['error', broken] as const, ['warning', lenient] as const]) {
      const [first] = group;
      if (first === undefined) continue;
      yield reportOf(negotiation, first, {
        severity,
        message: `responds with ${outcomesText(negotiation, group)}: respond with 400 if the value is not of the form X.Y`,
        ...(severity === 'error'
          ? { clients: 'clients assume that the service is broken, and may retry' }
          : {}),
      });
    }
  },
};
