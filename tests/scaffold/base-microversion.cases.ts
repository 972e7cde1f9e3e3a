import { describe, expect, test } from '@jest/globals';

import { guessBaseMicroversion } from '../../src/scaffold/base-microversion';

describe('guessBaseMicroversion', () => {
  test.each([
    ['no folder at all', ['a/x.json', 'b/x.json'], undefined],
    ['every sample in a folder', ['a/v2.3/x.json', 'b/v2.6/x.json'], undefined],
    ['no sample', [], undefined],
    [
      'the first microversion of the lowest major',
      ['a/x.json', 'a/v2.10/x.json', 'a/v2.9/x.json'],
      { major: 2, minor: 1 },
    ],
    ['a folder for the first one', ['a/x.json', 'a/v1.1/x.json'], { major: 1, minor: 1 }],
    [
      'a service that starts at minor 0',
      ['a/x.json', 'a/v3.0/x.json', 'a/v3.59/x.json'],
      { major: 3, minor: 0 },
    ],
    ['the first folder of a path counts', ['x.json', 'v1.0/a/v2.3/x.json'], { major: 1, minor: 0 }],
    ['a folder that is not a microversion', ['a/v2.01/x.json', 'a/v2.3/x.json'], { major: 2, minor: 1 }],
  ])('%s', (_, paths, base) => {
    expect(guessBaseMicroversion(paths)).toEqual(base);
  });
});
