import { describe, expect, test } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { findingsIn, ID, mistakesIn, REFUSED, schemaProject } from './schema-project';

describe('ref_base', () => {
  const tree = {
    'schemas/deep/a.json': { $ref: 'common/b.json' },
    'schemas/common/b.json': ID,
    'schemas/deep/common/b.json': { maxProperties: 0 },
  };
  const settings = { contracts: { a: { schema: 'deep/a.json', samples: 'a.json' } }, ref_base: 'schemas' };
  const rules = { 'schema-used': 'off' };

  test.each([
    ['a schema without id', tree],
    ['a relative id', { ...tree, 'schemas/deep/a.json': { $id: 'deep$a', $ref: 'common/b.json' } }],
    [
      'an absolute id',
      { ...tree, 'schemas/deep/a.json': { $id: 'https://x.org/deep/a.json', $ref: 'common/b.json' } },
    ],
    ['a leading slash', { ...tree, 'schemas/deep/a.json': { $ref: '/common/b.json' } }],
    ['an encoded name', { ...tree, 'schemas/deep/a.json': { $ref: 'common/%62.json#' } }],
    [
      'a schema that is named by its relative id',
      { ...tree, 'schemas/deep/a.json': { $ref: 'b' }, 'schemas/common/b.json': { $id: 'b', ...ID } },
    ],
  ])('replaces the folder of the file: %s', async (_, files) => {
    expect(await findingsIn(schemaProject({ ...settings, rules }, files))).toEqual([REFUSED]);
  });

  test('never adds to it', async () => {
    const cwd = schemaProject(
      { ...settings, rules },
      { ...tree, 'schemas/deep/a.json': { $ref: 'c.json' }, 'schemas/deep/c.json': ID },
    );
    expect(await findingsIn(cwd)).toEqual([
      'schemas/deep/a.json 1:9-1:17 error schema-references-resolve /$ref the reference "c.json" leads nowhere: did you mean "deep/c.json"? {sample-judged} (samples/a.json 1:1 not checked)',
    ]);
  });

  test('may be one of several folders', async () => {
    const cwd = schemaProject(
      { schemas: ['schemas', 'refs'], ref_base: 'refs' },
      { 'schemas/a.json': { $ref: 'b.json' }, 'refs/b.json': ID, 'schemas/b.json': false },
    );
    expect(await findingsIn(cwd)).toEqual([REFUSED]);
  });

  test('leaves references within a file and to parts of it as they are', async () => {
    const cwd = schemaProject(
      { ...settings, rules },
      { ...tree, 'schemas/deep/a.json': { $ref: '#/$defs/b', $defs: { b: { $ref: 'common/b.json#' } } } },
    );
    expect(await findingsIn(cwd)).toEqual([REFUSED]);
  });

  test.each([
    ['../x', "`../x` is outside the folder that it is relative to: use a path inside the manifest's folder"],
    ['samples', '`samples` is not in a folder of `schemas:`: use one of these folders, or one in them'],
    ['.', '`.` is not in a folder of `schemas:`: use one of these folders, or one in them'],
    [
      'schemas/nowhere',
      'the folder `schemas/nowhere` of `ref_base:` does not exist: create it, or name another folder in the manifest',
    ],
  ])('%s is a mistake', (base, message) => {
    expect(mistakesIn(schemaProject({ ...settings, ref_base: base }, tree))).toEqual([
      `contracts.json /ref_base ${message}`,
    ]);
  });
});

