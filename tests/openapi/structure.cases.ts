import { describe, expect, test } from '@jest/globals';

import { usersOf } from '../../src/model/contracts/contract';
import { checkFixtureFolder, openFixture, readFixture } from './read-fixture';

const UP = '../'.repeat(12);

describe('what cannot be read', () => {
  test('is read', () => {
    expect(readFixture('references')).toEqual({
      version: '3.0.3',
      contracts: {
        'postF.200':
          'POST /f → 200 | openapi.yaml#/paths/~1f/post/responses/200/content/application~1json/schema response openapi-3.0 | openapi.yaml#/components/responses/Node/content/application~1json/examples/good/value',
        'getG.200':
          'GET /g → 200 | openapi.yaml#/components/responses/Node/content/application~1json/schema response openapi-3.0 | openapi.yaml#/components/responses/Node/content/application~1json/examples/good/value',
      },
      problems: [
        'circular openapi.yaml /paths/~1a/$ref',
        'dangling openapi.yaml /paths/~1b/$ref',
        'remote openapi.yaml /paths/~1c/$ref',
        'unreadable openapi.yaml /paths/~1d/$ref',
        'wrong-form openapi.yaml /paths/~1e',
        'wrong-form openapi.yaml /paths/~1f/get',
        'wrong-form openapi.yaml /paths/~1f/post/parameters',
        'circular openapi.yaml /components/requestBodies/One/$ref',
        'no-value openapi.yaml /paths/~1f/post/responses/200/content/application~1json/examples/one',
        'wrong-form openapi.yaml /paths/~1f/post/responses/200/content/application~1json/examples/two',
        'circular openapi.yaml /components/examples/loop/$ref',
      ],
    });
  });

  test('is checked', async () => {
    expect(await checkFixtureFolder('references')).toEqual([
      'broken.yaml:2:1-2:1 error schema-readable: an array is not closed: expected `]`, indented by at least one space',
      'openapi.yaml:4:15-4:28 error openapi-readable: "#/paths/~1a" leads back to itself: write what it stands for',
      'openapi.yaml:5:15-5:27 error openapi-readable: "missing.yaml" leads nowhere: fix the reference',
      'openapi.yaml:8:7-8:9 error openapi-readable: expected an object, got an empty array',
      'openapi.yaml:10:10-10:14 error openapi-readable: expected an object, got "none"',
      'openapi.yaml:13:19-13:31 error openapi-readable: expected an array, got an object',
      'openapi.yaml:22:22-22:23 error example-resolves: an example must have a "value", and this one has other properties: move them below "value"',
      'openapi.yaml:23:22-23:23 error openapi-readable: expected an object with "value", got 2: put it below "value"',
      'openapi.yaml:32:18-32:50 error openapi-readable: "#/components/requestBodies/Two" leads back to itself: write what it stands for',
      'openapi.yaml:40:62-40:63 error sample-matches-schema: expected an object, got 5',
      'openapi.yaml:42:19-42:47 error openapi-readable: "#/components/examples/loop" leads back to itself: write what it stands for',
      `outside.yaml:3:15-3:72 error openapi-readable: "${UP}etc/paths.yaml#/~1a" is outside the folders that may be read: move it next to the document`,
      'outside.yaml:4:15-4:16 error openapi-readable: expected a reference, got 5',
      `outside.yaml:4:72-4:120 error openapi-readable: "${UP}etc/b.json" is outside the folders that may be read: move it next to the document`,
      'outside.yaml:11:66-11:70 error sample-matches-schema: expected an integer, got "many"',
      `outside.yaml:15:40-15:88 error example-resolves: "${UP}etc/c.json" is outside the folders that may be read: move it next to the document`,
    ]);
  });
});

describe('an example that YAML reads through several aliases', () => {
  test('is one sample of all operations', async () => {
    const project = openFixture('aliases');
    expect(project.samples.map((sample) => usersOf(sample))).toEqual([
      ['GET /a → 200', 'PUT /a → 200', 'GET /b → 200'],
      ['GET /b → 404'],
      ['GET /b → 405'],
      ['GET /c → 200', 'GET /d → 200'],
    ]);
    expect(await checkFixtureFolder('aliases')).toEqual([
      'openapi.yaml:12:24-12:25 error sample-matches-schema: required property "n" is missing',
      'openapi.yaml:12:30-12:31 error sample-matches-schema: expected an integer, got "x"',
      'openapi.yaml:22:84-22:87 error sample-matches-schema: expected an integer, got "5": remove the quotes',
      'openapi.yaml:25:78-25:83 error sample-matches-schema: expected an integer, got "5": remove the quotes (openapi.yaml:22:84 written at the anchor `&five`)',
      'openapi.yaml:28:113-28:116 error sample-matches-schema: expected an integer, got "c"',
    ]);
  });
});

describe('a property that is repeated with another value', () => {
  test.each([
    ['JSON', 'doubled'],
    ['YAML', 'doubled-yaml'],
  ])('is one finding, and the rest is checked, with the last value: %s', async (_, folder) => {
    expect(await checkFixtureFolder(folder)).toEqual(DOUBLED[folder]);
  });
});

