import { expect, test } from '@jest/globals';

import { checkOpenApi, withResponse } from './check-open-api';

const at = (schema: string, version: string) =>
  checkOpenApi(withResponse(`{ type: object, properties: { a: ${schema} } }`, '{}', { version }));

test.each([
  ['a single value', 'Tom', '"Tom": put it in an array'],
  ['Example Objects by name', '{ one: { value: Tom } }', 'an object: list the values in an array'],
  ['nothing', 'null', 'null: remove it'],
])(
  '`examples` of a schema that are not a list are not checked, and reported since OpenAPI 3.1: %s',
  async (_, examples, got) => {
    const schema = `{ type: string, examples: ${examples} }`;
    for (const version of ['3.1.0', '3.2.0'])
      expect(await at(schema, version)).toEqual([
        expect.stringMatching(
          / warning schema-is-valid \S+\/properties\/a\/examples expected an array of values as "examples", got /,
        ),
      ]);
    const [found] = await at(schema, '3.1.0');
    expect(found).toContain(got);
    expect(await at(schema, '3.0.3')).toEqual([]);
  },
);

test.each(['[Tom]', '[]', '[Tom, "5"]'])('a list is none: %s', async (examples) => {
  expect(await at(`{ type: string, examples: ${examples} }`, '3.1.0')).toEqual([]);
});
