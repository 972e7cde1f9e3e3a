import { describe, expect, test } from '@jest/globals';
import {
  array,
  assert,
  boolean,
  constantFrom,
  letrec,
  oneof,
  pre,
  property,
  string,
  tuple,
} from 'fast-check';

import { stepsOf } from '../../../src/schema/patterns/backtracking';
import { patternTree, type PatternTree } from '../../../src/schema/patterns/pattern-tree';

const LENGTH = 99;

describe('the most steps of a pattern on 99 characters', () => {
  test.each([
    ['^v[1-9]\\d*\\.(0|[1-9]\\d*)$', 100],
    ['^[a-z]+$', 100],
    ['Z$', 100 ** 2],
    ['[a-z]+', 100 ** 3],
    ['^([a-z]+,)*[a-z]+$', 100 ** 2],
    ['^(/[^/]+)*/v\\d+$', 100 ** 2],
    ['^(?=[^ ]*$)a*b', 100 ** 2],
    ['^(ab|ac)d$', 2 * 100],
    ['^(a|b)(c|d)(e|f)$', 100],
    ['^a{1,5}a$', 5 * 100],
    ['^a{3}$', 100],
    ['^(a|b)*c$', 100],
    ['^(?:\\d{1,3}\\.){3}\\d{1,3}$', 100],
    ['^\\bword\\b$', 100],
    [
      '^https?://([\\w.~-]+|\\[[\\dA-Fa-f:.]+\\])(:\\d{1,5})?(/[^/?#\\s]+)*/v[1-9]\\d*(\\.(0|[1-9]\\d*))?/$',
      100 ** 2,
    ],
  ])('%s', (pattern, steps) => {
    expect(stepsOf(new RegExp(pattern, 'u'))(LENGTH)).toBe(steps);
  });

  test.each([
    ['repeats what is repeated', '^(a*)*b$'],
    ['repeats what may be empty', '^(a?){50}a{50}$'],
    ['repeats alternatives that begin alike', '^(a|ab|b)*c$'],
    ['repeats alternatives that begin with any character', '^(a|.)*$'],
    ['repeats a part that may end in two places', '^(a+a)+$'],
    ['repeats parts without a separator', '^(\\w+\\s?)*$'],
    ['refers back', '^(a*)\\1$'],
    ['refers back to a name', '^(?<x>a*)\\k<x>$'],
    ['looks behind', '(?<=a+)b'],
  ])('is not known where it %s: %s', (_, pattern) => {
    expect(stepsOf(new RegExp(pattern, 'u'))(LENGTH)).toBe(Infinity);
  });

  test('is not known for the letters beyond ASCII that the flag i adds', () => {
    expect(stepsOf(/^(k|\u212A)*$/iu)(LENGTH)).toBe(Infinity);
    expect(stepsOf(/^(k|l)*$/u)(LENGTH)).toBe(100);
  });
});

/** How often an engine that goes back reads a character, at most a million times. */
function stepsTaken(regex: RegExp, text: string): number {
  let steps = 0;
  const go = (tree: PatternTree, at: number, next: (at: number) => boolean, turns = 0): boolean => {
    if (steps > 1_000_000) return true;
    switch (tree.kind) {
      case 'empty':
        return next(at);
      case 'end':
        return at === text.length && next(at);
      case 'look-ahead':
        return go(tree.part, at, () => true) && next(at);
      case 'characters': {
        steps += 1;
        const code = text.charCodeAt(at);
        return at < text.length && (tree.set.ascii & (1n << BigInt(code))) !== 0n && next(at + 1);
      }
      case 'choice':
        return tree.parts.some((part) => go(part, at, next));
      case 'sequence': {
        const [first, ...rest] = tree.parts;
        if (first === undefined) return next(at);
        return go(first, at, (end) => go({ kind: 'sequence', parts: rest }, end, next));
      }
      case 'repeat':
        return (
          (turns < tree.most &&
            go(tree.part, at, (end) => (end > at || turns < tree.least) && go(tree, end, next, turns + 1))) ||
          (turns >= tree.least && next(at))
        );
    }
  };
  const tree = patternTree(regex);
  if (tree === undefined) throw new Error('a pattern without a tree');
  const starts = regex.source.startsWith('^') && tree.kind !== 'choice' ? 1 : text.length + 1;
  for (let start = 0; start < starts; start += 1) if (go(tree, start, () => true)) break;
  return steps;
}

/** Patterns of three letters, so that their parts often overlap. */
const { pattern: PATTERN } = letrec<{ pattern: string; part: string }>((tie) => ({
  part: oneof(
    { maxDepth: 2 },
    constantFrom('a', 'b', 'c', '[ab]', '[bc]', '[^a]', '.', '$', 'a'),
    tie('pattern').map((inner) => `(?:${inner})`),
    tie('pattern').map((inner) => `(?=${inner})`),
  ),
  pattern: array(
    array(tuple(tie('part'), constantFrom('', '', '*', '+', '?', '{2}', '{1,3}')), {
      minLength: 1,
      maxLength: 4,
    }).map((parts) =>
      parts.map(([part, quantifier]) => (/^(?:\$|\(\?=)/.test(part) ? part : part + quantifier)).join(''),
    ),
    { minLength: 1, maxLength: 3 },
  ).map((options) => options.join('|')),
}));

test('no engine that goes back takes more steps than a multiple that depends on the pattern', () => {
  assert(
    property(
      PATTERN,
      boolean(),
      string({ unit: constantFrom('a', 'a', 'b', 'c'), maxLength: 30 }),
      (source, isAnchored, text) => {
        const regex = new RegExp(isAnchored ? `^(?:${source})$` : source, 'u');
        const most = stepsOf(regex)(text.length);
        pre(most !== Infinity);
        expect(stepsTaken(regex, text)).toBeLessThanOrEqual(most * 4 * (source.length + 2));
      },
    ),
    // Always the same patterns: a failure in CI must be one of the change.
    { seed: 1, numRuns: 200, maxSkipsPerRun: 100 },
  );
});
