import type { Rule } from '../rule';
import { describeDifference } from './describe-difference';
import { differencesOf } from '../../compare/differences';

/** A published sample goes stale in silence: nothing but the service knows what it answers today. */
export const sampleMatchesResponse: Rule<'comparison'> = {
  id: 'sample-matches-response',
  subject: 'comparison',
  severity: 'error',
  summary: 'A response of the service says what the sample says.',
  check: (comparison) =>
    differencesOf(comparison).map((difference) => describeDifference(comparison, difference)),
};
