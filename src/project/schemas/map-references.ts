import { posix } from 'node:path';

import { percentDecoded } from '../../model/percent-decoded';
import type { ReadingSettings } from '../../model/project/project';
import type { ReferenceSettings } from './open-schema-files';

/** The settings of references in the schemas of a manifest in this folder. */
export function referenceSettings(
  folder: string,
  { references, refBase }: Pick<ReadingSettings, 'references' | 'refBase'>,
): ReferenceSettings {
  return {
    folder,
    map: createReferenceMap(references),
    ...(refBase === undefined ? {} : { refBase }),
  };
}

/**
 * Returns a function that gives the path that the manifest's `references:` map a URI to. Of several that match, the one with the most
 * characters other than `*` counts; one without `*` comes before all others.
 */
function createReferenceMap(references: ReadingSettings['references']): (uri: string) => string | undefined {
  const patterns = references
    .map(({ url, target }) => ({ ...splitAtStar(normalUrl(url)), target: splitAtStar(target) }))
    .toSorted(
      (a, b) => Number(a.after !== undefined) - Number(b.after !== undefined) || weightOf(b) - weightOf(a),
    );
  return (uri) => {
    for (const { before, after, target } of patterns) {
      if (after === undefined) {
        if (uri === before) return target.before;
      } else if (uri.length > before.length + after.length && uri.startsWith(before) && uri.endsWith(after)) {
        const star = percentDecoded(
          uri.slice(before.length, uri.length - after.length).replace(/\?.*$/s, ''),
        );
        return posix.normalize(`${target.before}${star}${target.after ?? ''}`);
      }
    }
    return undefined;
  };
}

interface Halves {
  readonly before: string;
  /** Undefined where there is no `*`. */
  readonly after: string | undefined;
}

function splitAtStar(text: string): Halves {
  const at = text.indexOf('*');
  return at === -1
    ? { before: text, after: undefined }
    : { before: text.slice(0, at), after: text.slice(at + 1) };
}

function weightOf({ before, after = '' }: Halves): number {
  return before.length + after.length;
}

/** In a URL, the scheme and the host are written in lower case, and an empty path is `/`: references are compared in that form. */
function normalUrl(url: string): string {
  return url
    .replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/?*]*)?/i, (start) => start.toLowerCase())
    .replace(/#$/, '');
}
