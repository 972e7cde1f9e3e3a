import type { Rule } from '../rule';
import { reportExcluded } from './report-excluded';

export const writeOnlyInResponse: Rule<'sample'> = {
  id: 'write-only-in-response',
  subject: 'sample',
  severity: 'error',
  summary: 'No response has a value for a property that is `writeOnly`, such as a password.',
  check: (sample, evidence) => reportExcluded('writeOnly', sample, evidence),
};
