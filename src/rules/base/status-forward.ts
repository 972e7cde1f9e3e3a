import type { Rule } from '../rule';
import { statedChanges, textOf } from './about/stated-changes';

/** The life of a version. Identity services call the current one `stable`. */
const ORDER: ReadonlyMap<string, number> = new Map([
  ['CURRENT', 0],
  ['STABLE', 0],
  ['SUPPORTED', 1],
  ['DEPRECATED', 2],
]);

export const statusForward: Rule<'change'> = {
  id: 'status-forward',
  subject: 'change',
  severity: 'error',
  summary: 'A status only moves from CURRENT to SUPPORTED to DEPRECATED; EXPERIMENTAL may become any.',
  check: function* (change) {
    for (const { id, now, base, where } of statedChanges(change, (entry) => textOf(entry, 'status'))) {
      const before = ORDER.get(base.text.toUpperCase());
      const after = now.text.toUpperCase() === 'EXPERIMENTAL' ? -1 : ORDER.get(now.text.toUpperCase());
      if (before === undefined || after === undefined || after >= before) continue;
      yield {
        ...where,
        message: `the status of ${id} went back from "${base.text}" to "${now.text}": it only moves from CURRENT to SUPPORTED to DEPRECATED`,
      };
    }
  },
};
