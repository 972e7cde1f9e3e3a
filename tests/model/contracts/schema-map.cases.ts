import { expect, test } from '@jest/globals';

import type { SchemaRef } from '../../../src/model/contracts/contract';
import { createSchemaMap } from '../../../src/model/contracts/schema-map';

const REF: SchemaRef = { file: 'a.json', pointer: '/b' };

test.each<readonly [string, SchemaRef, boolean]>([
  ['the same object', REF, true],
  ['an object that says the same', { ...REF }, true],
  ['another file', { ...REF, file: 'b.json' }, false],
  ['another pointer', { ...REF, pointer: '' }, false],
  ['a direction', { ...REF, direction: 'request' }, false],
  ['a dialect', { ...REF, dialect: 'openapi-3.0' }, false],
])('what is set for a schema is found with %s: %#', (_, ref, isFound) => {
  const map = createSchemaMap<{ readonly is: string }>();
  map.set(REF, { is: 'first' });
  map.set(REF, { is: 'last' });
  const expected = isFound ? { is: 'last' } : undefined;
  expect([map.get(ref), map.get(ref)]).toEqual([expected, expected]);
});
