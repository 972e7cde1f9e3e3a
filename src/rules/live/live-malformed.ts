import type { NegotiationCase } from '../../model/live';
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
  summary: 'A value that is no microversion is answered 400.',
  check: function* (negotiation) {
    if (versionedEndpoint(negotiation)?.stance !== 'negotiates') return;
    const answers = [
      ...answersTo(negotiation, MALFORMED),
      // A type alone is malformed to some services and no wish to others: both are sound.
      ...answersTo(negotiation, ['no-version']).filter((answered) => !isServed(answered)),
    ].filter(({ answer }) => answer.status !== 400);
    const broken = answers.filter(({ answer }) => answer.status >= 500);
    const lenient = answers.filter(({ answer }) => answer.status < 500);
    for (const [severity, group] of [['error', broken] as const, ['warning', lenient] as const]) {
      const [first] = group;
      if (first === undefined) continue;
      yield reportOf(negotiation, first, {
        severity,
        message: `answers ${outcomesText(negotiation, group)}: answer 400 to what is not of the form X.Y`,
        ...(severity === 'error'
          ? { clients: 'whoever sends it takes the service for broken, and may try again' }
          : {}),
      });
    }
  },
};
