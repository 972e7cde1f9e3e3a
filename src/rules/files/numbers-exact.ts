import type { Rule } from '../rule';
import { reportTextProblems } from './report-text-problems';

export const numbersExact: Rule<'document'> = {
  id: 'numbers-exact',
  subject: 'document',
  severity: 'error',
  summary: 'Every number can be read as a double without loss.',
  check: (document) => reportTextProblems(document, ['inexact-number']),
};
