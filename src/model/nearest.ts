import { closest, distance } from 'fastest-levenshtein';

/** The candidate that a misspelt word most likely means: at most a third of it wrong, only its case, or two neighbours swapped. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const plain =
    candidates.find((candidate) => candidate.toLowerCase() === word.toLowerCase()) ??
    candidates.find((candidate) => isSwapOf(word, candidate));
  if (plain !== undefined || candidates.length === 0) return plain;
  const candidate = closest(word, [...candidates]);
  return distance(word, candidate) <= Math.max(1, Math.floor(word.length / 3)) ? candidate : undefined;
}

/** Counted as two wrong letters, the commonest slip of the fingers would be too far from a short word. */
function isSwapOf(word: string, candidate: string): boolean {
  if (word.length !== candidate.length) return false;
  const at = word.split('').findIndex((letter, index) => letter !== candidate[index]);
  const swapped = `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`;
  return at !== -1 && swapped === candidate;
}

/** The path that a wrong one most likely means: the same below one folder more or less, or one that is spelt much like it. */
export function nearestPath(path: string, candidates: readonly string[]): string | undefined {
  const above = candidates.find((candidate) => path.endsWith(`/${candidate}`));
  const [below, second] = candidates.filter((candidate) => candidate.endsWith(`/${path}`));
  return above ?? (second === undefined ? below : undefined) ?? nearest(path, candidates);
}