describe('references', () => {
  const references = { 'https://docs.example.com/*': 'vendor/*' };
  const a = { $ref: 'https://docs.example.com/v1/b.json' };

  test.each([
    ['next to the schemas', { 'vendor/v1/b.json': ID }],
    ['in the folder of schemas', { 'schemas/vendor/v1/b.json': ID }],
    ['with another id', { 'vendor/v1/b.json': { $id: 'https://other.org/x', ...ID } }],
    [
      'rather than a file with that id',
      { 'vendor/v1/b.json': ID, 'schemas/c.json': { $id: a.$ref, type: 'null' } },
    ],
  ])('map URLs to files %s', async (_, files) => {
    const cwd = schemaProject(
      { references, rules: { 'schema-used': 'off' } },
      { 'schemas/a.json': a, ...files },
    );
    expect(await findingsIn(cwd)).toEqual([REFUSED]);
  });

  test.each([
    ['a file without `*`', { 'https://docs.example.com/v1/b.json': 'vendor/x.json' }],
    [
      'the longest match',
      { 'https://docs.example.com/v1/*': 'vendor/*', 'https://docs.example.com/*': 'schemas/*' },
    ],
    [
      'text after the `*`',
      { 'https://docs.example.com/*/b.json': 'vendor/*.json', 'https://docs.example.com/*': 'schemas/*' },
    ],
    ['a scheme and host in capitals', { 'HTTPS://Docs.Example.COM/v1/*': 'vendor/*' }],
  ])('%s', async (_, map) => {
    const cwd = schemaProject(
      { references: map },
      { 'schemas/a.json': a, 'vendor/x.json': ID, 'vendor/b.json': ID, 'vendor/v1.json': ID },
    );
    expect(await findingsIn(cwd)).toEqual([REFUSED]);
  });

  test('a query is no part of the name of a file', async () => {
    const cwd = schemaProject(
      { references },
      { 'schemas/a.json': { $ref: `${a.$ref}?2021#/$defs/b` }, 'vendor/v1/b.json': { $defs: { b: ID } } },
    );
    expect(await findingsIn(cwd)).toEqual([REFUSED]);
  });

  test('mapped files refer to each other, by path or by URL, in cycles too', async () => {
    const cwd = schemaProject(
      { references },
      {
        'schemas/a.json': a,
        'vendor/v1/b.json': { properties: { id: { $ref: 'c.yaml' }, next: { $ref: '#' } } },
        'vendor/v1/c.yaml': 'allOf: [{ $ref: "https://docs.example.com/v1/d.json" }]\n',
        'vendor/v1/d.json': {
          $id: 'https://docs.example.com/v1/d.json',
          anyOf: [{ $ref: '#/$defs/x' }],
          $defs: { x: { type: 'integer' }, y: { $ref: 'b.json' } },
        },
      },
    );
    expect(await findingsIn(cwd)).toEqual([REFUSED]);
  });

  test('a mapped file that is missing is an error at the reference', async () => {
    const cwd = schemaProject({ references }, { 'schemas/a.json': a, 'vendor/other.json': ID });
    expect(await findingsIn(cwd)).toEqual([
      'schemas/a.json 1:9-1:45 error schema-references-resolve /$ref `references:` maps "https://docs.example.com/v1/b.json" to vendor/v1/b.json, which does not exist {sample-judged} (samples/a.json 1:1 not checked)',
    ]);
  });

  test('what is not mapped is not followed', async () => {
    const cwd = schemaProject(
      { references },
      { 'schemas/a.json': { $ref: 'https://docs.example.org/b.json' } },
    );
    mkdirSync(join(cwd, 'vendor'));
    expect(await findingsIn(cwd)).toEqual([
      'schemas/a.json 1:9-1:42 error schema-references-resolve /$ref the reference "https://docs.example.org/b.json" leads out of schemas, and schemas are not downloaded: copy it to schemas/docs.example.org/b.json, or map it to a copy with `references:` {sample-judged} (samples/a.json 1:1 not checked)',
    ]);
  });

  test.each([
    [
      { 'https://x.org/*': 'vendor/a.json' },
      '`https://x.org/*` and `vendor/a.json` differ in the number of `*`: write one in both, or none',
    ],
    [
      { 'https://x.org/a.json': 'vendor/*' },
      '`https://x.org/a.json` and `vendor/*` differ in the number of `*`: write one in both, or none',
    ],
    [
      { 'https://x.org/*/*': '*/*' },
      '`https://x.org/*/*` and `*/*` have more than one `*`: keep one in each',
    ],
    [
      { 'https://x.org/*': 'https://y.org/*' },
      '`https://y.org/*` is a URL, and nothing is fetched: copy the schemas into the project, and write their path, such as `vendor/*`',
    ],
    [
      { 'https://x.org/a.json': 'HTTP://y.org/a.json' },
      '`HTTP://y.org/a.json` is a URL, and nothing is fetched: copy the schemas into the project, and write their path, such as `vendor/a.json`',
    ],
    [
      { 'https://x.org/*': '/etc/*' },
      "`/etc/*` is outside the folder that it is relative to: use a path inside the manifest's folder",
    ],
    [
      { 'https://x.org/*': '../*' },
      "`../*` is outside the folder that it is relative to: use a path inside the manifest's folder",
    ],
  ])('%j is a mistake', (map, message) => {
    const [url = ''] = Object.keys(map);
    const pointer = `/references/${url.replaceAll('/', '~1')}`;
    expect(mistakesIn(schemaProject({ references: map }, { 'schemas/a.json': ID }))).toEqual([
      `contracts.json ${pointer} ${message}`,
    ]);
  });

  test('a meta-schema may be named by a mapped URL', async () => {
    const vocabulary = 'https://json-schema.org/draft/2020-12/vocab';
    const $schema = 'https://docs.example.com/meta';
    const cwd = schemaProject(
      { references: { [$schema]: 'vendor/meta.json' } },
      {
        'schemas/a.json': { $schema, type: 'object', minProperties: 2 },
        'vendor/meta.json': {
          $schema: 'https://json-schema.org/draft/2020-12/schema',
          $id: 'https://other.org/meta',
          $vocabulary: { [`${vocabulary}/core`]: true, [`${vocabulary}/applicator`]: true },
        },
      },
    );
    const ignored = `is ignored: vendor/meta.json does not list its vocabulary ("validation") in "$vocabulary"`;
    expect((await findingsIn(cwd)).filter((text) => text.includes('schema-keywords-known'))).toEqual([
      expect.stringContaining(`"type" ${ignored}`),
      expect.stringContaining(`"minProperties" ${ignored}`),
    ]);
  });

  test('a mapped meta-schema that is missing is an error at its name', async () => {
    const cwd = schemaProject(
      { references },
      { 'schemas/a.json': { $schema: 'https://docs.example.com/m', ...ID } },
    );
    expect(await findingsIn(cwd)).toEqual([
      'schemas/a.json 1:12-1:40 error schema-dialect-known /$schema unknown dialect "https://docs.example.com/m": `references:` maps it to vendor/m, which does not exist {sample-judged} (samples/a.json 1:1 not checked)',
    ]);
  });
});

