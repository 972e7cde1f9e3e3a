import { compareMicroversions } from '../../model/versions/microversion';
import { oldestOf } from '../../model/versions/versions-entry';
import type { Rule } from '../rule';
import { statedChanges } from './about/stated-changes';

export const oldestMonotonic: Rule<'change'> = {
  id: 'oldest-monotonic',
  subject: 'change',
  severity: 'error',
  summary: 'The oldest microversion of a version is not newer than in the base.',
  check: function* (change) {
    for (const { id, now, base, where } of statedChanges(change, oldestOf)) {
      if (compareMicroversions(now.microversion, base.microversion) <= 0) continue;
      yield {
        ...where,
        message: `the oldest microversion of ${id} rose from "${base.text}" to "${now.text}": clients that request an older one stop working`,
      };
    }
  },
};
