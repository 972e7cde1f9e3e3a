import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';
import { findingsInForms, formsOf, formsOfThree } from './forms';

describe('discriminator-names-branch', () => {
  test('accepts names in the mapping and names of schemas', async () => {
    expect(await findingsOf('discriminator-names-branch/right')).toEqual([]);
  });

  test('reports other names, with the nearest', async () => {
    expect(linesOf(await findingsOf('discriminator-names-branch/wrong'))).toEqual([
      'openapi.yaml:13:58-13:61 error /1/kind: expected one of "cat", "Cat", "Dog" as the discriminator, got "dog": did you mean "Dog"?',
      'openapi.yaml:13:85-13:88 error /2/kind: expected one of "cat", "Cat", "Dog" as the discriminator, got "cow": write one of them, or add this one to "mapping"',
    ]);
  });
});

const schemas = {
  Pet: {
    type: 'object',
    required: ['kind'],
    properties: { kind: { type: 'string' } },
    discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' } },
  },
  Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { lives: { type: 'integer' } } }] },
  Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { bark: { type: 'boolean' } } }] },
};
const schema = { $ref: '#/components/schemas/Pet' };
const union = {
  oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
  discriminator: { propertyName: 'kind' },
};
const swaggerPets = { ...schemas, Pet: { ...schemas.Pet, discriminator: 'kind' } };

const swaggerForms = (kind: string) => {
  const { '2.0': swagger = {} } = formsOf({ schema, schemas: swaggerPets, example: { kind } });
  return { '2.0': swagger };
};

describe('discriminator-names-branch, in every form', () => {
  test('a name without a schema is one finding, at the name', async () => {
    const body = { schema, schemas, example: { kind: 'cow' } };
    expect(await findingsInForms('discriminator-names-branch', formsOfThree(body))).toEqual([
      '3.0.3 YAML: openapi.yaml "cow" error expected one of "cat", "Cat", "Dog", "Pet" as the discriminator, got "cow": write one of them, or add this one to "mapping"',
      '3.0.3 alias: openapi.yaml *example error expected one of "cat", "Cat", "Dog", "Pet" as the discriminator, got "cow": write one of them, or add this one to "mapping"',
      '3.0.3 component: openapi.json "cow" error expected one of "cat", "Cat", "Dog", "Pet" as the discriminator, got "cow": write one of them, or add this one to "mapping"',
      '3.0.3 files: examples/one.json "cow" error expected one of "cat", "Cat", "Dog", "Pet" as the discriminator, got "cow": write one of them, or add this one to "mapping"',
      '3.1 JSON: openapi.json "cow" error expected one of "cat", "Cat", "Dog", "Pet" as the discriminator, got "cow": write one of them, or add this one to "mapping"',
      '3.2 JSON: openapi.json "cow" error expected one of "cat", "Cat", "Dog", "Pet" as the discriminator, got "cow": write one of them, or add this one to "mapping"',
    ]);
  });

  test('in a union, the names are those of the alternatives', async () => {
    const body = { schema: union, schemas, example: { kind: 'cat' } };
    expect(await findingsInForms('discriminator-names-branch', formsOfThree(body))).toEqual([
      '3.0.3 YAML: openapi.yaml "cat" error expected one of "Cat", "Dog" as the discriminator, got "cat": did you mean "Cat"?',
      '3.0.3 alias: openapi.yaml *example error expected one of "Cat", "Dog" as the discriminator, got "cat": did you mean "Cat"?',
      '3.0.3 component: openapi.json "cat" error expected one of "Cat", "Dog" as the discriminator, got "cat": did you mean "Cat"?',
      '3.0.3 files: examples/one.json "cat" error expected one of "Cat", "Dog" as the discriminator, got "cat": did you mean "Cat"?',
      '3.1 JSON: openapi.json "cat" error expected one of "Cat", "Dog" as the discriminator, got "cat": did you mean "Cat"?',
      '3.2 JSON: openapi.json "cat" error expected one of "Cat", "Dog" as the discriminator, got "cat": did you mean "Cat"?',
    ]);
    const right = { schema: union, schemas, example: { kind: 'Cat', lives: 9 } };
    expect(await findingsInForms('discriminator-names-branch', formsOfThree(right))).toEqual([]);
  });

  test('in an array, each item has a name of its own', async () => {
    const body = {
      schema: { type: 'array', items: schema },
      schemas,
      example: [{ kind: 'cat' }, { kind: 'bird' }, { kind: 5 }],
    };
    expect(await findingsInForms('discriminator-names-branch', formsOfThree(body))).toEqual([
      '3.0.3 YAML: openapi.yaml "bird" error expected one of "cat", "Cat", "Dog", "Pet" as the discriminator, got "bird": write one of them, or add this one to "mapping"',
      '3.0.3 alias: openapi.yaml *example error expected one of "cat", "Cat", "Dog", "Pet" as the discriminator, got "bird": write one of them, or add this one to "mapping"',
      '3.0.3 component: openapi.json "bird" error expected one of "cat", "Cat", "Dog", "Pet" as the discriminator, got "bird": write one of them, or add this one to "mapping"',
      '3.0.3 files: examples/one.json "bird" error expected one of "cat", "Cat", "Dog", "Pet" as the discriminator, got "bird": write one of them, or add this one to "mapping"',
      '3.1 JSON: openapi.json "bird" error expected one of "cat", "Cat", "Dog", "Pet" as the discriminator, got "bird": write one of them, or add this one to "mapping"',
      '3.2 JSON: openapi.json "bird" error expected one of "cat", "Cat", "Dog", "Pet" as the discriminator, got "bird": write one of them, or add this one to "mapping"',
    ]);
  });

  test('in Swagger 2.0, the names are those of the definitions', async () => {
    expect(await findingsInForms('discriminator-names-branch', swaggerForms('cow'))).toEqual([
      '2.0: swagger.json "cow" error expected one of "Cat", "Dog", "Pet" as the discriminator, got "cow": write one of them, or add this one to "mapping"',
    ]);
    expect(await findingsInForms('discriminator-names-branch', swaggerForms('Dog'))).toEqual([]);
  });
});
