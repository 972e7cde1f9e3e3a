import { childPointer } from '../../model/json/json-pointer';
import { objectEntries } from '../../model/versions/versions-entry';
import { placeIn } from '../place-in';
import type { Rule } from '../rule';

/** Compute’s list of versions has none (nova views/versions.py), although its own response schema accepts them there by mistake. */
export const mediaTypesPlace: Rule<'versions'> = {
  id: 'media-types-place',
  subject: 'versions',
  severity: 'error',
  summary: 'Compute has media types only in the document of one version and in choices.',
  check: function* ({ document, view, compute }) {
    if (!compute || view === undefined || (view.shape !== 'versions' && view.shape !== 'versions.values'))
      return;
    for (const entry of objectEntries(view)) {
      if (!Object.hasOwn(entry.value, 'media-types')) continue;
      yield {
        at: placeIn(document, childPointer(entry.pointer, 'media-types'), 'key'),
        message:
          '"media-types" is allowed only in the document of one version and in choices, not in the list of versions: remove it',
      };
    }
  },
};
