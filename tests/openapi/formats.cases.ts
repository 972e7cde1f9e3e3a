import { describe, expect, test } from '@jest/globals';

import { checkOpenApi } from '../rules/openapi/check-open-api';

const ITEMS = [
  ['int8', 128],
  ['uint32', -1],
  ['int64', 'many'],
  ['decimal', '1,5'],
  ['base64url', 'a+/b'],
  ['char', 'ab'],
  ['http-date', '2011-01-21'],
  ['uuid', '7'],
  ['commonmark', '# free'],
  ['html', '<'],
] as const;

/** A document with a header for each format, whose text in JSON is YAML, too. */
function documentWith(version: object): object {
  const isSwagger = 'swagger' in version;
  const header = (format: string, value: unknown) =>
    isSwagger
      ? { type: typeof value, format, 'x-example': value }
      : { schema: { type: typeof value, format }, example: value };
  const headers = Object.fromEntries(ITEMS.map(([format, value]) => [format, header(format, value)]));
  return {
    ...version,
    info: { title: 'Formats', version: '1' },
    paths: { '/a': { get: { responses: { 200: { description: 'ok', headers } } } } },
  };
}

const MESSAGES = [
  'expected an int8, got 128: the largest is 127',
  'expected a uint32, got -1: the smallest is 0',
  'expected an int64, got "many": write it like 42',
  'expected a decimal, got "1,5": write it like 12.50',
  'expected a base64url, got "a+/b": write "-" instead of "+", and "_" instead of "/"',
  'expected a char, got "ab": write one character',
  'expected an http-date, got "2011-01-21": write it like Fri, 21 Jan 2011 11:33:21 GMT',
  'expected a uuid, got "7": write it like 9d1c3b5e-0f64-4b54-8a7f-2c1d0e9f8a7b',
];

const IN_OPENAPI = [
  '1:194-1:197',
  '1:264-1:266',
  '1:331-1:337',
  '1:406-1:411',
  '1:484-1:490',
  '1:553-1:557',
  '1:630-1:642',
  '1:705-1:708',
];
const IN_SWAGGER = [
  '1:183-1:186',
  '1:244-1:246',
  '1:302-1:308',
  '1:368-1:373',
  '1:437-1:443',
  '1:497-1:501',
  '1:565-1:577',
  '1:631-1:634',
];

describe('the formats of the OpenAPI Format Registry', () => {
  test.each([
    ['Swagger 2.0', { swagger: '2.0' }, IN_SWAGGER],
    ['OpenAPI 3.0', { openapi: '3.0.3' }, IN_OPENAPI],
    ['OpenAPI 3.1', { openapi: '3.1.0' }, IN_OPENAPI],
    ['OpenAPI 3.2', { openapi: '3.2.0' }, IN_OPENAPI],
  ])('are asserted in %s, in JSON and YAML', async (_, version, places) => {
    const document = documentWith(version);
    for (const written of [document, JSON.stringify(document)]) {
      const findings = await checkOpenApi(written);
      expect(
        findings.map((finding) => finding.replace(/^.* (\S+) error sample-matches-schema '' /, '$1 ')),
      ).toEqual(MESSAGES.map((message, index) => `${places[index]} ${message}`));
    }
  });
});
