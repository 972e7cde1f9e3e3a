import { describe, expect, test } from '@jest/globals';

import { checkOpenApi, withResponse } from './check-open-api';

/** Schemas that extend a union whose alternatives they are; without a discriminator, nothing names one of them. */
function circle(union: 'oneOf' | 'anyOf'): string {
  return `{ schemas: { Pet: { required: [name], properties: { name: {} }, ${union}: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }, Cat: ${branch('lives', 'integer')}, Dog: ${branch('bark', 'boolean')} } }`;
}

const branch = (name: string, type: string): string =>
  `{ allOf: [{ $ref: '#/components/schemas/Pet' }, { required: [${name}], properties: { ${name}: { type: ${type} } } }] }`;

const EXAMPLE = '#/paths/~1servers/get/responses/200/content/application~1json/example';

const PET = "{ $ref: '#/components/schemas/Pet' }";

describe('a union whose alternatives extend it', () => {
  test.each([
    ['3.0.3', 'oneOf'],
    ['3.0.3', 'anyOf'],
    ['3.1.0', 'oneOf'],
    ['3.2.0', 'anyOf'],
  ] as const)('chooses among them, and they need not choose again: %s, %s', async (version, union) => {
    const components = circle(union);
    const check = (example: string) => checkOpenApi(withResponse(PET, example, { version, components }));
    expect(await check('{ name: a, lives: 9 }')).toEqual([]);
    expect(await check('{ name: a, bark: loud }')).toEqual([
      `${EXAMPLE}| openapi.yaml 13:41-13:45 error sample-matches-schema /bark expected a boolean, got "loud" (checked against "Dog", alternative 2 of 2)`,
    ]);
    expect(await check('{ lives: 9 }')).toEqual([
      `${EXAMPLE}| openapi.yaml 13:24-13:25 error sample-matches-schema '' required property "name" is missing (checked against "Cat", alternative 1 of 2) {required}`,
    ]);
  });

  test('accepts a value of two alternatives only with anyOf', async () => {
    const example = '{ name: a, lives: 9, bark: true }';
    expect(await checkOpenApi(withResponse(PET, example, { components: circle('anyOf') }))).toEqual([]);
    expect(await checkOpenApi(withResponse(PET, example, { components: circle('oneOf') }))).toEqual([
      `${EXAMPLE}| openapi.yaml 13:24-13:57 error sample-matches-schema '' expected a value that matches exactly one alternative, got an object, which matches "Cat" and "Dog"`,
    ]);
  });

  test('is still a circle where a schema extends itself', async () => {
    const components = `{ schemas: { Pet: { allOf: [${PET}] } } }`;
    expect(await checkOpenApi(withResponse(PET, '{}', { components }))).toEqual([
      `| openapi.yaml 14:49-14:75 error schema-references-resolve /components/schemas/Pet/allOf/0/$ref the reference "#/components/schemas/Pet" leads back to its own schema for the same value, so validation would never end: break the cycle {sample-judged} (openapi.yaml 13:24 not checked)`,
    ]);
  });
});
