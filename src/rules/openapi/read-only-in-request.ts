import type { Rule } from '../rule';
import { reportExcluded } from './report-excluded';

export const readOnlyInRequest: Rule<'sample'> = {
  id: 'read-only-in-request',
  subject: 'sample',
  severity: 'warning',
  summary: 'No request has a value for a property that is `readOnly`.',
  check: (sample, evidence) => reportExcluded('readOnly', sample, evidence),
};
