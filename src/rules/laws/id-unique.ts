import { textMember } from '../../model/json/json-value';
import { childPointer } from '../../model/json/json-pointer';
import { idOf, normalId, objectEntries } from '../../model/versions/versions-entry';
import { placeIn } from '../place-in';
import type { Rule } from '../rule';

/** If a version has two entries, it depends on the client which one counts (gophercloud discovery.go, rust-osauth common.rs). */
export const idUnique: Rule<'versions'> = {
  id: 'id-unique',
  subject: 'versions',
  severity: 'error',
  summary: 'No two versions of a document have the same id.',
  check: function* ({ document, view }) {
    const first = new Map<string, { readonly id: string; readonly pointer: string }>();
    for (const entry of objectEntries(view)) {
      const id = textMember(entry.value, 'id');
      if (id === undefined || !entry.listed || idOf(entry) === undefined) continue;
      const pointer = childPointer(entry.pointer, 'id');
      const earlier = first.get(normalId(id));
      if (earlier === undefined) {
        first.set(normalId(id), { id, pointer });
        continue;
      }
      const at = placeIn(document, pointer, 'value');
      const related = [{ at: placeIn(document, earlier.pointer, 'value'), message: 'the first one' }];
      if (earlier.id === id) {
        yield {
          at,
          message: `the id "${id}" appears twice: keep one entry per version`,
          clients: 'gophercloud fails with "multiple alternatives"; rust-osauth uses any of them',
          related,
        };
      } else {
        const message = `"${id}" and "${earlier.id}" are the same version: keep one entry per version`;
        yield { at, message, severity: 'warning', related };
      }
    }
  },
};
