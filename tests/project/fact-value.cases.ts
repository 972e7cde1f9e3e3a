import { describe, expect, test } from '@jest/globals';

import { readFactTemplate, type FactValue } from '../../src/project/fact-value';

/** The value of a template in the first match of a pattern. */
function valueIn(text: string, pattern: string, template?: string): FactValue {
  const compiled = new RegExp(pattern, 'dm');
  const match = compiled.exec(text);
  if (match === null) throw new Error('no match');
  return readFactTemplate(template, compiled).valueOf(match);
}

describe('readFactTemplate', () => {
  test.each([
    ['the first group', 'MAX = (1), (18)', undefined, '1', [6, 7]],
    ['the match, where there is no group', '\\(.*\\)|1, 18', undefined, '1, 18', [6, 11]],
    ['two groups', '(\\d+), (\\d+)', '$1.$2', '1.18', [9, 11]],
    ['groups in another order: the span is that of the last', '(\\d+), (\\d+)', '$2.$1', '18.1', [6, 7]],
    ['named groups', '(?<major>\\d+), (?<minor>\\d+)', '$<major>.$<minor>', '1.18', [9, 11]],
    ['a group by name and number', '(?<major>\\d+), (\\d+)', '$<major>.$2', '1.18', [9, 11]],
    ['a group and text', '(\\d+), (\\d+)', 'v1.$2!', 'v1.18!', [9, 11]],
    ['only text', '\\d+, \\d+', 'x', 'x', [6, 11]],
    ['the whole match', '\\d+, (\\d+)', '$&', '1, 18', [6, 11]],
    ['a dollar sign', '\\d+, (\\d+)', '$$1$1', '$118', [9, 11]],
    ['a group before a digit', '(\\d+), (\\d+)', '$10', '10', [6, 7]],
    ['the group 10', '(M)(A)(X)( )(=)( )(1)(,)( )(18)', '$10', '18', [9, 11]],
    ['an empty group', '(\\d+), (x?)', '$1.$2', '1.', [9, 9]],
  ])('gives %s', (_what, pattern, template, value, span) => {
    expect(valueIn('MAX = 1, 18', pattern, template)).toEqual({ value, span });
  });

  test.each([
    ['(2)|\\d+', undefined, 'the group `$1` takes no part in the match "1"'],
    ['(\\d+)(x)?', '$1.$2', 'the group `$2` takes no part in the match "1"'],
    ['(?<a>\\d+)(?<b>x)?', '$<a>.$<b>', 'the group `$<b>` takes no part in the match "1"'],
  ])('%s, %s: a group that takes no part gives no value', (pattern, template, problem) => {
    expect(valueIn('MAX = 1, 18', pattern, template)).toEqual({ problem });
  });

  test.each([
    ['(\\d+)', '$1.$2', '`$1.$2` uses the group `$2`, which `match` does not have'],
    [
      '(?<major>\\d+)',
      '$major',
      '`$major` uses no group of `match`, so every match has the same value: write `$<major>` for a group',
    ],
    [
      '(\\d+)',
      '2.1',
      '`2.1` uses no group of `match`, so every match has the same value: write `$1` for a group',
    ],
    ['\\d+', '$1', '`$1` uses the group `$1`, which `match` does not have'],
    ['(?<major>\\d+)', '$<minor>', '`$<minor>` uses the group `$<minor>`, which `match` does not have'],
    ['(\\d+)', '$<major>', '`$<major>` uses the group `$<major>`, which `match` does not have'],
  ])('%s, %s: a group that the pattern does not have is a problem', (pattern, template, problem) => {
    expect(readFactTemplate(template, new RegExp(pattern, 'dgm')).problem).toBe(problem);
  });
});
