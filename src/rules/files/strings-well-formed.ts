import type { Rule } from '../rule';
import { reportTextProblems } from './report-text-problems';

export const stringsWellFormed: Rule<'document'> = {
  id: 'strings-well-formed',
  subject: 'document',
  severity: 'error',
  summary: 'No string contains half a surrogate pair.',
  check: (document) => reportTextProblems(document, ['lone-surrogate']),
};
