import { microversionMembersOf, objectEntries } from '../../model/versions/versions-entry';
import { placeIn } from '../place-in';
import type { Rule } from '../rule';

/** One client stores the minor version in 8 bits, at most 255. The warning comes earlier, to leave time to fix that client. */
const WIDEST = 240;

/** A `u8` in gtema/openstack api_version.rs. */
export const microversionWidth: Rule<'versions'> = {
  id: 'microversion-width',
  subject: 'versions',
  severity: 'warning',
  summary: 'A minor version is at most 240, because one client stores it in 8 bits.',
  check: function* ({ document, view }) {
    if (view === undefined) return;
    for (const entry of objectEntries(view)) {
      for (const { pointer, value } of microversionMembersOf(entry, view.shape)) {
        const match = typeof value === 'string' ? /^[1-9]\d*\.([1-9]\d*)$/.exec(value) : null;
        const minor = Number(match?.[1] ?? 0);
        if (minor <= WIDEST) continue;
        yield {
          at: placeIn(document, pointer, 'value'),
          message:
            minor > 255
              ? `the minor version ${match?.[1]} does not fit into 8 bits`
              : `the minor version ${minor} is close to 255, the largest that fits into 8 bits`,
          clients: minor > 255 ? 'gtema/openstack fails' : 'gtema/openstack will fail at 256',
        };
      }
    }
  },
};
