import { describe, expect, test } from '@jest/globals';

import { check } from '../../../src/engine/check';
import { summaryLine } from '../../../src/reporters/summary-line';
import { brief } from '../../engine/brief';
import { tempProject } from '../../engine/temp-project';
import { checkOpenApi } from './check-open-api';

const NOTE =
  '{ type: object, required: [text], properties: { id: { type: integer, readOnly: true }, text: { type: string }, kind: { type: string } } }';
const AT = '/paths/~1notes/post/requestBody/content/application~1json';

/** A document with one request and these examples, in lines of flow YAML. */
const withExamples = (
  examples: string,
  { version = '3.1.0', rest = '', schema = NOTE } = {},
) => `openapi: ${version}
info: { title: Notes, version: '1' }
paths:
  /notes:
    post:
      operationId: createNote
      requestBody:
        content:
          application/json:
            schema: ${schema}
            examples: ${examples}
      responses: { '204': { description: ok } }
${rest}`;

const withSent = (sent: string) => `openapi: 3.0.3
info: { title: Notes, version: '1' }
paths:
  /notes:
    get:
      parameters:
        - { name: ids, in: query, explode: false, schema: { type: array, items: { type: integer } }, examples: { bad: { value: '${sent}', x-expect: invalid } } }
      responses: { '204': { description: ok } }
`;

const swagger = (text: string) => `swagger: '2.0'
info: { title: Notes, version: '1' }
paths:
  /notes:
    post:
      parameters:
        - { name: note, in: body, schema: ${NOTE}, x-examples: { bad: { value: { text: ${text} }, x-expect: invalid } } }
      responses: { '204': { description: ok } }
`;

describe('an example with `x-expect: invalid`', () => {
  test.each(['3.0.3', '3.1.0', '3.2.0'])('may fail its schema, in %s', async (version) => {
    const examples = '{ good: { value: { text: a } }, bad: { x-expect: invalid, value: { text: 5 } } }';
    expect(await checkOpenApi(withExamples(examples, { version }))).toEqual([]);
  });

  test('is a finding where the schema accepts it', async () => {
    expect(await checkOpenApi(withExamples('{ bad: { value: { text: a }, x-expect: invalid } }'))).toEqual([
      `#${AT}/examples/bad/value| openapi.yaml 11:39-11:40 error sample-fails-as-expected expected an invalid example, but openapi.yaml#${AT}/schema accepts it: make the schema reject it, or remove \`x-expect: invalid\` (openapi.yaml 11:62 createNote.request expects it to be invalid)`,
    ]);
  });

  test('is one in a component, a file and a string, too', async () => {
    const examples =
      "{ one: { $ref: '#/components/examples/Bad' }, two: { externalValue: bad.json, x-expect: invalid } }";
    const rest = 'components: { examples: { Bad: { x-expect: invalid, value: { text: 5 } } } }';
    expect(await checkOpenApi(withExamples(examples, { rest }), { files: { 'bad.json': '{}\n' } })).toEqual(
      [],
    );
    expect(
      await checkOpenApi(withExamples(examples, { rest }), { files: { 'bad.json': '{ "text": "a" }\n' } }),
    ).toEqual([
      expect.stringContaining(
        'bad.json 1:1-1:1 error sample-fails-as-expected expected an invalid example, but',
      ),
    ]);
    const text = (value: string) =>
      checkOpenApi(
        withExamples(`{ a: { serializedValue: '${value}', x-expect: invalid } }`, { version: '3.2.0' }),
      );
    expect(await text('{"text": 5}')).toEqual([]);
    expect(await text('{"text": "a"}')).toEqual([
      expect.stringContaining('error sample-fails-as-expected expected an invalid example, but'),
    ]);
  });

  test('may send what is read-only, which no other rule reports', async () => {
    const examples = '{ bad: { x-expect: invalid, value: { id: 1, text: a, more: 1 } } }';
    expect(await checkOpenApi(withExamples(examples))).toEqual([]);
  });

  test('in a parameter, as it is sent', async () => {
    expect(await checkOpenApi(withSent('1,x'))).toEqual([]);
    expect(await checkOpenApi(withSent('1,2'))).toEqual([
      expect.stringContaining('error sample-fails-as-expected expected an invalid example, but'),
    ]);
  });

  test('in the extension of Swagger 2.0', async () => {
    expect(await checkOpenApi(swagger('5'))).toEqual([]);
    expect(await checkOpenApi(swagger('a'))).toEqual([
      expect.stringContaining('error sample-fails-as-expected expected an invalid example, but'),
    ]);
  });

  test('leaves an example of another operation with the same value as it is', async () => {
    const rest = `  /others:
    post:
      operationId: createOther
      requestBody: { content: { application/json: { schema: ${NOTE}, examples: { same: { externalValue: note.json } } } } }
      responses: { '204': { description: ok } }
`;
    const document = withExamples('{ bad: { externalValue: note.json, x-expect: invalid } }', { rest });
    expect(await checkOpenApi(document, { files: { 'note.json': '{ "text": 5 }\n' } })).toEqual([
      '| note.json 1:11-1:12 error sample-matches-schema /text expected a string, got 5: put it in quotes',
    ]);
  });

  test('of a sequence is not checked, because one wrong item is enough', async () => {
    const document = withExamples('{ bad: { value: [{ text: a }, { text: 5 }], x-expect: invalid } }', {
      version: '3.2.0',
    })
      .replace('application/json', 'application/jsonl')
      .replace(`schema: ${NOTE}`, `itemSchema: ${NOTE}`);
    const cwd = tempProject({ 'openapi.yaml': document });
    const { findings, summary } = await check({ cwd, paths: ['openapi.yaml'], cache: false });
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['project-has-documents']);
    expect(summary.notChecked.filter(({ items }) => items.length > 0).map(({ what }) => what)).toEqual([
      'text examples',
    ]);
  });
});

test('the summary counts it', async () => {
  const cwd = tempProject({
    'openapi.yaml': withExamples('{ good: { value: { text: a } }, bad: { x-expect: invalid, value: {} } }'),
  });
  const result = await check({ cwd, paths: ['openapi.yaml'], cache: false });
  expect(result.findings.map(brief)).toEqual([]);
  expect(result.summary.wrongOnPurpose).toEqual([`openapi.yaml#${AT}/examples/bad/value`]);
  expect(summaryLine(result, { verbose: false })).toContain('2 examples, 1 example wrong on purpose');
});

test('another value of `x-expect` is reported, and marks nothing', async () => {
  expect(await checkOpenApi(withExamples('{ bad: { x-expect: invald, value: { text: 5 } } }'))).toEqual([
    `| openapi.yaml 11:42-11:48 error openapi-readable ${AT}/examples/bad/x-expect expected "invalid" as "x-expect", got "invald"`,
    `#${AT}/examples/bad/value| openapi.yaml 11:65-11:66 error sample-matches-schema /text expected a string, got 5: put it in quotes`,
  ]);
});
