import { expect, test } from '@jest/globals';

import { findingsInForms, formsOf } from './forms';

const messagesFor = async (property: object, value: unknown = null) => {
  const schema = { type: 'object', properties: { a: property } };
  const found = await findingsInForms('sample-matches-schema', formsOf({ schema, example: { a: value } }));
  return new Map(
    found.map((line) => {
      const [form = '', message = ''] = line.split(/: \S+\.(?:json|yaml) .*? error /);
      return [form, message] as const;
    }),
  );
};

test('null where the type does not allow it: the message says how to, by the version', async () => {
  const found = await messagesFor({ type: 'integer' });
  const since31 = 'expected an integer, got null: to allow null, add "null" to the type';
  const in30 = 'expected an integer, got null: to allow null, add "nullable: true" next to the type';
  expect(Object.fromEntries(found)).toEqual({
    '3.0.3 YAML': in30,
    '3.0.3 alias': in30,
    '3.0.3 component': in30,
    '3.0.3 files': in30,
    '3.1 JSON': since31,
    '3.2 JSON': since31,
    '2.0': 'expected an integer, got null: to allow null, add "x-nullable: true" next to the type',
  });
});

test.each([
  ['an enum refuses null, too', { type: 'string', enum: ['a'] }, null],
  ['several schemas have a type', { allOf: [{ type: 'string' }, { type: ['integer', 'string'] }] }, null],
  ['each alternative has a type', { anyOf: [{ type: 'string' }, { type: 'integer' }] }, null],
  ['the value is another one', { type: 'object' }, []],
])('nothing is added where %s', async (_, property, value) => {
  const found = [...(await messagesFor(property, value)).values()];
  expect(found).not.toEqual([]);
  expect(found.filter((message) => message.includes('to allow'))).toEqual([]);
});
