import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';
import { findingsInForms } from './forms';

describe('openapi-readable', () => {
  test('accepts references that lead to something', async () => {
    expect(await findingsOf('openapi-readable/right')).toEqual([]);
  });

  test('reports references that lead nowhere or back, and what has another form', async () => {
    expect(linesOf(await findingsOf('openapi-readable/wrong'))).toEqual([
      'openapi.yaml:8:17-8:46 error /paths/~1servers~1{id}/get/parameters/0/$ref: "#/components/parameters/ids" leads nowhere: did you mean "#/components/parameters/id"?',
      'openapi.yaml:10:11-10:16 error /paths/~1servers~1{id}/get/parameters/2: expected an object, got "limit"',
      'openapi.yaml:28:19-28:50 error /components/parameters/loop/$ref: "#/components/parameters/again" leads back to itself: write what it stands for',
    ]);
  });
});

const inYaml = (rest: string, files = {}) =>
  findingsInForms(
    'openapi-readable',
    Object.fromEntries(
      ['3.0.3', '3.1.0', '3.2.0'].map((version) => [
        version,
        { 'openapi.yaml': `openapi: ${version}\ninfo: { title: a, version: '1' }\n${rest}\n`, ...files },
      ]),
    ),
  );
const OK = "responses: { '204': { description: ok } }";

describe('openapi-readable, in other places', () => {
  test.each([
    ['a path item', "paths: { /a: { $ref: '#/components/pathItems/A' } }"],
    ['an operation', 'paths: { /a: { get: [] } }'],
    [
      'a parameter',
      `paths: { /a: { get: { parameters: [{ $ref: '#/components/parameters/Limt' }], ${OK} } } }\ncomponents: { parameters: { Limit: { name: a, in: query } } }`,
    ],
    ['a request', `paths: { /a: { get: { requestBody: none, ${OK} } } }`],
    ['a response', "paths: { /a: { get: { responses: { '200': 5 } } } }"],
    [
      'a header',
      "paths: { /a: { get: { responses: { '200': { headers: { A: { $ref: '#/components/headers/A' } } } } } } }",
    ],
    [
      'a media type',
      "paths: { /a: { get: { responses: { '200': { content: { application/json: null } } } } } }",
    ],
    [
      'a callback',
      `paths: { /a: { get: { callbacks: { done: { $ref: '#/components/callbacks/Done' } }, ${OK} } } }`,
    ],
    [
      'a circle',
      "paths: { /a: { get: { responses: { '200': { $ref: '#/components/responses/A' } } } } }\ncomponents: { responses: { A: { $ref: '#/components/responses/B' }, B: { $ref: '#/components/responses/A' } } }",
    ],
    [
      'examples',
      "paths: { /a: { get: { responses: { '200': { content: { application/json: { schema: {}, examples: [5] } } } } } } }",
    ],
    ['paths', 'paths: []'],
    ['components', 'paths: {}\ncomponents: { responses: 5, parameters: { A: 6 } }'],
  ])('is one finding, and the rest is read: %s', async (where, rest) => {
    expect(await inYaml(rest)).toEqual(UNREADABLE[where]);
  });

  test('in a file that the document refers to', async () => {
    expect(
      await inYaml('paths: { /a: { $ref: paths/a.yaml } }', {
        'paths/a.yaml': "get: { responses: { '200': { $ref: '../responses.yaml#/None' } } }",
        'responses.yaml': 'Ok: {}',
      }),
    ).toEqual([
      '3.0.3: paths/a.yaml \'../responses.yaml#/None\' error "../responses.yaml#/None" leads nowhere: fix the reference',
      '3.1.0: paths/a.yaml \'../responses.yaml#/None\' error "../responses.yaml#/None" leads nowhere: fix the reference',
      '3.2.0: paths/a.yaml \'../responses.yaml#/None\' error "../responses.yaml#/None" leads nowhere: fix the reference',
    ]);
  });

  test('in Swagger 2.0', async () => {
    const swagger = `swagger: '2.0'\ninfo: { title: a, version: '1' }\npaths: { /a: { get: { parameters: { limit: 5 }, responses: { '200': { $ref: '#/responses/Ok' }, '404': 5 } } } }\n`;
    expect(await findingsInForms('openapi-readable', { '2.0': { 'openapi.yaml': swagger } })).toEqual([
      '2.0: openapi.yaml { limit: 5 } error expected an array, got an object',
      '2.0: openapi.yaml \'#/responses/Ok\' error "#/responses/Ok" leads nowhere: fix the reference',
      '2.0: openapi.yaml 5 error expected an object, got 5',
    ]);
  });

  test('a dialect of extensions is not read', async () => {
    expect(await inYaml(`x-paths: 5\npaths: { x-more: 5, /a: { get: { x-responses: 5, ${OK} } } }`)).toEqual(
      [],
    );
  });
});