describe('names of contracts', () => {
  test('is read', () => {
    expect(readFixture('names')).toEqual({
      version: '3.1.0',
      contracts: {
        'GET /tokens.200':
          'GET /tokens → 200 | openapi.yaml#/paths/~1tokens/get/responses/200/content/application~1json/schema response openapi-3.1 | openapi.yaml#/paths/~1tokens/get/responses/200/content/application~1json/example',
        'PUT /tokens.200':
          'PUT /tokens → 200 | openapi.yaml#/paths/~1tokens/put/responses/200/content/application~1json/schema response openapi-3.1 | openapi.yaml#/paths/~1tokens/put/responses/200/content/application~1json/example',
        'post_tokens#refresh.200':
          'POST /tokens → 200 | openapi.yaml#/paths/~1tokens/post/responses/200/content/application~1json/schema response openapi-3.1 | openapi.yaml#/paths/~1tokens/post/responses/200/content/application~1json/example',
        'PATCH /tokens.200':
          'PATCH /tokens → 200 | openapi.yaml#/paths/~1tokens/patch/responses/200/content/application~1json/schema response openapi-3.1 | openapi.yaml#/paths/~1tokens/patch/responses/200/content/application~1json/example',
        'post_tokens#refresh.200.query.a':
          'GET /odd query parameter a | openapi.yaml#/paths/~1odd/get/parameters/0/schema request openapi-3.1',
        'post_tokens#refresh.200.query.query.a':
          'PUT /odd query parameter a | openapi.yaml#/paths/~1odd/put/parameters/0/schema request openapi-3.1',
        'watch.callback.changed.request':
          'POST /odd callback changed POST {$request.body#/url} request | openapi.yaml#/paths/~1odd/post/callbacks/changed/{$request.body#~1url}/post/requestBody/content/application~1json/schema request openapi-3.1 | openapi.yaml#/paths/~1odd/post/callbacks/changed/{$request.body#~1url}/post/requestBody/content/application~1json/example',
        'watch.callback.several POST {$request.body#/a}.request':
          'POST /odd callback several POST {$request.body#/a} request | openapi.yaml#/paths/~1odd/post/callbacks/several/{$request.body#~1a}/post/requestBody/content/application~1json/schema request openapi-3.1',
        'watch.callback.several POST {$request.body#/b}.request':
          'POST /odd callback several POST {$request.body#/b} request | openapi.yaml#/paths/~1odd/post/callbacks/several/{$request.body#~1b}/post/requestBody/content/application~1json/schema request openapi-3.1',
        'watch.callback.nested.callback.again.request':
          'POST /odd callback nested PUT {$request.body#/c} callback again POST {$request.body#/url} request | openapi.yaml#/paths/~1odd/post/callbacks/nested/{$request.body#~1c}/put/callbacks/again/{$request.body#~1url}/post/requestBody/content/application~1json/schema request openapi-3.1 | openapi.yaml#/paths/~1odd/post/callbacks/nested/{$request.body#~1c}/put/callbacks/again/{$request.body#~1url}/post/requestBody/content/application~1json/example',
        'webhook gone PUT.request':
          'webhook gone PUT request | openapi.yaml#/webhooks/gone/put/requestBody/content/application~1json/schema request openapi-3.1',
        'goneHook.request':
          'webhook gone POST request | openapi.yaml#/webhooks/gone/post/requestBody/content/application~1json/schema request openapi-3.1',
      },
      problems: [],
    });
  });

  test('is checked', async () => {
    expect(await checkFixtureFolder('names')).toEqual([
      'openapi.yaml:5:158-5:159 error sample-matches-schema: expected a string, got 5: put it in quotes',
      'openapi.yaml:17:103-17:107 error sample-matches-schema: expected an integer, got "five"',
    ]);
  });
});

const twice = (name: string, first: string): string =>
  `the property "${name}" has another value earlier in this object, and parsers disagree on which one counts: remove one (${first} the first one)`;

const DOUBLED: Readonly<Record<string, readonly string[]>> = {
  doubled: [
    `openapi.json:8:9-8:22 error schema-readable: ${twice('operationId', 'openapi.json:7:9')}`,
    `openapi.json:12:95-12:104 error schema-readable: ${twice('example', 'openapi.json:12:81')}`,
    'openapi.json:12:106-12:109 error sample-matches-schema: expected an integer, got "5": remove the quotes',
  ],
  'doubled-yaml': [
    `openapi.yaml:11:9-11:14 error schema-readable: ${twice('200', 'openapi.yaml:8:9')}`,
    `openapi.yaml:13:67-13:71 error schema-readable: ${twice('type', 'openapi.yaml:13:52')}`,
    'openapi.yaml:13:92-13:93 error sample-matches-schema: expected a string, got 5: put it in quotes',
    'openapi.yaml:19:78-19:81 error sample-matches-schema: expected an integer, got "7": remove the quotes',
  ],
};
