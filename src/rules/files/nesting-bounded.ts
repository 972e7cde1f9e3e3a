import type { Rule } from '../rule';
import { reportTextProblems } from './report-text-problems';

export const nestingBounded: Rule<'document'> = {
  id: 'nesting-bounded',
  subject: 'document',
  severity: 'error',
  summary: 'JSON nests no deeper than `limits.depth`.',
  check: (document) => reportTextProblems(document, ['too-deep']),
};