describe('the nearest id is suggested where only', () => {
  const $id = 'https://x.org/Common/b.json?v=1';

  test.each([
    ['the query differs', 'https://x.org/Common/b.json', 'https://x.org/Common/b.json?v=1'],
    ['another query', 'https://x.org/Common/b.json?v=2', 'https://x.org/Common/b.json?v=1'],
    ['the case differs', 'https://x.org/common/B.json?v=1', 'https://x.org/Common/b.json?v=1'],
    [
      'both differ, with a part',
      'https://x.org/common/b.json#/$defs/x',
      'https://x.org/Common/b.json?v=1#/$defs/x',
    ],
  ])('%s', async (_, $ref, meant) => {
    const cwd = schemaProject({}, { 'schemas/a.json': { $ref }, 'schemas/b.json': { $id, ...ID } });
    expect(await findingsIn(cwd)).toEqual([
      `schemas/a.json 1:9-1:${$ref.length + 11} error schema-references-resolve /$ref the reference "${$ref}" leads nowhere: did you mean "${meant}", the "$id" of schemas/b.json? {sample-judged} (samples/a.json 1:1 not checked)`,
    ]);
  });

  test('the reference is relative to an absolute id', async () => {
    const cwd = schemaProject(
      {},
      {
        'schemas/a.json': { $id: 'https://x.org/Common/a.json', $ref: 'B.json' },
        'schemas/c/d.json': { $id, ...ID },
      },
    );
    expect(await findingsIn(cwd)).toEqual([
      'schemas/a.json 1:45-1:53 error schema-references-resolve /$ref the reference "B.json" leads nowhere: did you mean "https://x.org/Common/b.json?v=1", the "$id" of schemas/c/d.json? {sample-judged} (samples/a.json 1:1 not checked)',
    ]);
  });

  test('a $schema differs', async () => {
    const cwd = schemaProject(
      {},
      {
        'schemas/a.json': { $schema: 'https://x.org/Meta', ...ID },
        'schemas/m.json': {
          $id: 'https://x.org/meta',
          $schema: 'https://json-schema.org/draft/2020-12/schema',
        },
      },
    );
    expect(await findingsIn(cwd)).toEqual([
      'schemas/a.json 1:12-1:32 error schema-dialect-known /$schema unknown dialect "https://x.org/Meta": did you mean "https://x.org/meta", the "$id" of schemas/m.json? {sample-judged} (samples/a.json 1:1 not checked)',
    ]);
  });

  test('not where the path differs', async () => {
    const cwd = schemaProject(
      {},
      { 'schemas/a.json': { $ref: 'https://x.org/b.json' }, 'schemas/b.json': { $id, ...ID } },
    );
    expect((await findingsIn(cwd))[0]).toContain('copy it to schemas/x.org/b.json');
  });
});
