import type { Rule } from '../rule';
import { reportTextProblems } from './report-text-problems';

export const fileSizeBounded: Rule<'document'> = {
  id: 'file-size-bounded',
  subject: 'document',
  severity: 'error',
  summary: 'A file is no larger than `limits.file_size`.',
  check: (document) => reportTextProblems(document, ['too-large']),
};
