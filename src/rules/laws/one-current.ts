import { childPointer } from '../../model/json/json-pointer';
import { member, textMember } from '../../model/json/json-value';
import {
  compareVersionIds,
  idOf,
  isMeaningfulStatus,
  objectEntries,
  statusOf,
  type ObjectEntry,
  type VersionId,
} from '../../model/versions/versions-entry';
import { placeIn } from '../place-in';
import type { Rule } from '../rule';

interface IdentifiedEntry {
  readonly entry: ObjectEntry;
  readonly text: string;
  readonly id: VersionId;
}

/** CURRENT marks the version to use (API-SIG version-discovery.rst). Identity services use `stable` instead and mark none. */
export const oneCurrent: Rule<'versions'> = {
  id: 'one-current',
  subject: 'versions',
  severity: 'error',
  summary: 'Exactly one of several versions is CURRENT, the highest that is not EXPERIMENTAL.',
  check: function* ({ document, view }) {
    const listed = objectEntries(view).filter((entry) => entry.listed);
    if (view === undefined || listed.length < 2 || listed.some((entry) => statusOf(entry) === 'STABLE'))
      return;
    const current = listed.filter((entry) => statusOf(entry) === 'CURRENT');
    // Nova and glance published EXPERIMENTAL versions above the CURRENT one, and keystoneauth lists all of them.
    const identified = listed.filter((entry) => statusOf(entry) !== 'EXPERIMENTAL').flatMap(identify);
    const highest = identified.reduce<IdentifiedEntry | undefined>(
      (best, next) => (best === undefined || compareVersionIds(next.id, best.id) > 0 ? next : best),
      undefined,
    );
    if (current.length === 0) {
      // An entry without a known status may be the one that was meant. If all are EXPERIMENTAL, `versions-some-usable` reports it.
      if (!listed.every((entry) => isMeaningfulStatus(member(entry.value, 'status')))) return;
      if (listed.every((entry) => statusOf(entry) === 'EXPERIMENTAL')) return;
      const meant = highest === undefined ? 'the highest' : `the highest, "${highest.text}",`;
      const message = `none of these ${listed.length} versions is CURRENT: set the status of ${meant} to CURRENT`;
      yield { at: placeIn(document, view.pointer, 'opening'), message };
      return;
    }
    if (highest === undefined) return;
    for (const wrong of current.flatMap(identify)) {
      if (compareVersionIds(wrong.id, highest.id) === 0) continue;
      const rival = identified.find(
        ({ entry, id }) => statusOf(entry) === 'CURRENT' && compareVersionIds(id, highest.id) === 0,
      );
      yield {
        at: placeIn(document, childPointer(wrong.entry.pointer, 'status'), 'value'),
        message:
          rival === undefined
            ? `"${wrong.text}" is CURRENT, but "${highest.text}" is higher: mark only the highest version as CURRENT`
            : `both "${wrong.text}" and "${rival.text}" are CURRENT: mark only the highest version as CURRENT`,
        related: [
          {
            at: placeIn(document, childPointer(highest.entry.pointer, 'id'), 'value'),
            message: 'the highest version',
          },
        ],
      };
    }
  },
};

function identify(entry: ObjectEntry): readonly IdentifiedEntry[] {
  const id = idOf(entry);
  return id === undefined ? [] : [{ entry, text: textMember(entry.value, 'id') ?? '', id }];
}
