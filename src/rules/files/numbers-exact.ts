import type { Rule } from '../rule';
import { reportTextProblems } from './report-text-problems';

export const numbersExact: Rule<'document'> = {
  id: 'numbers-exact',
  subject: 'document',
  severity: 'error',
  summary: 'Every number survives being read as a double.',
  check: (document) => reportTextProblems(document, ['inexact-number']),
};
