import { nearest } from '../../model/nearest';

/** The property name among `candidates` that `key` most likely misspells. */
export function intendedKey(key: string, candidates: readonly string[]): string | undefined {
  return nearest(
    key,
    candidates.filter((candidate) => !areOpposites(key, candidate)),
  );
}

/** `max_version` differs from `min_version` in two letters, but is not a misspelling of it. */
function areOpposites(a: string, b: string): boolean {
  return a !== b && a.replaceAll(/min|max/gi, '') === b.replaceAll(/min|max/gi, '');
}
