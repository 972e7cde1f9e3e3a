import { childPointer } from '../../model/json-pointer';
import { objectEntries } from '../../model/versions-entry';
import { placeIn } from '../place-in';
import type { Rule } from '../rule';

/** Compute’s index has none (nova views/versions.py), though by a slip its own response schema accepts them there. */
export const mediaTypesPlace: Rule<'versions'> = {
  id: 'media-types-place',
  subject: 'versions',
  severity: 'error',
  summary: 'Compute tells media types only in the document of one version and among choices.',
  check: function* ({ document, view, compute }) {
    if (!compute || view === undefined || (view.shape !== 'versions' && view.shape !== 'versions.values'))
      return;
    for (const entry of objectEntries(view)) {
      if (!Object.hasOwn(entry.value, 'media-types')) continue;
      yield {
        at: placeIn(document, childPointer(entry.pointer, 'media-types'), 'key'),
        message:
          '"media-types" stands in the list of versions: only the document of one version and choices have it',
      };
    }
  },
};