const UNREADABLE: Readonly<Record<string, readonly string[]>> = {
  'a path item': [
    '3.0.3: openapi.yaml \'#/components/pathItems/A\' error "#/components/pathItems/A" leads nowhere: fix the reference',
    '3.1.0: openapi.yaml \'#/components/pathItems/A\' error "#/components/pathItems/A" leads nowhere: fix the reference',
    '3.2.0: openapi.yaml \'#/components/pathItems/A\' error "#/components/pathItems/A" leads nowhere: fix the reference',
  ],
  'an operation': [
    '3.0.3: openapi.yaml [] error expected an object, got an empty array',
    '3.1.0: openapi.yaml [] error expected an object, got an empty array',
    '3.2.0: openapi.yaml [] error expected an object, got an empty array',
  ],
  'a parameter': [
    '3.0.3: openapi.yaml \'#/components/parameters/Limt\' error "#/components/parameters/Limt" leads nowhere: did you mean "#/components/parameters/Limit"?',
    '3.1.0: openapi.yaml \'#/components/parameters/Limt\' error "#/components/parameters/Limt" leads nowhere: did you mean "#/components/parameters/Limit"?',
    '3.2.0: openapi.yaml \'#/components/parameters/Limt\' error "#/components/parameters/Limt" leads nowhere: did you mean "#/components/parameters/Limit"?',
  ],
  'a request': [
    '3.0.3: openapi.yaml none error expected an object, got "none"',
    '3.1.0: openapi.yaml none error expected an object, got "none"',
    '3.2.0: openapi.yaml none error expected an object, got "none"',
  ],
  'a response': [
    '3.0.3: openapi.yaml 5 error expected an object, got 5',
    '3.1.0: openapi.yaml 5 error expected an object, got 5',
    '3.2.0: openapi.yaml 5 error expected an object, got 5',
  ],
  'a header': [
    '3.0.3: openapi.yaml \'#/components/headers/A\' error "#/components/headers/A" leads nowhere: fix the reference',
    '3.1.0: openapi.yaml \'#/components/headers/A\' error "#/components/headers/A" leads nowhere: fix the reference',
    '3.2.0: openapi.yaml \'#/components/headers/A\' error "#/components/headers/A" leads nowhere: fix the reference',
  ],
  'a media type': [
    '3.0.3: openapi.yaml null error expected an object, got null',
    '3.1.0: openapi.yaml null error expected an object, got null',
    '3.2.0: openapi.yaml null error expected an object, got null',
  ],
  'a callback': [
    '3.0.3: openapi.yaml \'#/components/callbacks/Done\' error "#/components/callbacks/Done" leads nowhere: fix the reference',
    '3.1.0: openapi.yaml \'#/components/callbacks/Done\' error "#/components/callbacks/Done" leads nowhere: fix the reference',
    '3.2.0: openapi.yaml \'#/components/callbacks/Done\' error "#/components/callbacks/Done" leads nowhere: fix the reference',
  ],
  'a circle': [
    '3.0.3: openapi.yaml \'#/components/responses/B\' error "#/components/responses/B" leads back to itself: write what it stands for',
    '3.1.0: openapi.yaml \'#/components/responses/B\' error "#/components/responses/B" leads back to itself: write what it stands for',
    '3.2.0: openapi.yaml \'#/components/responses/B\' error "#/components/responses/B" leads back to itself: write what it stands for',
  ],
  examples: [
    '3.0.3: openapi.yaml [ error expected an object with examples by name, each with its "value", got an array: name each item and put it below "value", or write "example" if the array is one example',
    '3.1.0: openapi.yaml [ error expected an object with examples by name, each with its "value", got an array: name each item and put it below "value", or write "example" if the array is one example',
    '3.2.0: openapi.yaml [ error expected an object with examples by name, each with its "value", got an array: name each item and put it below "value", or write "example" if the array is one example',
  ],
  paths: [
    '3.0.3: openapi.yaml [] error expected an object, got an empty array',
    '3.1.0: openapi.yaml [] error expected an object, got an empty array',
    '3.2.0: openapi.yaml [] error expected an object, got an empty array',
  ],
  components: [
    '3.0.3: openapi.yaml 5 error expected an object, got 5',
    '3.0.3: openapi.yaml 6 error expected an object, got 6',
    '3.1.0: openapi.yaml 5 error expected an object, got 5',
    '3.1.0: openapi.yaml 6 error expected an object, got 6',
    '3.2.0: openapi.yaml 5 error expected an object, got 5',
    '3.2.0: openapi.yaml 6 error expected an object, got 6',
  ],
};
