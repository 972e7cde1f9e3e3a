import { escapePattern } from '../model/escape-pattern';
import type { Project } from '../model/project';
import { objectEntries, parseVersionId, selfLinkOf } from '../model/versions-entry';
import { looksLikeVersions, readVersions } from '../model/versions-document';

/** The URLs, without a slash at the end, that samples have for the service: the manifest's, or those that their self links lie below. */
export function homesOfProject({ baseUrl, samples }: Project): readonly string[] {
  if (baseUrl !== undefined) return [baseUrl.replace(/\/+$/, '')];
  const links = samples
    .map(({ document }) => document.value)
    .filter(looksLikeVersions)
    .flatMap((value) => objectEntries(readVersions(value)))
    .flatMap((entry) => selfLinkOf(entry)?.href ?? []);
  return [...new Set(links.flatMap((href) => homeOf(href) ?? []))];
}

/** What stands before the first segment that is a version; undefined where the URL is not absolute or names no version. */
function homeOf(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const { origin, pathname } = new URL(href);
  const segments = pathname.split('/');
  const at = segments.findIndex(
    (segment) => segment.startsWith('v') && parseVersionId(segment) !== undefined,
  );
  return at === -1 ? undefined : `${origin}${segments.slice(0, at).join('/')}`;
}

/** A mapping of texts that leads every URL below one of the homes below `base`, which has no slash at the end. */
export function moveHome(homes: readonly string[], base: string): (text: string) => string {
  if (homes.length === 0) return (text) => text;
  const longestFirst = homes.toSorted((a, b) => b.length - a.length);
  // Another host or port that merely begins like the home's is not the service.
  const pattern = new RegExp(`(?:${longestFirst.map(escapePattern).join('|')})(?![\\w.:@-])`, 'g');
  return (text) => text.replaceAll(pattern, () => base);
}

/** A path as it is looked up: no query, no doubled slashes, none at the end; the root is `''`. */
export function plainPath(path: string): string {
  return path
    .replace(/[?#].*$/s, '')
    .replaceAll(/\/{2,}/g, '/')
    .replace(/\/$/, '');
}
