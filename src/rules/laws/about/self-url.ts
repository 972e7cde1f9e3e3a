import type { Document } from '../../../model/document';
import {
  idOf,
  objectEntries,
  parseVersionId,
  selfLinkOf,
  type ObjectEntry,
  type SelfLink,
  type VersionId,
} from '../../../model/versions-entry';
import type { VersionsShape } from '../../../model/versions-document';
import type { VersionsSet } from '../../../model/versions-set';
import { isPlaceholder } from './placeholder-in';

/** The self link of an entry, and the version that its URL names. */
export interface SelfUrl {
  readonly document: Document;
  readonly entry: ObjectEntry;
  readonly id: VersionId;
  readonly link: SelfLink;
  readonly named: VersionId | undefined;
}

/** How the URL of a self link does not lead to the version of its entry. */
export type SelfMisfit =
  | { readonly kind: 'no-version' }
  | { readonly kind: 'another-version'; readonly named: VersionId }
  /** The major alone would do, were it not for a self link `beside` it that tells its minor. */
  | { readonly kind: 'no-minor'; readonly beside: SelfUrl };

/** The self links of a service whose URL can be judged: not the empty one, which means the document's own. */
export function selfUrlsOf({ members }: VersionsSet): readonly SelfUrl[] {
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

/** Whether a URL names the version it leads to, be it the right one; the empty one is the document's own. */
export function namesVersion(href: string, shape: VersionsShape): boolean {
  const path = pathOf(href);
  return path === undefined || versionIn(path, shape) !== undefined;
}

function pathOf(href: string): string | undefined {
  const base = 'http://base.invalid';
  return href !== '' && URL.canParse(href, base) ? new URL(href, base).pathname : undefined;
}

/** The last segment; among choices, whose links go on with the path that was asked for, the first that is a version. */
function versionIn(path: string, shape: VersionsShape): VersionId | undefined {
  const segments = path.split('/').filter((segment) => segment !== '');
  const segment =
    shape === 'choices' ? segments.find((part) => /^v\d+(\.\d+)?$/.test(part)) : segments.at(-1);
  return parseVersionId(segment ?? '');
}

/** What is wrong with the URL of a self link, beside `all` those of the service; undefined when nothing is. */
export function misfitOf({ id, named }: SelfUrl, all: readonly SelfUrl[]): SelfMisfit | undefined {
  if (named === undefined) return { kind: 'no-version' };
  if (named.major !== id.major) return { kind: 'another-version', named };
  if ((named.minor ?? 0) === (id.minor ?? 0)) return undefined;
  if (named.minor !== undefined) return { kind: 'another-version', named };
  // A minor of another major version says nothing: identity had v3.4 at /v3/ beside v2.0 at /v2.0/.
  const beside = all.find((other) => other.named?.major === id.major && other.named.minor !== undefined);
  return beside === undefined ? undefined : { kind: 'no-minor', beside };
}
