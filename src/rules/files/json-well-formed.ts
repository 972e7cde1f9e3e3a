import type { Rule } from '../rule';
import { reportTextProblems } from './report-text-problems';

export const jsonWellFormed: Rule<'document'> = {
  id: 'json-well-formed',
  subject: 'document',
  severity: 'error',
  summary: 'A file contains exactly one JSON value.',
  check: (document) => reportTextProblems(document, ['malformed', 'not-json']),
};
