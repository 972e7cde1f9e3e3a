import { escapePattern } from '../model/escape-pattern';
import type { Project } from '../model/project/project';
import { objectEntries, parseVersionId, selfLinkOf } from '../model/versions/versions-entry';
import { readVersions } from '../model/versions/versions-document';
import { looksLikeVersions } from '../model/versions/versions-likeness';

/**
 * The base URLs that the samples use for the service, without a slash at the end: `base_url` of the manifest, or those
 * that the self links of the samples start with.
 */
export function homesOfProject({ baseUrl, samples }: Project): readonly string[] {
  if (baseUrl !== undefined) return [baseUrl.replace(/\/+$/, '')];
  const links = samples
    .map(({ document }) => document.value)
    .filter(looksLikeVersions)
    .flatMap((value) => objectEntries(readVersions(value)))
    .flatMap((entry) => selfLinkOf(entry)?.href ?? []);
  return [...new Set(links.flatMap((href) => homeOf(href) ?? []))];
}

/** The part of a URL before its version segment; undefined if the URL is relative or has no version. */
function homeOf(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const { origin, pathname } = new URL(href);
  const segments = pathname.split('/');
  const at = segments.findIndex(
    (segment) => segment.startsWith('v') && parseVersionId(segment) !== undefined,
  );
  return at === -1 ? undefined : `${origin}${segments.slice(0, at).join('/')}`;
}

/** Returns a function that replaces the homes with `base` in every URL of a text. `base` has no slash at the end. */
export function moveHome(homes: readonly string[], base: string): (text: string) => string {
  if (homes.length === 0) return (text) => text;
  const longestFirst = homes.toSorted((a, b) => b.length - a.length);
  // A host or port that merely starts like that of a home belongs to another service.
  const pattern = new RegExp(`(?:${longestFirst.map(escapePattern).join('|')})(?![\\w.:@-])`, 'g');
  return (text) => text.replaceAll(pattern, () => base);
}

/** A path as routes are looked up: without query, doubled slashes and a slash at the end. The root is `''`. */
export function plainPath(path: string): string {
  return path
    .replace(/[?#].*$/s, '')
    .replaceAll(/\/{2,}/g, '/')
    .replace(/\/$/, '');
}
