import { describe, expect, test } from '@jest/globals';

import { findingsOf, linesOf } from '../rule-fixtures';

describe('discriminator-names-branch', () => {
  test('accepts names in the mapping and names of schemas', async () => {
    expect(await findingsOf('discriminator-names-branch/right')).toEqual([]);
  });

  test('reports other names, with the nearest', async () => {
    expect(linesOf(await findingsOf('discriminator-names-branch/wrong'))).toEqual([
      'openapi.yaml:13:58-13:61 error /1/kind: expected one of "cat", "Cat", "Dog" as the discriminator, got "dog": did you mean "Dog"?',
      'openapi.yaml:13:85-13:88 error /2/kind: expected one of "cat", "Cat", "Dog" as the discriminator, got "cow"',
    ]);
  });
});
