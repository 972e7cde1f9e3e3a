import { patternTree, type CharacterSet, type PatternTree } from './pattern-tree';

/** How often a pattern may go back in a text and try another way: at most `ways` × the length of the text to the power of `degree`. */
interface Backtracking {
  readonly ways: number;
  readonly degree: number;
}

const NONE: Backtracking = { ways: 1, degree: 0 };
const NOTHING: CharacterSet = { ascii: 0n, other: false, end: false };
const ANYTHING: CharacterSet = { ascii: (1n << 128n) - 1n, other: true, end: true };

/**
 * The most steps that matching a regular expression may take on a text of some length, without multiples that depend on the pattern alone. It is
 * `Infinity` where this cannot be said, as for `(a*)*b`: what is repeated may match one text in several ways, and each of them is tried.
 */
export function stepsOf(regex: RegExp): (length: number) => number {
  const tree = patternTree(regex);
  const found = tree === undefined ? undefined : backtracking(tree, ANYTHING, false);
  if (found === undefined) return () => Infinity;
  // From each place where a match may begin, up to the end of the text.
  const degree = found.degree + (regex.source.startsWith('^') && tree?.kind !== 'choice' ? 1 : 2);
  return (length) => found.ways * (length + 1) ** degree;
}

/**
 * How often a part goes back. `follow` is what may come after it. In a loop, there must be only one way to go on for each next character, because
 * the ways of all turns are multiplied.
 */
function backtracking(tree: PatternTree, follow: CharacterSet, isInLoop: boolean): Backtracking | undefined {
  switch (tree.kind) {
    case 'characters':
    case 'empty':
    case 'end':
      return NONE;
    case 'look-ahead': {
      const found = backtracking(tree.part, ANYTHING, false);
      // It is walked once for each place where it is tried.
      return found === undefined ? undefined : { ...found, degree: found.degree + (isInLoop ? 2 : 1) };
    }
    case 'sequence': {
      let all = NONE;
      let next = follow;
      for (const part of tree.parts.toReversed()) {
        const found = backtracking(part, next, isInLoop);
        if (found === undefined) return undefined;
        all = { ways: all.ways * found.ways, degree: all.degree + found.degree };
        next = firstOf(part, next);
      }
      return all;
    }
    case 'choice':
      return ofOptions(tree.parts, follow, isInLoop);
    case 'repeat':
      return ofRepeat(tree, follow, isInLoop);
  }
}

function ofOptions(
  options: readonly PatternTree[],
  follow: CharacterSet,
  isInLoop: boolean,
): Backtracking | undefined {
  let all = NONE;
  let isDecided = true;
  let ways = 0;
  let seen = NOTHING;
  for (const option of options) {
    const found = backtracking(option, follow, isInLoop);
    if (found === undefined) return undefined;
    const first = firstOf(option, follow);
    isDecided &&= areDisjoint(first, seen);
    seen = union(first, seen);
    ways += found.ways;
    all = { ways: Math.max(all.ways, found.ways), degree: Math.max(all.degree, found.degree) };
  }
  if (isDecided) return all;
  return isInLoop ? undefined : { ...all, ways };
}

function ofRepeat(
  { part, least, most }: Extract<PatternTree, { readonly kind: 'repeat' }>,
  follow: CharacterSet,
  isInLoop: boolean,
): Backtracking | undefined {
  if (most === 0) return NONE;
  if (most === 1)
    return least === 1 ? backtracking(part, follow, isInLoop) : ofOptions([part, NO_TURN], follow, isInLoop);
  if (isNullable(part)) return undefined;
  const again = firstOf(part, NOTHING);
  const inside = backtracking(part, union(again, follow), true);
  if (inside === undefined) return undefined;
  if (least === most || areDisjoint(again, follow)) return inside;
  if (isInLoop) return undefined;
  return most === Infinity
    ? { ...inside, degree: inside.degree + 1 }
    : { ...inside, ways: inside.ways * (most - least + 1) };
}

const NO_TURN: PatternTree = { kind: 'empty' };

/** What a part, and then what follows it, may match next. */
function firstOf(tree: PatternTree, follow: CharacterSet): CharacterSet {
  switch (tree.kind) {
    case 'characters':
      return tree.set;
    case 'empty':
    case 'look-ahead':
      return follow;
    case 'end':
      return { ...NOTHING, end: true };
    case 'sequence':
      return tree.parts.reduceRight((next, part) => firstOf(part, next), follow);
    case 'choice':
      return tree.parts.map((part) => firstOf(part, follow)).reduce(union, NOTHING);
    case 'repeat': {
      if (tree.most === 0) return follow;
      const first = firstOf(tree.part, follow);
      return tree.least === 0 ? union(first, follow) : first;
    }
  }
}

/** Whether a part may match without a character. */
function isNullable(tree: PatternTree): boolean {
  switch (tree.kind) {
    case 'characters':
      return false;
    case 'empty':
    case 'end':
    case 'look-ahead':
      return true;
    case 'sequence':
      return tree.parts.every(isNullable);
    case 'choice':
      return tree.parts.some(isNullable);
    case 'repeat':
      return tree.least === 0 || isNullable(tree.part);
  }
}

function union(a: CharacterSet, b: CharacterSet): CharacterSet {
  return { ascii: a.ascii | b.ascii, other: a.other || b.other, end: a.end || b.end };
}

function areDisjoint(a: CharacterSet, b: CharacterSet): boolean {
  return (a.ascii & b.ascii) === 0n && !(a.other && b.other) && !(a.end && b.end);
}
