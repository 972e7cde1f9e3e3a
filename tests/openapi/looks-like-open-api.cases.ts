import { expect, test } from '@jest/globals';

import { looksLikeOpenApi } from '../../src/openapi/looks-like-open-api';

test.each<[string, boolean]>([
  ['openapi: 3.0.3', true],
  ["\uFEFFopenapi: '3.1.0'", true],
  ['# Pets\n---\nopenapi: 3.0.3\r\n', true],
  ['  openapi: 3.0.3', true],
  ['{openapi: 3.0.3, info: {}}', true],
  ['{"openapi":"3.2.0"}', true],
  ['{\n  "info": {},\n  "swagger": "2.0"\n}', true],
  ['{"info":{},"openapi":"3.0.0"}', true],
  ['openapi: 4.0.0', true],
  ['swagger: 2', true],
  ['# openapi: 3.0.3 documents are in api/', false],
  ['"the value of openapi: 3.0.3"', false],
  ['openapi: { document: api-3.0.yaml }', false],
  ['openapi: api.yaml', false],
  ['x-openapi: 3.0.3', false],
  ['', false],
])('%j: %s', (text, expected) => {
  expect(looksLikeOpenApi(text)).toBe(expected);
});
