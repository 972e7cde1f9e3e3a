import { textMember } from '../../model/json/json-value';
import { parseVersionId, selfLinksOf, type ObjectEntry } from '../../model/versions/versions-entry';

/** The URL that a service's versions are under, from a self link; the whole link if it contains no version. */
export interface EntryHome {
  /** Cut off before the version, without a slash at the end. */
  readonly url: string;
  readonly isUpToVersion: boolean;
}

/** The URLs that versions are under, according to the self links of an entry. */
export function homesOfEntry(entry: ObjectEntry): readonly EntryHome[] {
  return selfLinksOf(entry).flatMap((link) => {
    const href = textMember(link.value, 'href');
    // A relative link depends on the document's URL, which is unknown for a file.
    if (href === undefined || !URL.canParse(href)) return [];
    const parts = href.split('/');
    const at = parts.findIndex(
      (part) => /^v\d/i.test(part) && parseVersionId(part.toLowerCase()) !== undefined,
    );
    return [
      at === -1
        ? { url: href, isUpToVersion: false }
        : { url: parts.slice(0, at).join('/'), isUpToVersion: true },
    ];
  });
}
