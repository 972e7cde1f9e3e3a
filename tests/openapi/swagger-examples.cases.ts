import { describe, expect, test } from '@jest/globals';

import { checkFixtureFolder, readFixture } from './read-fixture';

describe('examples of Swagger 2.0', () => {
  test('are also read from widespread extensions', () => {
    const { contracts } = readFixture('swagger-examples');
    const body = 'openapi.yaml#/paths/~1a/post/parameters/2';
    expect(contracts['a.request']?.split(' | ').slice(2)).toEqual([
      `${body}/x-example`,
      `${body}/example`,
      `${body}/x-examples/named`,
      `${body}/x-examples/wrapped/value`,
      `${body}/x-examples/application~1json`,
      '1 not checked: XML',
      '1 not checked: text',
    ]);
    expect(contracts['a.200']?.split(' | ').slice(3)).toEqual(['1 not checked: XML', '1 not checked: text']);
  });

  test('are checked', async () => {
    expect(await checkFixtureFolder('swagger-examples')).toEqual([
      'openapi.yaml:8:80-8:81 error sample-matches-schema: expected an integer, got "x"',
      'openapi.yaml:8:100-8:101 error sample-matches-schema: expected an integer, got "y"',
      'openapi.yaml:8:111-8:131 error sample-matches-schema: expected an integer, got an object',
      'openapi.yaml:13:26-13:27 error sample-matches-schema: expected an integer, got "a"',
      'openapi.yaml:14:28-14:29 error sample-matches-schema: expected an integer, got "b"',
      'openapi.yaml:16:37-16:38 error sample-matches-schema: expected an integer, got "c"',
      'openapi.yaml:19:26-19:27 error sample-matches-schema: expected an integer, got "e"',
      'openapi.yaml:20:51-20:52 error sample-matches-schema: expected an integer, got "f"',
      'openapi.yaml:25:41-25:42 error sample-matches-schema: expected an object, got 5',
      'openapi.yaml:26:94-26:96 error openapi-readable: expected a media type, such as application/json, got "id"',
    ]);
  });
});
