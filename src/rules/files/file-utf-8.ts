import type { Rule } from '../rule';
import { reportTextProblems } from './report-text-problems';

export const fileUtf8: Rule<'document'> = {
  id: 'file-utf-8',
  subject: 'document',
  severity: 'error',
  summary: 'A file is UTF-8 without a byte order mark.',
  check: (document) => reportTextProblems(document, ['not-utf-8', 'utf-16', 'byte-order-mark']),
};
