import type { Rule } from '../rule';
import { statedChanges, textOf } from './about/stated-changes';

export const updatedForward: Rule<'change'> = {
  id: 'updated-forward',
  subject: 'change',
  severity: 'warning',
  summary: '`updated` is not before the time in the base.',
  check: function* (change) {
    for (const { id, now, base, where } of statedChanges(change, (entry) => textOf(entry, 'updated'))) {
      // What is not a time is NaN, which is never before another one.
      if (!(Date.parse(now.text) < Date.parse(base.text))) continue;
      yield {
        ...where,
        message: `\`updated\` of ${id} went back from "${base.text}" to "${now.text}": use the time of this change`,
      };
    }
  },
};
