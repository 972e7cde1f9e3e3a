import { describe, expect, test } from '@jest/globals';

import { checkOpenApi } from '../rules/openapi/check-open-api';

const DRAFT_07 = 'http://json-schema.org/draft-07/schema#';

/** A document whose response has this schema and example; `more` is next to its version. */
function documentWith(schema: object, example: unknown, more: object = {}): object {
  const content = { 'application/json': { schema, example } };
  const responses = { 200: { description: 'ok', content } };
  return {
    openapi: '3.1.1',
    ...more,
    info: { title: 'Pets', version: '1' },
    paths: { '/pets': { get: { responses } } },
  };
}

/**
 * The findings without where the example is, which are the same where all files are JSON and where all are YAML: names of files end in `.EXT`.
 */
async function findingsIn(document: object, files: Readonly<Record<string, unknown>>) {
  const [inJson = [], inYaml = []] = await Promise.all(
    ['json', 'yaml'].map((extension) => {
      const text = JSON.stringify(document).replaceAll('.EXT', `.${extension}`);
      const written = Object.entries(files).map(([name, value]) =>
        [name, JSON.stringify(value)].map((each) => each.replaceAll('.EXT', `.${extension}`)),
      );
      const form: unknown = extension === 'json' ? JSON.parse(text) : text;
      return checkOpenApi(form, { files: Object.fromEntries(written) });
    }),
  );
  expect(inYaml.map((finding) => finding.replaceAll('.yaml', '.json'))).toEqual(inJson);
  return inJson.map((finding) => finding.replace(/^\S*example\| /, ''));
}

function withName(schema: object, example: unknown): object {
  return documentWith(schema, example, { components: { schemas: { Name: { $ref: 'lib/n.EXT' } } } });
}

const NAME = { $id: 'https://example.com/models/name', type: 'string' };
const PET = {
  $id: 'https://example.com/models/pet',
  properties: { name: { $ref: 'name' }, kind: { $ref: '#kind' } },
  $defs: { k: { $anchor: 'kind', type: 'string' } },
};
const WRONG = { name: 5, kind: 1 };

/** The findings in that example where it begins at this column. */
function wrongAt(file: string, column: number): readonly string[] {
  const range = (from: number) => `${file} 1:${from}-1:${from + 1}`;
  return [
    `${range(column + 8)} error sample-matches-schema /name expected a string, got 5: put it in quotes`,
    `${range(column + 17)} error sample-matches-schema /kind expected a string, got 1: put it in quotes`,
  ];
}

describe('a schema with an `$id` in a file that a document refers to', () => {
  test.each<readonly [string, number, object, Readonly<Record<string, unknown>>]>([
    ['as a whole', 252, { $ref: 'lib/pet.EXT' }, { 'lib/pet.EXT': PET, 'lib/n.EXT': NAME }],
    [
      'by its URL',
      270,
      { $ref: 'https://example.com/models/pet' },
      { 'lib/n.EXT': { $defs: { PET, NAME } } },
    ],
    ['as a definition', 261, { $ref: 'lib/n.EXT#/$defs/PET' }, { 'lib/n.EXT': { $defs: { PET, NAME } } }],
    ['among schemas by name', 255, { $ref: 'lib/n.EXT#/PET' }, { 'lib/n.EXT': { PET, NAME } }],
    [
      'among components',
      274,
      { $ref: 'lib/n.EXT#/components/schemas/PET' },
      { 'lib/n.EXT': { components: { schemas: { PET, NAME } } } },
    ],
    [
      'in another document',
      274,
      { $ref: 'lib/n.EXT#/components/schemas/PET' },
      { 'lib/n.EXT': { openapi: '3.1.0', info: {}, components: { schemas: { PET, NAME } } } },
    ],
  ])('%s has references relative to it', async (_, column, schema, files) => {
    expect(await findingsIn(withName(schema, WRONG), files)).toEqual(wrongAt('openapi.json', column));
  });

  test('counts in a path, too', async () => {
    const item = documentWith({ ...PET, $defs: { ...PET.$defs, NAME } }, WRONG);
    const { paths } = JSON.parse(JSON.stringify(item));
    const document = {
      openapi: '3.1.0',
      info: { title: 'Pets', version: '1' },
      paths: { '/pets': { $ref: 'paths/pets.EXT' } },
    };
    expect(await findingsIn(document, { 'paths/pets.EXT': paths['/pets'] })).toEqual(
      wrongAt('paths/pets.json', 315),
    );
  });

  test('is not looked for in examples', async () => {
    const files = { 'lib/n.EXT': { PET: { examples: [NAME], default: NAME, type: 'object' } } };
    expect(await findingsIn(withName({ $ref: 'https://example.com/models/name' }, 5), files)).toEqual([
      '| openapi.json 1:226-1:259 error sample-judged /paths/~1pets/get/responses/200/content/application~1json/schema/$ref 1 sample not checked: the reference "https://example.com/models/name" leads out of schemas, and schemas are not downloaded: copy it to schemas/example.com/models/name, or map it to a copy with `references:` (openapi.json 1:271 not checked)',
    ]);
  });

  test('has the URL that another file has, too: its own path leads to it, and the URL to the first file', async () => {
    const components = { schemas: { A: { $ref: 'lib/a.EXT' }, B: { $ref: 'lib/b.EXT' } } };
    const files = { 'lib/a.EXT': NAME, 'lib/b.EXT': { ...NAME, type: 'integer' } };
    const judge = (reference: string) =>
      findingsIn(documentWith({ $ref: reference }, true, { components }), files);
    expect(await judge('lib/b.EXT')).toEqual([
      "openapi.json 1:273-1:277 error sample-matches-schema '' expected an integer, got true",
    ]);
    expect(await judge('lib/a.EXT')).toEqual([
      "openapi.json 1:273-1:277 error sample-matches-schema '' expected a string, got true: put it in quotes",
    ]);
    expect(await judge('https://example.com/models/name')).toEqual([
      '| lib/b.json 1:8-1:41 warning schema-references-resolve /$id the "$id" "https://example.com/models/name" also names a different schema, so a reference to it may lead to either: rename one of them (lib/a.json 1:8 the first one)',
      "openapi.json 1:294-1:298 error sample-matches-schema '' expected a string, got true: put it in quotes",
    ]);
  });
});

