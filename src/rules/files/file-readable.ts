import type { Rule } from '../rule';
import { reportTextProblems } from './report-text-problems';

export const fileReadable: Rule<'document'> = {
  id: 'file-readable',
  subject: 'document',
  severity: 'error',
  summary: 'A sample is a regular file that can be read.',
  check: (document) => reportTextProblems(document, ['unreadable']),
};
