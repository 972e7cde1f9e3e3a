import type { Rule } from '../rule';
import { reportTextProblems } from './report-text-problems';

export const keysUnique: Rule<'document'> = {
  id: 'keys-unique',
  subject: 'document',
  severity: 'error',
  summary: 'No object has the same property twice.',
  check: (document) => reportTextProblems(document, ['duplicate-key']),
};
