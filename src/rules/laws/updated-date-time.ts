import { childPointer } from '../../model/json/json-pointer';
import { member } from '../../model/json/json-value';
import { objectEntries } from '../../model/versions/versions-entry';
import { dateTimeProblem } from './about/date-time-problem';
import { placeIn } from '../place-in';
import { isPlaceholder } from './about/placeholder-in';
import type { Rule } from '../rule';

/** No client reads it. Compute promises the format in its own schema, so there it is an error. */
export const updatedDateTime: Rule<'versions'> = {
  id: 'updated-date-time',
  subject: 'versions',
  severity: 'warning',
  summary: '"updated" is an RFC 3339 date-time in UTC, on a day that exists.',
  check: function* ({ document, view, compute }) {
    for (const entry of objectEntries(view)) {
      const updated = member(entry.value, 'updated');
      if (!Object.hasOwn(entry.value, 'updated') || isPlaceholder(document, updated)) continue;
      const message = dateTimeProblem(updated);
      if (message === undefined) continue;
      const at = placeIn(document, childPointer(entry.pointer, 'updated'), 'value');
      yield { at, message, ...(compute ? { severity: 'error' } : {}) };
    }
  },
};
