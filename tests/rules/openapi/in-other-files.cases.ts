import { describe, expect, test } from '@jest/globals';

import { findingsInForms } from './forms';

const INFO = { title: 'Notes', version: '1' };
const RESPONSES = { 204: { description: 'ok' } };

/** A request whose body is this media type: in JSON, behind a reference to a component, in a file of its own and as a component that nothing uses. */
function formsOfMedia(media: object, components: object) {
  const body = { content: { 'application/json': media } };
  const document = (requestBody: object, more: object = {}) => ({
    openapi: '3.1.0',
    info: INFO,
    paths: { '/notes': { post: { operationId: 'create', requestBody, responses: RESPONSES } } },
    components: { ...components, ...more },
  });
  const inFile: unknown = JSON.parse(JSON.stringify(body).replaceAll('"#/', '"../openapi.json#/'));
  const asComponent = document({ $ref: '#/components/requestBodies/B' }, { requestBodies: { B: body } });
  return {
    JSON: { 'openapi.json': document(body) },
    component: { 'openapi.json': asComponent },
    file: { 'openapi.json': document({ $ref: 'parts/body.json' }), 'parts/body.json': inFile },
    unused: { 'openapi.json': { ...asComponent, paths: { '/notes': {} } } },
  };
}

const BOTH_EXAMPLES =
  'warning "example" and "examples" exclude each other, and tools show only one of them: move the example to "examples"';
const OWN = { a: { type: 'integer', readOnly: true } };
const schemas = {
  Note: { type: 'object', properties: OWN },
  Cat: { type: 'object', properties: { kind: {} } },
  Pet: {
    oneOf: [{ $ref: '#/components/schemas/Cat' }],
    discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' } },
  },
};
const examples = { Right: { value: 1 } };
const note = { $ref: '#/components/schemas/Note' };
const pet = { $ref: '#/components/schemas/Pet' };

/** For each rule, a right and a wrong media type, and what is found in the wrong one. */
const MEDIA: readonly (readonly [rule: string, right: object, wrong: object, found: string])[] = [
  [
    'example-or-examples',
    { schema: {}, examples: { a: { value: 1 } } },
    { schema: {}, example: 1, examples: { a: { value: 1 } } },
    `"examples" ${BOTH_EXAMPLES}`,
  ],
  [
    'example-properties-declared',
    { schema: note, example: {} },
    { schema: note, example: { b: 2 } },
    '"b" info the schema does not declare "b", so its value is not checked: declare it, or write "additionalProperties: true"',
  ],
  [
    'read-only-in-request',
    { schema: note, example: {} },
    { schema: note, example: { a: 1 } },
    '"a" warning property "a" is read-only: remove it from the request',
  ],
  [
    'discriminator-names-branch',
    { schema: pet, example: { kind: 'cat' } },
    { schema: pet, example: { kind: 'cow' } },
    '"cow" error expected one of "cat", "Cat" as the discriminator, got "cow": write one of them, or add this one to "mapping"',
  ],
  [
    'schema-example-matches',
    { schema: { type: 'string', default: 'a' }, example: 'a' },
    { schema: { type: 'string', default: true }, example: 'a' },
    'true warning expected a string, got true: put it in quotes',
  ],
  [
    'openapi-readable',
    { schema: {}, examples: {} },
    { schema: {}, examples: 5 },
    '5 error expected an object with examples by name, each with its "value", got 5: write "example"',
  ],
  [
    'example-resolves',
    { schema: {}, examples: { a: { $ref: '#/components/examples/Right' } } },
    { schema: {}, examples: { a: { externalValue: 'no.json' } } },
    '"no.json" error there is no example at "no.json": fix the path, or add the file',
  ],
];

describe.each(MEDIA)('%s, in JSON, behind references and in components', (rule, right, wrong, found) => {
  test('finds nothing where all is right', async () => {
    expect(await findingsInForms(rule, formsOfMedia(right, { schemas, examples }))).toEqual([]);
  });

  test('is one finding', async () => {
    expect(await findingsInForms(rule, formsOfMedia(wrong, { schemas, examples }))).toEqual([
      `JSON: openapi.json ${found}`,
      `component: openapi.json ${found}`,
      `file: parts/body.json ${found}`,
      `unused: openapi.json ${found}`,
    ]);
  });
});

