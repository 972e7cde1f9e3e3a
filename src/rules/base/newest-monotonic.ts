import { compareMicroversions } from '../../model/versions/microversion';
import { newestOf } from '../../model/versions/versions-entry';
import type { Rule } from '../rule';
import { statedChanges } from './about/stated-changes';

export const newestMonotonic: Rule<'change'> = {
  id: 'newest-monotonic',
  subject: 'change',
  severity: 'error',
  summary: 'The newest microversion of a version is not older than in the base.',
  check: function* (change) {
    for (const { id, now, base, where } of statedChanges(change, newestOf)) {
      if (compareMicroversions(now.microversion, base.microversion) >= 0) continue;
      yield {
        ...where,
        message: `the newest microversion of ${id} fell from "${base.text}" to "${now.text}": a service never takes a microversion back`,
      };
    }
  },
};
