import { describe, expect, test } from '@jest/globals';

import { eventsIn } from '../../src/openapi/event-stream';
import { checkOpenApi } from '../rules/openapi/check-open-api';

const read = (text: string, isJson = false): readonly unknown[] =>
  eventsIn(text, isJson).map((event): unknown => JSON.parse(event));

describe('the events in a text', () => {
  test('are those of the example in OpenAPI 3.2', () => {
    const text = `event: addString
data: This data is formatted
data: across two lines
retry: 5

event: addInt64
data: 1234.5678
unknownField: this is ignored

: This is a comment
event: addJSON
data: {"foo": 42}
`;
    expect(read(text)).toEqual([
      { event: 'addString', data: 'This data is formatted\nacross two lines', retry: 5 },
      { event: 'addInt64', data: '1234.5678' },
      { event: 'addJSON', data: '{"foo": 42}' },
    ]);
  });

  test.each<readonly [string, string, readonly unknown[]]>([
    [
      'each end of line',
      'data: a\r\rdata: b\r\n\r\ndata: c\n\ndata: d',
      ['a', 'b', 'c', 'd'].map((data) => ({ data })),
    ],
    ['a byte order mark', '\uFEFFdata: a', [{ data: 'a' }]],
    ['one space after the colon', 'data:a\ndata:  b', [{ data: 'a\n b' }]],
    ['a field without a colon', 'data\ndata', [{ data: '\n' }]],
    ['no data, which is no event', 'event: a\nid: 1\n\n: comment\n\ndata: b', [{ data: 'b' }]],
    ['the last of several', 'event: a\nevent: b\nid: 1\nid\ndata: c', [{ event: 'b', id: '', data: 'c' }]],
    ['fields with wrong values, which are ignored', 'retry: 1s\nid: a\0b\nevent:\ndata: c', [{ data: 'c' }]],
    ['leading zeros', 'retry: 007\ndata: a', [{ retry: 7, data: 'a' }]],
    ['names with other letters or a space, which are ignored', 'Data: a\n data: b\ndata : c', []],
    ['something else', '{"level": 1}', []],
    ['nothing', '', []],
  ])('are read with %s', (_, text, events) => {
    expect(read(text)).toEqual(events);
  });

  test('have JSON as data only where it is asked for and can be read', () => {
    const text = 'data: {"a":\ndata: 1}\n\ndata: [DONE]\n\ndata: {"a": }';
    expect(read(text, true)).toEqual([{ data: { a: 1 } }, { data: '[DONE]' }, { data: '{"a": }' }]);
  });
});

const findingsIn = async (media: object, version = '3.2.0') => {
  const content = { 'text/event-stream; charset=utf-8': media };
  const found = await checkOpenApi({
    openapi: version,
    info: { title: 'Log', version: '1' },
    paths: { '/log': { get: { operationId: 'log', responses: { 200: { description: 'ok', content } } } } },
  });
  return found.map((finding) => finding.replace(/^.*? (?=error|info|warning)/, ''));
};

const EVENT = {
  type: 'object',
  required: ['id', 'data'],
  properties: {
    id: { type: 'string' },
    event: { enum: ['add'] },
    data: { type: 'string' },
    retry: { maximum: 9 },
  },
};
const TEXT = 'id: 1\nevent: add\ndata: x\n\nevent: ad\ndata: y\nretry: 10\n\n';
const REFUSED = [
  'error sample-matches-schema \'\' required property "id" is missing',
  'error sample-matches-schema /event expected "add", got "ad": did you mean "add"?',
  'error sample-matches-schema /retry expected at most 9, got 10',
];

describe('an example of an event stream', () => {
  test.each(['3.1.0', '3.2.0'])('is checked event by event with `itemSchema`, in %s', async (version) => {
    expect(await findingsIn({ itemSchema: EVENT, example: TEXT }, version)).toEqual(REFUSED);
    expect(await findingsIn({ itemSchema: EVENT, examples: { a: { serializedValue: TEXT } } })).toEqual(
      REFUSED,
    );
    expect(await findingsIn({ itemSchema: EVENT, example: 'id: 1\ndata: x' }, version)).toEqual([]);
  });

  test('is an array with `schema`, since OpenAPI 3.2', async () => {
    const media = { schema: { type: 'array', maxItems: 1 }, example: TEXT };
    expect(await findingsIn(media)).toEqual([
      'error sample-matches-schema /1 expected at most 1 item, got 2',
    ]);
    expect(await findingsIn(media, '3.1.0')).toEqual([
      expect.stringContaining('error project-has-documents nothing was checked'),
    ]);
  });

  test('has JSON as data where the schema describes no text', async () => {
    const itemSchema = {
      type: 'object',
      properties: {
        data: {
          oneOf: [{ type: 'object', properties: { level: { type: 'integer' } } }, { const: '[DONE]' }],
        },
      },
    };
    expect(await findingsIn({ itemSchema, example: 'data: {"level": 1}\n\ndata: [DONE]\n\n' })).toEqual([]);
    expect(await findingsIn({ itemSchema, example: 'data: {"level": "x"}\n\n' })).toEqual([
      expect.stringContaining('error sample-matches-schema /data/level expected an integer, got "x"'),
    ]);
  });

  test('is not checked if the text has no event', async () => {
    expect(await findingsIn({ itemSchema: EVENT, example: '{"id": 1}' })).toEqual([
      expect.stringContaining('error project-has-documents nothing was checked'),
    ]);
  });
});
