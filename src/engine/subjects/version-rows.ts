import { textMember } from '../../model/json/json-value';
import type { VersionRow } from '../../model/findings/check-result';
import { objectEntries, selfLinksOf } from '../../model/versions/versions-entry';
import type { VersionsSubject } from '../../model/versions/versions-set';

/** The versions that a document lists, as written there. A value that the document omits is an empty string. */
export function versionRows({ document, view }: VersionsSubject): readonly VersionRow[] {
  return objectEntries(view)
    .filter(({ listed }) => listed)
    .map((entry) => {
      const [self] = selfLinksOf(entry);
      return {
        file: document.source.name,
        id: textMember(entry.value, 'id') ?? '',
        status: textMember(entry.value, 'status') ?? '',
        oldest: textMember(entry.value, 'min_version') ?? '',
        newest: textMember(entry.value, 'max_version') ?? textMember(entry.value, 'version') ?? '',
        self: self === undefined ? '' : (textMember(self.value, 'href') ?? ''),
      };
    });
}
