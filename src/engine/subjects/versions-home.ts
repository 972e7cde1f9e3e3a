import { parseVersionId, selfLinksOf, textMember, type ObjectEntry } from '../../model/versions-entry';

/** A self link of an entry: where the service's versions live, or the whole link where it names no version. */
export interface EntryHome {
  /** Without a slash at its end. */
  readonly url: string;
  readonly isUpToVersion: boolean;
}

/** Where the self links of an entry say that versions live. */
export function homesOfEntry(entry: ObjectEntry): readonly EntryHome[] {
  return selfLinksOf(entry).flatMap((link) => {
    const href = textMember(link.value, 'href');
    // A relative link says where from the document, which nobody knows of a file.
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
