import { childPointer } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, member, textMember } from '../../model/json/json-value';
import { idOf, normalId, objectEntries } from '../../model/versions/versions-entry';
import { placeIn } from '../place-in';
import { isPlaceholder } from './about/placeholder-in';
import type { Rule } from '../rule';

const VERSION = /;\s*version\s*=\s*"?([^;"\s]*)/i;

/** No client compares them. Samples of shared file systems and old volume services have 1 for every version; those of Compute do not. */
export const mediaTypeVersion: Rule<'versions'> = {
  id: 'media-type-version',
  subject: 'versions',
  severity: 'warning',
  summary: 'The version in a media type is that of the id.',
  check: function* ({ document, view, compute }) {
    for (const entry of objectEntries(view)) {
      const id = textMember(entry.value, 'id');
      const mediaTypes = member(entry.value, 'media-types');
      if (id === undefined || idOf(entry) === undefined || !isJsonArray(mediaTypes)) continue;
      for (const [index, mediaType] of mediaTypes.entries()) {
        const type = isJsonObject(mediaType) ? textMember(mediaType, 'type') : undefined;
        const version = VERSION.exec(type ?? '')?.[1];
        if (version === undefined || normalId(version) === normalId(id) || isPlaceholder(document, type))
          continue;
        const pointer = childPointer(childPointer(childPointer(entry.pointer, 'media-types'), index), 'type');
        yield {
          at: placeIn(document, pointer, 'value'),
          message: `the media type has version "${version}", but the id is "${id}": use the same version in both`,
          ...(compute ? { severity: 'error' } : {}),
        };
      }
    }
  },
};
