import type { KnownVersion } from './known-versions';

/** Compute's response to a path without a known version: every version it has, with a link to the same path there. */
export function choicesDocument(versions: readonly KnownVersion[], path: string, base: string): unknown {
  return {
    choices: versions.map((version) => ({
      id: version.id,
      status: version.status,
      links: [{ rel: 'self', href: `${base}${version.path}${path}` }],
      ...(version.mediaTypes === undefined ? {} : { 'media-types': version.mediaTypes }),
    })),
  };
}
