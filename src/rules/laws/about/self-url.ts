import type { Document } from '../../../model/documents/document';
import {
  idOf,
  isOwnUrl,
  objectEntries,
  parseVersionId,
  selfLinkOf,
  type ObjectEntry,
  type SelfLink,
  type VersionId,
} from '../../../model/versions/versions-entry';
import type { VersionsShape } from '../../../model/versions/versions-document';
import type { VersionsSet } from '../../../model/versions/versions-set';
import { isPlaceholder } from './placeholder-in';

/** The self link of an entry, and the version that its URL names. */
export interface SelfUrl {
  readonly document: Document;
  readonly entry: ObjectEntry;
  readonly id: VersionId;
  readonly link: SelfLink;
  readonly named: VersionId | undefined;
}

/** Why the URL of a self link does not lead to the version of its entry. */
export type SelfMisfit =
  | { readonly kind: 'no-version' }
  | { readonly kind: 'another-version'; readonly named: VersionId }
  /** Another self link with the same major version names its minor version, so the major version alone is ambiguous. */
  | { readonly kind: 'no-minor'; readonly other: SelfUrl };

/** The self links of a service whose URL can be checked. One that means the document's own URL is skipped. */
export function selfUrlsOf(set: VersionsSet): readonly SelfUrl[] {
  const urls = known.get(set) ?? readSelfUrls(set);
  known.set(set, urls);
  return urls;
}

/** Several laws read the self links of one service. */
const known = new WeakMap<VersionsSet, readonly SelfUrl[]>();

function readSelfUrls({ members }: VersionsSet): readonly SelfUrl[] {
  return members.flatMap(({ document, view }) =>
    view === undefined
      ? []
      : objectEntries(view).flatMap((entry) => {
          const id = idOf(entry);
          const link = selfLinkOf(entry);
          const path =
            link === undefined || isPlaceholder(document, link.href) ? undefined : pathOf(link.href);
          return id === undefined || link === undefined || path === undefined
            ? []
            : [{ document, entry, id, link, named: versionIn(path, view.shape) }];
        }),
  );
}

/** Whether a URL names a version, right or wrong. The document's own URL counts as one that does. */
export function namesVersion(href: string, shape: VersionsShape): boolean {
  const path = pathOf(href);
  return path === undefined || versionIn(path, shape) !== undefined;
}

function pathOf(href: string): string | undefined {
  const base = 'http://base.invalid';
  return !isOwnUrl(href) && URL.canParse(href, base) ? new URL(href, base).pathname : undefined;
}

/** The last segment of the path. Links in choices continue with the requested path, so there it is the first segment that is a version. */
function versionIn(path: string, shape: VersionsShape): VersionId | undefined {
  const segments = path.split('/').filter((segment) => segment !== '');
  const segment =
    shape === 'choices' ? segments.find((part) => /^v\d+(\.\d+)?$/.test(part)) : segments.at(-1);
  return parseVersionId(segment ?? '');
}

/** What is wrong with the URL of a self link, given `all` self links of the service. Undefined if nothing is. */
export function misfitOf({ id, named }: SelfUrl, all: readonly SelfUrl[]): SelfMisfit | undefined {
  if (named === undefined) return { kind: 'no-version' };
  if (named.major !== id.major) return { kind: 'another-version', named };
  if ((named.minor ?? 0) === (id.minor ?? 0)) return undefined;
  if (named.minor !== undefined) return { kind: 'another-version', named };
  // A minor version of another major version does not count: identity had v3.4 at /v3/ next to v2.0 at /v2.0/.
  const other = all.find((url) => url.named?.major === id.major && url.named.minor !== undefined);
  return other === undefined ? undefined : { kind: 'no-minor', other };
}
