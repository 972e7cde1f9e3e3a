import { describe, expect, test } from '@jest/globals';

import { check } from '../../src/engine/check';
import { openProject } from '../../src/engine/open/open-project';
import { brief } from './brief';
import { mistakesIn } from './schema-project';
import { tempProject } from './temp-project';

const TREE = {
  'schemas/pet.schema.json': { required: ['name'], properties: { name: { type: 'string' } } },
  'schemas/shop.json': {
    $id: 'https://example.com/shop',
    $defs: { item: { properties: { id: { type: 'integer' } } } },
  },
};

function namingProject(samples: Readonly<Record<string, unknown>>, manifest: object = {}): string {
  return tempProject({
    'contracts.json': {
      samples: 'samples',
      contracts: { all: { schema: { from: '$schema' }, samples: '**' } },
      ...manifest,
    },
    ...TREE,
    ...Object.fromEntries(Object.entries(samples).map(([path, value]) => [`samples/${path}`, value])),
  });
}

async function findingsIn(cwd: string): Promise<readonly string[]> {
  const { findings } = await check({ cwd });
  return findings.map(brief).filter((text) => !text.includes(' schema-used '));
}

describe('schema: { from: $schema }', () => {
  test('gives a contract per schema that samples name', () => {
    const cwd = namingProject({
      'a.json': { $schema: '../schemas/pet.schema.json', name: 'Rex' },
      'b/c.json': { $schema: '../../schemas/pet.schema.json#', name: 'Tom' },
      'd.json': { $schema: 'https://example.com/shop#/$defs/item' },
      'e.json': { $schema: 'https://EXAMPLE.com/shop' },
    });
    const { contracts, samples } = openProject({ cwd });
    expect(contracts.map(({ name, versions }) => [name, versions.map(({ schema }) => schema)])).toEqual([
      ['all/pet', [{ file: 'pet.schema.json', pointer: '' }]],
      ['all/shop/item', [{ file: 'shop.json', pointer: '/$defs/item' }]],
      ['all/shop', [{ file: 'shop.json', pointer: '' }]],
    ]);
    expect(samples.map(({ path, claims }) => [path, ...claims.map(({ contract }) => contract.name)])).toEqual(
      [
        ['a.json', 'all/pet'],
        ['b/c.json', 'all/pet'],
        ['d.json', 'all/shop/item'],
        ['e.json', 'all/shop'],
      ],
    );
    expect(samples.every(({ claims }) => claims.every(({ contract }) => contracts.includes(contract)))).toBe(
      true,
    );
  });

  test('checks samples against them, also those that are wrong on purpose', async () => {
    const cwd = namingProject(
      {
        'a.json': { $schema: '../schemas/pet.schema.json', name: 1 },
        'bad/a.json': { $schema: '../../schemas/pet.schema.json', name: 1 },
        'bad/b.json': { $schema: '../../schemas/pet.schema.json', name: '' },
      },
      {
        contracts: {
          all: { schema: { from: '$schema' }, samples: ['*', { path: 'bad/*', expect: 'invalid' }] },
        },
      },
    );
    expect(await findingsIn(cwd)).toEqual([
      'samples/a.json 1:48-1:49 error sample-matches-schema /name expected a string, got 1: put it in quotes',
      'samples/bad/b.json 1:1-1:1 error sample-fails-as-expected expected an invalid sample, but pet.schema.json accepts it: make the schema reject it, or remove `expect: invalid` (contracts.json 1:93 all/pet expects it to be invalid)',
    ]);
  });

  test('reports names that lead to no schema, each at its value', async () => {
    const cwd = namingProject(
      {
        'a.json': { $schema: 'https://unmapped.org/a' },
        'b.json': { $schema: 'https://docs.example.com/b.json' },
        'c.json': { $schema: '../schemas/pets.json' },
        'd.json': { $schema: '../other/pet.json' },
        '../other/pet.json': {},
        'e.json': { $schema: 'http://json-schema.org/draft-07/schema#' },
        'f.json': { $schema: 1 },
        'g.json': '{',
      },
      { references: { 'https://docs.example.com/*': 'schemas/*' } },
    );
    expect(await findingsIn(cwd)).toEqual([
      'samples/a.json 1:12-1:36 error sample-has-contract /$schema there is no schema for "https://unmapped.org/a": map the URL to a file with `references:`',
      'samples/b.json 1:12-1:45 error sample-has-contract /$schema the schema "https://docs.example.com/b.json" does not exist: there is no schemas/b.json',
      'samples/c.json 1:12-1:34 error sample-has-contract /$schema the schema "../schemas/pets.json" does not exist: there is no schemas/pets.json',
      'samples/d.json 1:12-1:31 error sample-has-contract /$schema "../other/pet.json" leads to other/pet.json, which is not in a folder of `schemas:`: add its folder there',
      'samples/e.json 1:12-1:53 error sample-has-contract /$schema "http://json-schema.org/draft-07/schema#" is a meta-schema, so this file is a schema, not a sample: list it under `ignore:`',
      'samples/f.json 1:12-1:13 error sample-has-contract /$schema expected the path or URL of a schema, got 1',
      'samples/g.json 1:2-1:2 error json-well-formed the object that starts on line 1 is not closed: expected `}`, got the end of the text',
    ]);
  });

  test('suggests the `$id` that a URL most likely means, and a part that is there', async () => {
    const near = [
      'http://example.com/shop',
      'https://example.com/shop/',
      'https://example.com/Shop?v=1#top',
      'https://example.com/shp',
    ];
    const cwd = namingProject({
      ...Object.fromEntries(near.map(($schema, index) => [`${index}.json`, { $schema }])),
      '5.json': { $schema: '../schemas/shop.json#/$defs/itme' },
      '6.json': { $schema: 'https://example.com/shop#nothing' },
      '7.json': { $schema: '#/$defs/item' },
      '8.json': { $schema: '../schemas/shop.json#/$defs/item' },
    });
    const texts = (await findingsIn(cwd)).map((text) => text.replace(/ error .*? \/\$schema/, ''));
    expect(texts).toEqual([
      ...near.map(
        (name, index) =>
          `samples/${index}.json 1:12-1:${14 + name.length} there is no schema for "${name}": did you mean "https://example.com/shop"?`,
      ),
      'samples/5.json 1:12-1:46 "../schemas/shop.json#/$defs/itme" leads nowhere in schemas/shop.json: did you mean "../schemas/shop.json#/$defs/item"?',
      'samples/6.json 1:12-1:46 "https://example.com/shop#nothing" leads nowhere in schemas/shop.json: fix the part after `#`',
      'samples/7.json 1:12-1:26 expected the path or URL of a schema, got "#/$defs/item"',
    ]);
  });

  test('a fragment may be the anchor of a schema', () => {
    const cwd = namingProject({
      'a.json': { $schema: '../schemas/anchors.json#new' },
      'b.json': { $schema: '../schemas/anchors.json#old' },
      '../schemas/anchors.json': { $defs: { a: { $anchor: 'new' }, b: [{ $id: '#old' }] } },
    });
    const { contracts } = openProject({ cwd });
    expect(contracts.map(({ versions }) => versions[0]?.schema.pointer)).toEqual(['/$defs/a', '/$defs/b/0']);
  });

  test('an anchor in an example is not that of a schema', () => {
    const cwd = namingProject({
      'a.json': { $schema: '../schemas/anchors.json#pet' },
      '../schemas/anchors.json': {
        examples: [{ $anchor: 'pet' }],
        $defs: { pet: { $anchor: 'pet', type: 'array' } },
      },
    });
    const { contracts } = openProject({ cwd });
    expect(contracts.map(({ versions }) => versions[0]?.schema.pointer)).toEqual(['/$defs/pet']);
  });

  test.each([
    ['behind the line that begins the document', '---\n#MODELINE\nid: x\n'],
    ['on that line', '---  # MODELINE\nid: x\n'],
    ['after a directive and other comments', '%YAML 1.2\n# a\n\n---\n# b\n# MODELINE\n{ id: x }\n'],
    ['before that line, with carriage returns', '# MODELINE\r\n---\r\nid: x\r\n'],
  ])('a comment of YAML names the schema: %s', async (_, text) => {
    const cwd = namingProject({
      'a.yaml': text.replace(
        'MODELINE',
        'yaml-language-server: $schema=https://example.com/shop#/$defs/item',
      ),
    });
    expect(await findingsIn(cwd)).toEqual([expect.stringContaining('/id expected an integer, got "x"')]);
  });

  test('a comment is for the documents of a stream without one of their own', () => {
    const cwd = namingProject({
      'a.yaml':
        '# yaml-language-server: $schema=../schemas/shop.json\n---\na: 1\n---\nb: 1\n--- # c\n# yaml-language-server: $schema=../schemas/pet.schema.json\nc: 1\n# yaml-language-server: $schema=../d.json\n',
    });
    const { samples } = openProject({ cwd });
    expect(samples.flatMap(({ claims }) => claims.map(({ contract }) => contract.name))).toEqual([
      'all/shop',
      'all/shop',
      'all/pet',
    ]);
  });

  test('a comment behind the first value names nothing', async () => {
    const cwd = namingProject({ 'a.yaml': 'id: 1\n# yaml-language-server: $schema=../schemas/shop.json\n' });
    expect(await findingsIn(cwd)).toEqual([
      'samples/a.yaml 1:1-1:2 error sample-has-contract \'\' the sample does not name its schema, so it is not checked: add "$schema" with the path or URL of the schema, or the comment `# yaml-language-server: $schema=…` at the top',
    ]);
  });

  test.each([
    ['an object', {}, '1:1-1:2'],
    ['an array', [], '1:1-1:2'],
    ['a number', 1, '1:1-1:2'],
  ])('reports a sample without a name: %s', async (_, value, where) => {
    expect(await findingsIn(namingProject({ 'a.json': value }))).toEqual([
      `samples/a.json ${where} error sample-has-contract '' the sample does not name its schema, so it is not checked: add "$schema" with the path or URL of the schema`,
    ]);
  });

  test('a meta-schema of the project is none of a sample', async () => {
    const meta = {
      $id: 'https://example.com/meta',
      allOf: [{ $ref: 'https://json-schema.org/draft/2020-12/schema' }],
    };
    const cwd = namingProject({ 'a.json': { $schema: 'https://example.com/meta' } }, {});
    expect(await findingsIn(cwd)).toHaveLength(1);
    const own = tempProject({
      'contracts.json': {
        samples: 'samples',
        contracts: { all: { schema: { from: '$schema' }, samples: '*' } },
      },
      'schemas/meta.json': meta,
      'samples/a.json': { $schema: 'https://example.com/meta' },
    });
    expect(await findingsIn(own)).toEqual([
      'samples/a.json 1:12-1:38 error sample-has-contract /$schema "https://example.com/meta" is a meta-schema, so this file is a schema, not a sample: list it under `ignore:`',
    ]);
  });

  test('another contract may claim a sample too', () => {
    const cwd = namingProject(
      { 'a.json': { $schema: '../schemas/shop.json' } },
      {
        contracts: {
          all: { schema: { from: '$schema' }, samples: '*' },
          pets: { schema: 'pet.schema.json', samples: 'a.json' },
        },
      },
    );
    const { samples } = openProject({ cwd });
    expect(samples.flatMap(({ claims }) => claims.map(({ contract }) => contract.name))).toEqual([
      'all/shop',
      'pets',
    ]);
  });

  test('names that differ only in their endings stay apart', () => {
    const cwd = tempProject({
      'contracts.json': {
        samples: 'samples',
        contracts: { a: { schema: { from: '$schema' }, samples: '*' } },
      },
      'schemas/x.json': {},
      'schemas/x.schema.json': {},
      'samples/1.json': { $schema: '../schemas/x.json' },
      'samples/2.json': { $schema: '../schemas/x.schema.json' },
    });
    expect(openProject({ cwd }).contracts.map(({ name }) => name)).toEqual(['a/x', 'a/x.schema.json']);
  });

  test.each([
    [{ schema: { from: 'schema' } }, '/contracts/a/schema/from', 'expected "$schema", got "schema"'],
    [
      { schema: '$schema' },
      '/contracts/a/schema',
      'if each sample names its schema in `$schema`, write `schema: { from: $schema }`',
    ],
    [
      { schema: 'https://example.com/a.json' },
      '/contracts/a/schema',
      '`https://example.com/a.json` is a URL, and nothing is fetched: copy the schema into a folder of `schemas:`, and write its path there',
    ],
    [{ schema: {} }, '/contracts/a/schema', 'required property "from" is missing'],
    [
      { schema: { from: '$schema', x: 1 } },
      '/contracts/a/schema/x',
      'unknown property "x": the schema allows only "from"',
    ],
    [
      { schema: { from: '$schema' }, live: { request: 'GET /' } },
      '/contracts/a/live',
      'a response does not name its schema: give its contract a schema of its own, not `from: $schema`',
    ],
  ])('%j is a mistake', (contract, pointer, message) => {
    const cwd = tempProject({ 'contracts.json': { contracts: { a: { samples: '*', ...contract } } } });
    expect(mistakesIn(cwd)).toEqual([expect.stringContaining(`contracts.json ${pointer} ${message}`)]);
  });
});