test('operation-has-example and example-has-schema, in JSON, behind references and in components', async () => {
  const without = 'info POST /notes has no example to check: add one to its request or to a response';
  expect(await findingsInForms('operation-has-example', formsOfMedia({ schema: {} }, {}))).toEqual([
    `JSON: openapi.json "post" ${without}`,
    `component: openapi.json "post" ${without}`,
    `file: openapi.json "post" ${without}`,
  ]);
  const alone = 'has an example but no "schema", so the example is not checked: add one';
  // The example is all there is, so nothing is checked, which is an error.
  expect(await findingsInForms('example-has-schema', formsOfMedia({ example: 1 }, {}))).toEqual([
    `JSON: openapi.json { error POST /notes request ${alone}`,
    `component: openapi.json { error POST /notes request ${alone}`,
    `file: parts/body.json { error POST /notes request ${alone}`,
    `unused: openapi.json { error unused request body B ${alone}`,
  ]);
  const right = formsOfMedia({ schema: {}, example: 1 }, {});
  expect(await findingsInForms('operation-has-example', right)).toEqual([]);
  expect(await findingsInForms('example-has-schema', right)).toEqual([]);
});

/** An operation in Swagger 2.0, in JSON. */
const swagger = (post: object, more: object = {}) => ({
  '2.0': {
    'swagger.json': {
      swagger: '2.0',
      info: INFO,
      paths: { '/notes': { post: { responses: RESPONSES, ...post } } },
      ...more,
    },
  },
});

const ofBody = (body: object) => ({ parameters: [{ in: 'body', name: 'note', ...body }] });
const ofQuery = (query: object) => ({ parameters: [{ in: 'query', name: 'a', type: 'string', ...query }] });

describe('in Swagger 2.0', () => {
  const more = {
    definitions: { Note: { properties: OWN } },
    responses: { R: { description: 'ok', examples: { 'application/json': 1 } } },
  };
  const ofNote = { schema: { $ref: '#/definitions/Note' } };

  test.each<readonly [string, object, string]>([
    [
      'example-has-schema',
      { responses: { 200: { $ref: '#/responses/R' } } },
      '{ error POST /notes → 200 has an example but no "schema", so the example is not checked: add one',
    ],
    [
      'example-resolves',
      ofBody({ schema: {}, 'x-examples': { a: { $ref: 'no.json' } } }),
      '"no.json" error there is no example at "no.json": fix the reference, or add the example',
    ],
    [
      'read-only-in-request',
      ofBody({ ...ofNote, 'x-example': { a: 1 } }),
      '"a" warning property "a" is read-only: remove it from the request',
    ],
    [
      'example-properties-declared',
      { responses: { 200: { description: 'ok', ...ofNote, examples: { 'application/json': { b: 1 } } } } },
      '"b" info the schema does not declare "b", so its value is not checked: declare it, or write "additionalProperties: true"',
    ],
    [
      'operation-has-example',
      ofQuery({}),
      '"post" info POST /notes has no example to check: add one to its request or to a response',
    ],
  ])('%s is one finding', async (rule, post, found) => {
    expect(await findingsInForms(rule, swagger(post, more))).toEqual([`2.0: swagger.json ${found}`]);
  });

  test.each<readonly [string, object]>([
    ['example-has-schema', ofQuery({ 'x-example': 'a' })],
    ['example-or-examples', ofQuery({ 'x-example': 'a', 'x-examples': { a: 'b' } })],
    ['nullable-has-type', ofBody({ schema: { nullable: true, 'x-nullable': true }, 'x-example': 1 })],
    ['operation-has-example', ofQuery({ 'x-example': 'a' })],
    ['example-resolves', ofBody({ schema: {}, 'x-examples': { a: { value: 1 } } })],
    [
      'read-only-in-request',
      { responses: { 200: { description: 'ok', ...ofNote, examples: { 'application/json': { a: 1 } } } } },
    ],
  ])('%s finds nothing where all is right', async (rule, post) => {
    expect(await findingsInForms(rule, swagger(post, { definitions: more.definitions }))).toEqual([]);
  });
});

const alternative = (name: string) => ({ type: 'object', required: ['kind', name] });

const filesOfPets = (example: object) => ({
  'openapi.yaml': {
    openapi: '3.1.0',
    info: INFO,
    paths: {
      '/pets': {
        post: {
          requestBody: {
            content: { 'application/json': { schema: { $ref: 'models/pet.json' }, example } },
          },
          responses: RESPONSES,
        },
      },
    },
  },
  'models/pet.json': {
    oneOf: [{ $ref: 'cat.json' }, { $ref: 'dog.json' }],
    discriminator: { propertyName: 'kind', mapping: { cat: 'cat.json', dog: './dog.json' } },
  },
  'models/cat.json': alternative('lives'),
  'models/dog.json': alternative('barks'),
});

const findingsInPet = (example: object) =>
  findingsInForms('discriminator-names-branch', { '3.1': filesOfPets(example) });

test('a discriminator in a file of its own maps names to files', async () => {
  expect(await findingsInPet({ kind: 'cat', lives: 9 })).toEqual([]);
  expect(await findingsInPet({ kind: 'dog', barks: true })).toEqual([]);
  expect(await findingsInPet({ kind: 'cow', lives: 9 })).toEqual([
    expect.stringContaining('expected one of "cat", "dog" as the discriminator, got "cow"'),
  ]);
});
