import type { Rule } from '../rule';
import { describeDifference } from './describe-difference';
import { differencesOf } from '../../compare/differences';

/** A published sample becomes stale unnoticed: only the service knows what it sends today. */
export const sampleMatchesResponse: Rule<'comparison'> = {
  id: 'sample-matches-response',
  subject: 'comparison',
  severity: 'error',
  summary: 'A response of the service matches the sample.',
  check: (comparison) =>
    differencesOf(comparison).map((difference) => describeDifference(comparison, difference)),
};
