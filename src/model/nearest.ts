import { closest, distance } from 'fastest-levenshtein';

/**
 * The candidate that a misspelled word most likely means. It differs in case only, in two swapped neighbouring letters, or in at most a
 * third of the letters.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const plain =
    candidates.find((candidate) => candidate.length === word.length && candidate.toLowerCase() === lower) ??
    candidates.find((candidate) => isSwapOf(word, candidate));
  if (plain !== undefined || candidates.length === 0) return plain;
  const candidate = closest(word, [...candidates]);
  return distance(word, candidate) <= Math.max(1, Math.floor(word.length / 3)) ? candidate : undefined;
}

/** Swapped letters are the most common typing mistake. As two wrong letters, they would exceed the limit of a short word. */
function isSwapOf(word: string, candidate: string): boolean {
  if (word.length !== candidate.length) return false;
  let at = 0;
  while (at < word.length && word[at] === candidate[at]) at += 1;
  return (
    at + 1 < word.length &&
    word[at] === candidate[at + 1] &&
    word[at + 1] === candidate[at] &&
    word.slice(at + 2) === candidate.slice(at + 2)
  );
}

/** The path that a wrong path most likely means: the same path with extra or missing leading folders, or one with a similar spelling. */
export function nearestPath(path: string, candidates: readonly string[]): string | undefined {
  const above = candidates.find((candidate) => path.endsWith(`/${candidate}`));
  const [below, second] = candidates.filter((candidate) => candidate.endsWith(`/${path}`));
  return above ?? (second === undefined ? below : undefined) ?? nearest(path, candidates);
}

/**
 * `nearestPath` for many wrong paths, limited to the first hundred: each one is compared with every candidate, and where a program wrote
 * thousands of wrong paths, the first few show its mistake.
 */
export function createNearestPath(candidates: () => readonly string[]): (path: string) => string | undefined {
  const meant = new Map<string, string | undefined>();
  return (path) => {
    if (!meant.has(path) && meant.size < MOST_COMPARED) meant.set(path, nearestPath(path, candidates()));
    return meant.get(path);
  };
}

const MOST_COMPARED = 100;
