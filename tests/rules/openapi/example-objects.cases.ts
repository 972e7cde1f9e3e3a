import { describe, expect, test } from '@jest/globals';

import { checkOpenApi, withResponse } from './check-open-api';

const SERVER =
  '{ type: object, required: [id], properties: { id: { type: integer }, kind: { type: string } } }';
const AT = '/paths/~1servers/get/responses/200/content/application~1json';

const withParameter = (parameter: string, rest = '') => `openapi: 3.1.0
info: { title: Servers, version: '1' }
paths:
  /servers:
    get:
      operationId: getServers
      parameters: [${parameter}]
      responses: { '200': { description: ok } }
${rest}`;

const parameter = (name: string) =>
  `name: ${name}\nin: query\nschema: { type: integer }\nexample: { value: 5 }\n`;

const withExamples = (examples: string) =>
  withResponse(SERVER, '{ id: 1 }').replace('example: { id: 1 }', `examples: ${examples}`);

const message = (name: string) =>
  `"example" is the value itself, without "${name}" as in "examples": write only what is below "${name}"`;

describe('`example` as it would be written in `examples` is one finding', () => {
  test.each([
    ['3.0.3', '{ value: { id: 1 } }', 'value'],
    ['3.1.0', '{ summary: one, description: a server, value: { id: 1 } }', 'value'],
    ['3.2.0', '{ dataValue: { id: 1 }, x-own: 5 }', 'dataValue'],
  ])('of a media type in %s', async (version, example, name) => {
    expect(await checkOpenApi(withResponse(SERVER, example, { version }))).toEqual([
      `#${AT}/example| openapi.yaml 13:24-13:25 error sample-matches-schema '' ${message(name)}`,
    ]);
  });

  test('of a parameter, in a component and in another file', async () => {
    const document = withParameter(
      "{ $ref: '#/components/parameters/limit' }, { $ref: 'parameters.yaml' }",
      `components:\n  parameters:\n    limit:\n      ${parameter('limit').trim().replaceAll('\n', '\n      ')}\n`,
    );
    expect(await checkOpenApi(document, { files: { 'parameters.yaml': parameter('offset') } })).toEqual([
      `#/components/parameters/limit/example| openapi.yaml 15:16-15:17 error sample-matches-schema '' ${message('value')}`,
      `#/example| parameters.yaml 4:10-4:11 error sample-matches-schema '' ${message('value')}`,
    ]);
  });

  test('of a schema, and where the value has two names', async () => {
    const schema = '{ type: object, properties: { id: { type: integer, example: { value: 1 } } } }';
    expect(await checkOpenApi(withResponse(schema, '{}'))).toEqual([
      `#${AT}/schema/properties/id/example| openapi.yaml 12:83-12:84 warning schema-example-matches '' ${message('value')}`,
    ]);
    const document = withResponse(SERVER, '{ id: 1 }').replace(
      'example: { id: 1 }',
      'examples: { one: { value: { value: { id: 1 } } } }',
    );
    expect(await checkOpenApi(document)).toEqual([
      `#${AT}/examples/one/value| openapi.yaml 13:41-13:42 error sample-matches-schema '' the value is below another "value": write only what is below "value"`,
    ]);
  });

  test('nothing else is said of it: no discriminator, no undeclared or misspelt property', async () => {
    const components = `{ schemas: { A: { allOf: [{ type: object, required: [kind, values], properties: { kind: { type: string }, values: {} } }] } } }`;
    const schema = "{ oneOf: [{ $ref: '#/components/schemas/A' }], discriminator: { propertyName: kind } }";
    const example = '{ summary: one, value: { kind: A, values: 1 } }';
    expect(await checkOpenApi(withResponse(schema, example, { components }))).toEqual([
      `#${AT}/example| openapi.yaml 13:24-13:25 error sample-matches-schema '' ${message('value')}`,
    ]);
  });
});

describe('an example that only looks like one of `examples`', () => {
  test.each([
    ['the schema wants it', '{ type: object, required: [value], properties: { value: {} } }', '{ value: 5 }'],
    ['the schema allows both', '{ type: object, additionalProperties: true }', '{ value: { id: 1 } }'],
  ])('is right, because %s', async (_, schema, example) => {
    expect(await checkOpenApi(withResponse(schema, example))).toEqual([]);
  });

  test('is wrong like any other, if the value below it is wrong too', async () => {
    expect(await checkOpenApi(withResponse('{ type: integer }', '{ value: x }'))).toEqual([
      `#${AT}/example| openapi.yaml 13:24-13:36 error sample-matches-schema '' expected an integer, got an object`,
    ]);
  });
});

describe('`examples` as `example` would be written is one finding', () => {
  test.each([
    [
      '{ id: 1, kind: x }',
      'examples by name, each an object with "value", got 1: put each value below "value", or write "example" if this is one example',
    ],
    [
      '{ kind: {}, id: null }',
      'examples by name, each an object with "value", got null: put each value below "value", or write "example" if this is one example',
    ],
    ['5', 'an object with examples by name, each with its "value", got 5: write "example"'],
    ['null', 'an object with examples by name, each with its "value", got null: remove it'],
    [
      '[{ value: { id: 1 } }]',
      'an object with examples by name, each with its "value", got an array: name each item and put it below "value", or write "example" if the array is one example',
    ],
  ])('%s', async (examples, expected) => {
    expect((await checkOpenApi(withExamples(examples))).filter((each) => !each.includes('info'))).toEqual([
      expect.stringContaining(`error openapi-readable ${AT}/examples expected ${expected}`),
    ]);
  });

  test('among others, each is a finding of its own', async () => {
    expect(await checkOpenApi(withExamples('{ one: { value: { id: 1 } }, two: 2 }'))).toEqual([
      expect.stringContaining(
        `error openapi-readable ${AT}/examples/two expected an object with "value", got 2: put it below "value"`,
      ),
    ]);
  });

  test('of parameters, and behind a reference', async () => {
    const sized = "{ name: size, in: query, schema: { type: integer }, examples: { $ref: '#/x-sizes' } }";
    const found = await checkOpenApi(withParameter(sized, 'x-sizes: { small: 1, large: 100 }'));
    expect(found.filter((each) => !each.includes('info'))).toEqual([
      '| openapi.yaml 9:10-9:11 error openapi-readable /x-sizes expected examples by name, each an object with "value", got 1: put each value below "value", or write "example" if this is one example {project-has-documents}',
    ]);
  });
});
