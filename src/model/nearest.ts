import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a misspelled word most likely means. It differs in case only, in two swapped neighbouring letters, or in at most a
 * third of the letters. Of names that consist of as many words, each word must be that near: `invalid_auth` does not mean `invalid_name`.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const plain =
    candidates.find((candidate) => candidate.length === word.length && candidate.toLowerCase() === lower) ??
    candidates.find((candidate) => isSwapOf(word, candidate));
  if (plain !== undefined || candidates.length === 0) return plain;
  const { candidate, wrong } = closestTo(word, candidates);
  // Any letter would be near to a word of one letter.
  return wrong < Math.max(word.length, candidate.length) &&
    isNear(wrong, word) &&
    areWordsNear(word, candidate)
    ? candidate
    : undefined;
}

function isNear(wrong: number, word: string): boolean {
  return wrong <= Math.max(1, Math.floor(word.length / 3));
}

/** Whether no word of a name is another word than that of the candidate at its place. The name of a file may differ more: few are in one folder. */
function areWordsNear(name: string, candidate: string): boolean {
  const [words, others] = [name.split(/[_-]/), candidate.split(/[_-]/)];
  return (
    /[./]/.test(name) ||
    words.length !== others.length ||
    words.every((word, index) => {
      const wrong = distance(word, others[index] ?? '');
      return wrong < Math.max(2, word.length) && wrong <= Math.max(2, Math.floor(word.length / 2));
    })
  );
}

/** Whether two words differ in one letter: another one, one more or one fewer. */
export function isOneLetterFrom(word: string, other: string): boolean {
  return Math.abs(word.length - other.length) <= 1 && distance(word, other) === 1;
}

/** The candidate with the fewest wrong letters; of several, the one that begins most like the word. */
function closestTo(word: string, candidates: readonly string[]): { candidate: string; wrong: number } {
  let best = { candidate: '', wrong: Number.POSITIVE_INFINITY };
  for (const candidate of candidates) {
    // The lengths alone show that most candidates are worse.
    if (Math.abs(candidate.length - word.length) > best.wrong) continue;
    const wrong = distance(word, candidate);
    const isBetter =
      wrong < best.wrong ||
      (wrong === best.wrong && samePrefix(word, candidate) > samePrefix(word, best.candidate));
    if (isBetter) best = { candidate, wrong };
  }
  return best;
}

function samePrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
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
