import { describe, expect, test } from '@jest/globals';

import { findingsIn, ID, REFUSED, schemaProject } from './schema-project';

describe('a meta-schema of the project', () => {
  const vocabulary = 'https://json-schema.org/draft/2020-12/vocab';
  const $id = 'https://docs.example.com/meta';
  const $vocabulary = { [`${vocabulary}/core`]: true, [`${vocabulary}/applicator`]: true };

  test.each([
    ['describes itself', { $schema: $id, $vocabulary }],
    ['names no dialect', { $vocabulary }],
    [
      'refers to its base',
      { $vocabulary, allOf: [{ $ref: 'https://json-schema.org/draft/2020-12/schema' }] },
    ],
  ])('%s: its vocabularies say which keywords count', async (_, meta) => {
    const cwd = schemaProject(
      {},
      {
        'schemas/a.json': { $schema: $id, properties: { id: { minLength: 2 } } },
        'schemas/m.json': { $id, ...meta },
      },
    );
    expect(await findingsIn(cwd)).toEqual([
      'schemas/a.json 1:64-1:75 warning schema-keywords-known /properties/id/minLength "minLength" is ignored: schemas/m.json does not list its vocabulary ("validation") in "$vocabulary"',
    ]);
  });

  test('may extend an old dialect by reference', async () => {
    const cwd = schemaProject(
      {},
      {
        'schemas/a.json': { $schema: $id, properties: { id: { dependentRequired: {}, type: 'integer' } } },
        'schemas/m.json': { $id, allOf: [{ $ref: 'http://json-schema.org/draft-07/schema#' }] },
      },
    );
    expect(await findingsIn(cwd)).toEqual([
      REFUSED,
      expect.stringContaining(
        '"dependentRequired" is a keyword only from 2019-09 on, so draft-07 ignores it',
      ),
    ]);
  });

  test('must extend a known dialect', async () => {
    const cwd = schemaProject(
      {},
      { 'schemas/a.json': { $schema: $id, ...ID }, 'schemas/m.json': { $id, type: 'object' } },
    );
    expect(await findingsIn(cwd)).toEqual([
      'schemas/a.json 1:12-1:43 error schema-dialect-known /$schema unknown dialect "https://docs.example.com/meta": the "$schema" of schemas/m.json must be 2020-12, 2019-09, draft-07, draft-06 or draft-04 {sample-judged} (samples/a.json 1:1 not checked)',
    ]);
  });
});
