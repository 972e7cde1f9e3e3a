/** A file with the name that patterns are compared with. */
interface Candidate<File> {
  readonly name: string;
  readonly file: File;
}

/** Finds files by their names. There may be a hundred thousand of them, so they are not indexed where a sorted list is enough. */
export interface Candidates<File> {
  /** The files with this name. */
  readonly named: (name: string) => readonly File[];
  /**
   * The files that a pattern may match: their names contain what the pattern says literally. Thousands of patterns and thousands of files need only
   * look-ups, if each pattern has a literal folder, a literal file name or a literal beginning.
   */
  readonly mayMatch: (pattern: string) => readonly Candidate<File>[];
}

/** Prepares to find these files. */
export function createCandidates<File>(
  files: readonly File[],
  nameOf: (file: File) => string,
): Candidates<File> {
  const all = files
    .map((file) => ({ name: nameOf(file), file }))
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  // Most patterns name a folder or a file, but one like `**/*.json` needs no index.
  let bySegment: ReadonlyMap<string, readonly Candidate<File>[]> | undefined;
  const beginningWith = (prefix: string) => {
    const start = countBefore(all, ({ name }) => name < prefix);
    const end = countBefore(all, ({ name }) => name < prefix || name.startsWith(prefix));
    return { start, end };
  };
  return {
    named: (wanted) => {
      const found: File[] = [];
      for (let at = countBefore(all, ({ name }) => name < wanted); all[at]?.name === wanted; at += 1) {
        const candidate = all[at];
        if (candidate !== undefined) found.push(candidate.file);
      }
      return found;
    },
    mayMatch: (pattern) => {
      const { prefix, segments, longest } = literalsOf(pattern);
      const { start, end } = beginningWith(prefix);
      let found: readonly Candidate<File>[] | undefined;
      for (const segment of segments) {
        bySegment ??= indexBySegment(all);
        const having = bySegment.get(segment) ?? [];
        if (having.length < (found?.length ?? end - start)) found = having;
      }
      return (found ?? all.slice(start, end)).filter(({ name }) => name.includes(longest));
    },
  };
}

function indexBySegment<File>(
  all: readonly Candidate<File>[],
): ReadonlyMap<string, readonly Candidate<File>[]> {
  const index = new Map<string, Candidate<File>[]>();
  for (const candidate of all) {
    for (const segment of new Set(candidate.name.split('/'))) {
      const found = index.get(segment);
      if (found === undefined) index.set(segment, [candidate]);
      else found.push(candidate);
    }
  }
  return index;
}

/** How many items at the beginning satisfy a condition that no later item satisfies again. */
function countBefore<Item>(items: readonly Item[], isBefore: (item: Item) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && isBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Literals {
  /** What each matching path begins with. */
  readonly prefix: string;
  /** Whole names of folders or files that each matching path has. */
  readonly segments: readonly string[];
  /** The longest text that each matching path contains. */
  readonly longest: string;
}

/** What a glob says literally, outside of wildcards, placeholders, alternatives and character classes. */
function literalsOf(pattern: string): Literals {
  // A negated glob matches the paths without its literals.
  if (pattern.startsWith('!')) return { prefix: '', segments: [], longest: '' };
  const runs = literalRuns(pattern);
  // A slash next to `**` is optional: `a/**` matches `a`.
  const texts = runs.map((run) => run.replaceAll(/^\/|\/$/g, ''));
  const segments = runs.flatMap((run, index) => {
    const parts = run.split('/');
    return parts.slice(index === 0 ? 0 : 1, index === runs.length - 1 ? parts.length : -1);
  });
  return {
    prefix: texts[0] ?? '',
    segments: segments.filter((segment) => segment !== ''),
    longest: texts.reduce((longest, text) => (text.length > longest.length ? text : longest), ''),
  };
}

/** The literal texts of a glob between everything that is not literal; the first is its beginning, the last its end. */
function literalRuns(pattern: string): readonly string[] {
  const runs = [''];
  let depth = 0;
  for (const [token] of pattern.matchAll(/\\?[^]/g)) {
    if ('{(['.includes(token)) depth += 1;
    else if ('})]'.includes(token)) depth -= 1;
    if (depth === 0 && !'})]*?+!@|^$"'.includes(token)) {
      runs.push((runs.pop() ?? '') + (token.length > 1 ? token.slice(1) : token));
    } else runs.push('');
  }
  return runs;
}
