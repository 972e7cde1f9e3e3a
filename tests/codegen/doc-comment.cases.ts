import { describe, expect, test } from '@jest/globals';

import { docOf } from '../../src/codegen/doc-comment';
import { typesOf } from './fixture-schemas';

describe('docOf', () => {
  test.each<[what: string, schema: Record<string, unknown>, expected: string | undefined]>([
    ['the description', { title: 'A title', description: ' Text. ' }, 'Text.'],
    ['the title where there is no description', { title: 'A title', description: ' ' }, 'A title'],
    ['nothing where the title is the name of the type', { title: 'Title' }, undefined],
    [
      '`@deprecated` after the description',
      { description: 'Text.', deprecated: true },
      'Text.\n\n@deprecated',
    ],
    ['`@deprecated` alone', { deprecated: true }, '@deprecated'],
    ['no tag for `deprecated: false`', { description: 'Text.', deprecated: false }, 'Text.'],
    ['text that does not end the comment', { description: 'a */ b **/' }, 'a *\\/ b **\\/'],
    [
      'text that begins no tag',
      {
        description: '@internal\nUse @see instead, {@link a} (@b) or *@c*\n  @d, not `@e` or me@example.com',
      },
      '\\@internal\nUse \\@see instead, {\\@link a} (\\@b) or *\\@c*\n  \\@d, not `@e` or me@example.com',
    ],
    ['the same for titles', { title: '@type */' }, '\\@type *\\/'],
    ['lines of any kind', { description: 'a\r\nb\rc\u2028d' }, 'a\nb\nc\nd'],
  ])('gives %s', (_, schema, expected) => {
    expect(docOf(schema)).toBe(expected);
  });
});

test('a comment in a generated file is that of its schema, and nothing else', async () => {
  const text = await typesOf({
    type: 'object',
    deprecated: true,
    description: '*/ export type A = 1; /* @deprecated use `b`',
    properties: { a: { type: 'string', description: '/** @type {number} */', deprecated: true } },
    additionalProperties: false,
  });
  expect(text).toBe(`/**
 * *\\/ export type A = 1; /* \\@deprecated use \`b\`
 *
 * @deprecated
 */
export interface It {
  /**
   * /** \\@type {number} *\\/
   *
   * @deprecated
   */
  a?: string;
}
`);
});