describe('dynamic anchors in files that a document refers to', () => {
  test('are found from the outermost schema', async () => {
    const tree = {
      $id: 'https://example.com/tree',
      $dynamicAnchor: 'node',
      type: 'object',
      properties: { children: { type: 'array', items: { $dynamicRef: '#node' } } },
    };
    const strict = {
      $id: 'https://example.com/strict',
      $dynamicAnchor: 'node',
      $ref: 'tree',
      unevaluatedProperties: false,
    };
    const components = { schemas: { Tree: { $ref: 'lib/t.EXT#/Tree' } } };
    const files = { 'lib/t.EXT': { Tree: tree }, 'lib/s.EXT': strict };
    const value = { children: [{ x: 1 }] };
    const judge = (schema: object) => findingsIn(documentWith(schema, value, { components }), files);
    expect(await judge({ $ref: 'lib/s.EXT' })).toEqual([
      'openapi.json 1:270-1:273 error sample-matches-schema /children/0/x unknown property "x": the schema allows only "children"',
    ]);
    expect(await judge({ $ref: 'https://example.com/tree' })).toEqual([]);
  });
});

describe('the dialect of files that a document refers to', () => {
  const TUPLE = { items: [{ type: 'string' }] };
  const OLD = { $schema: DRAFT_07, ...TUPLE };

  test.each<readonly [string, number, object, unknown]>([
    ['as a whole', 248, { $ref: 'lib/a.EXT' }, OLD],
    ['of a definition', 259, { $ref: 'lib/a.EXT#/$defs/Old' }, { $defs: { Old: OLD } }],
    ['of a schema by name', 253, { $ref: 'lib/a.EXT#/Old' }, { Old: OLD }],
    [
      'of a part with an `$id`',
      259,
      { $ref: 'https://example.com/o' },
      { Old: { $id: 'https://example.com/o', ...OLD } },
    ],
  ])('is the one that they name, %s', async (_, column, schema, file) => {
    const components = { schemas: { A: { $ref: 'lib/a.EXT' } } };
    expect(await findingsIn(documentWith(schema, [5], { components }), { 'lib/a.EXT': file })).toEqual([
      `openapi.json 1:${column}-1:${column + 1} error sample-matches-schema /0 expected a string, got 5: put it in quotes`,
    ]);
  });

  test('is one that a meta-schema there defines', async () => {
    const components = { schemas: { Meta: { $ref: 'lib/meta.EXT' } } };
    const meta = {
      $id: 'https://example.com/meta',
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $vocabulary: { 'https://json-schema.org/draft/2020-12/vocab/core': true },
      properties: { mine: { type: 'string' } },
    };
    const files = { 'lib/meta.EXT': meta, 'lib/a.EXT': { $schema: meta.$id, mine: 1, type: 'string' } };
    expect(await findingsIn(documentWith({ $ref: 'lib/a.EXT' }, 5, { components }), files)).toEqual([
      '| lib/a.json 1:48-1:54 warning schema-keywords-known /type "type" is ignored: lib/meta.json does not list its vocabulary ("validation") in "$vocabulary"',
    ]);
  });

  test('is that of OpenAPI where they name none, whatever `jsonSchemaDialect` is', async () => {
    const files = { 'lib/a.EXT': TUPLE };
    const more = { jsonSchemaDialect: DRAFT_07 };
    expect(await findingsIn(documentWith({ $ref: 'lib/a.EXT' }, [5], more), files)).toEqual([
      '| lib/a.json 1:10-1:29 error schema-is-valid /items expected a schema as "items", got an array: write "prefixItems" {sample-judged} (openapi.json 1:256 not checked)',
    ]);
    expect(await findingsIn(documentWith(TUPLE, [5], more), {})).toEqual([
      'openapi.json 1:265-1:266 error sample-matches-schema /0 expected a string, got 5: put it in quotes',
    ]);
  });
});
