import { describe, expect, test } from '@jest/globals';

import { checkFixtureFolder, readFixture } from './read-fixture';

describe('a parameter example as it is sent', () => {
  test('is read by its style, where that leaves nothing open', () => {
    const { contracts } = readFixture('parameter-styles');
    const examples = Object.entries(contracts).map(([name, line]) => {
      const [, , ...read] = line.split(' | ');
      return [name.replace('get.', ''), ...read.map((each) => each.replace(/^\S+ as /, ''))];
    });
    const at =
      'openapi.yaml#/paths/~1{label}~1{labels}~1{decimals}~1{matrix}~1{matrixes}~1{exploded}/get/parameters';
    expect(examples).toEqual([
      ['path.label', `${at}/0/examples/plain/value`, '"x"', '7'],
      ['path.labels', '[1,2,"x"]', '[1,"y"]'],
      ['path.decimals', '1 not checked: text in a style'],
      ['path.matrix', '5', '"x"', `${at}/3/examples/other/value`],
      ['path.matrixes', '[1,"x"]'],
      ['path.exploded', '[1,"x"]'],
      ['header.X-Ids', '[1,2,"x"]'],
      ['query.spaces', '[1," 2"]'],
      ['query.filter', `${at}/8/example`],
      ['query.list'],
    ]);
  });

  test('is checked', async () => {
    expect(await checkFixtureFolder('parameter-styles')).toEqual([
      'openapi.yaml:8:121-8:123 error sample-matches-schema: expected an integer, got 0.5',
      'openapi.yaml:8:143-8:147 error sample-matches-schema: expected an integer, got "x"',
      'openapi.yaml:9:143-9:151 error sample-matches-schema: expected an integer, got "x"',
      'openapi.yaml:9:172-9:178 error sample-matches-schema: expected an integer, got "y"',
      'openapi.yaml:11:151-11:160 error sample-matches-schema: expected an integer, got "x"',
      'openapi.yaml:11:180-11:188 error sample-matches-schema: expected an integer, got ";other=5"',
      'openapi.yaml:12:125-12:140 error sample-matches-schema: expected an integer, got "x"',
      'openapi.yaml:13:140-13:164 error sample-matches-schema: expected an integer, got "x"',
      'openapi.yaml:14:93-14:103 error sample-matches-schema: expected an integer, got "x"',
      'openapi.yaml:15:109-15:115 error sample-matches-schema: expected an integer, got " 2"',
      'openapi.yaml:16:153-16:154 error sample-matches-schema: expected an integer, got "x"',
      'openapi.yaml:17:73-17:74 error openapi-readable: expected an object with examples by name, each with its "value", got an array: name each item and put it below "value", or write "example" if the array is one example',
    ]);
  });
});
