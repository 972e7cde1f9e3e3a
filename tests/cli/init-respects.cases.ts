import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { readYaml } from '../../src/text/yaml/yaml-source';
import { tempProject } from '../engine/temp-project';
import { runCli } from './run-cli';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const pet = (required = 'id') => ({
  $schema: DIALECT,
  type: 'object',
  required: [required],
  properties: { [required]: { type: 'integer' } },
});
const PET = { id: 1 };

/** Runs init, then check. Gives the manifest and what both printed. */
async function start(files: Readonly<Record<string, unknown>>, options: readonly string[] = []) {
  const cwd = tempProject(files);
  const { code, out, err } = await runCli(['init', ...options], { cwd });
  const file = join(cwd, 'contracts.yaml');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const manifest = Object(readYaml('contracts.yaml', text).value);
  const check = await runCli(['check', '-q', '--fail-on', 'warning'], { cwd });
  return { cwd, code, out, err, text, manifest, check: `${check.out}${check.err}` };
}

describe('init pairs schemas with samples', () => {
  test.each<[string, Readonly<Record<string, unknown>>, object]>([
    [
      'of the same name, in another folder',
      { 'spec/json/pet.schema.json': pet(), 'api/pet.json': PET },
      {
        samples: '.',
        schemas: 'spec/json',
        contracts: { pet: { schema: 'pet.schema.json', samples: 'api/pet.json' } },
      },
    ],
    [
      'with a number, an example and a folder of the same name',
      {
        'schemas/pet.json': pet(),
        'samples/pet-1.json': PET,
        'samples/pet.example.json': PET,
        'samples/old/pet/a.json': PET,
        'samples/old/pet/b.json': PET,
      },
      {
        samples: 'samples',
        schemas: 'schemas',
        contracts: {
          pet: { schema: 'pet.json', samples: ['old/pet/*.json', 'pet-1.json', 'pet.example.json'] },
        },
      },
    ],
    [
      'in a folder that is the plural of the name, if they accept them',
      {
        'schemas/pet.json': pet(),
        'schemas/policy.schema.json': pet('policy'),
        'schemas/bus-stop.json': pet('stop'),
        'samples/pets/one.json': PET,
        'samples/pets/two.json': PET,
        'samples/v1/policies/a.json': { policy: 1 },
        'samples/BusStops/main.json': { stop: 1 },
      },
      {
        samples: 'samples',
        schemas: 'schemas',
        contracts: {
          'bus-stop': { schema: 'bus-stop.json', samples: 'BusStops/main.json' },
          pet: { schema: 'pet.json', samples: ['pets/one.json', 'pets/two.json'] },
          policy: { schema: 'policy.schema.json', samples: 'v1/policies/a.json' },
        },
      },
    ],
    [
      'in one folder',
      {
        'api/pet.schema.json': pet(),
        'api/dog.schema.json': pet('dog'),
        'api/pet.json': PET,
        'api/dog.json': { dog: 1 },
      },
      {
        samples: 'api',
        schemas: 'api',
        ignore: ['**/*.schema.json'],
        contracts: {
          dog: { schema: 'dog.schema.json', samples: 'dog.json' },
          pet: { schema: 'pet.schema.json', samples: 'pet.json' },
        },
      },
    ],
    [
      'that are called schema.json',
      { 'v1/pet/schema.json': pet(), 'v1/pet/a.json': PET, 'v1/pet/b.json': PET },
      {
        samples: 'v1/pet',
        schemas: 'v1/pet',
        ignore: ['schema.json'],
        contracts: { pet: { schema: 'schema.json', samples: '*.json' } },
      },
    ],
    [
      'in the folder of the same name, of several with one name',
      {
        'schemas/cats/show.json': pet('cat'),
        'schemas/dogs/show.json': pet('dog'),
        'samples/cats/show.json': { cat: 1 },
        'samples/dogs/show.json': { dog: 1 },
      },
      {
        samples: 'samples',
        schemas: 'schemas',
        contracts: {
          'cats.show': { schema: 'cats/show.json', samples: 'cats/show.json' },
          'dogs.show': { schema: 'dogs/show.json', samples: 'dogs/show.json' },
        },
      },
    ],
    [
      'that the sample names as a path, as an $id, and by the name in an $id',
      {
        'schemas/a.json': { ...pet(), properties: { id: {}, $schema: {} } },
        'schemas/b.json': { ...pet(), $id: 'https://example.com/b' },
        'schemas/c.json': { ...pet(), $id: 'https://example.com/json/cat.schema.json' },
        'samples/x.json': { $schema: '../schemas/a.json', ...PET },
        'samples/y.json': { $schema: 'https://example.com/b#', ...PET },
        'samples/cat.json': PET,
      },
      {
        samples: 'samples',
        schemas: 'schemas',
        contracts: {
          a: { schema: 'a.json', samples: 'x.json' },
          b: { schema: 'b.json', samples: 'y.json' },
          c: { schema: 'c.json', samples: 'cat.json' },
        },
      },
    ],
    [
      'in YAML, and with a dialect of their own',
      {
        'spec/pet.yaml': `$schema: ${DIALECT}\nrequired: [id]\nproperties: { id: { type: integer } }\n`,
        'spec/dog.json': { ...pet('dog'), $schema: 'https://example.com/dialect' },
        'spec/dialect.json': {
          $schema: DIALECT,
          $id: 'https://example.com/dialect',
          $vocabulary: {
            'https://json-schema.org/draft/2020-12/vocab/core': true,
            'https://json-schema.org/draft/2020-12/vocab/validation': true,
            'https://json-schema.org/draft/2020-12/vocab/applicator': true,
          },
          allOf: [{ $ref: DIALECT }],
        },
        'samples/pet.json': PET,
        'samples/dog.json': { dog: 1 },
      },
      {
        samples: 'samples',
        schemas: 'spec',
        contracts: {
          dog: { schema: 'dog.json', samples: 'dog.json' },
          pet: { schema: 'pet.yaml', samples: 'pet.json' },
        },
      },
    ],
    [
      'whose name begins that of the sample, if it accepts the sample',
      {
        'schemas/pet.json': pet(),
        'schemas/dog.json': pet('dog'),
        'samples/pet-created.json': PET,
        'samples/dog-bought.json': { dog: 2 },
      },
      {
        samples: 'samples',
        schemas: 'schemas',
        contracts: {
          dog: { schema: 'dog.json', samples: 'dog-bought.json' },
          pet: { schema: 'pet.json', samples: 'pet-created.json' },
        },
      },
    ],
    [
      'and marks what is wrong on purpose',
      {
        'schemas/pet.json': pet(),
        'samples/test/pet/a.json': PET,
        'samples/test/pet/invalid-name.json': PET,
        'samples/negative_test/pet/a.json': {},
      },
      {
        samples: 'samples',
        schemas: 'schemas',
        contracts: {
          pet: {
            schema: 'pet.json',
            samples: ['test/pet/*.json', { path: 'negative_test/pet/*.json', expect: 'invalid' }],
          },
        },
      },
    ],
    [
      'of the folder, if the schema with the name of the file refuses the sample',
      {
        'schemas/circle.json': pet('circle'),
        'schemas/flow.json': pet('flow'),
        'samples/circle/flow.json': { circle: 1 },
        'samples/wrong/circle/flow.json': { circle: 'x' },
        'samples/circle/b.json': { circle: 2 },
        'samples/flow.json': { flow: 2 },
      },
      {
        samples: 'samples',
        schemas: 'schemas',
        contracts: {
          circle: {
            schema: 'circle.json',
            samples: ['circle/*.json', { path: 'wrong/circle/*.json', expect: 'invalid' }],
          },
          flow: { schema: 'flow.json', samples: 'flow.json' },
        },
      },
    ],
    [
      'but not with the settings of tools',
      { 'schemas/pet.json': pet(), 'api/pet.json': PET, 'web/package.json': {}, 'web/tsconfig.app.json': {} },
      {
        samples: '.',
        schemas: 'schemas',
        ignore: ['web/package.json', 'web/tsconfig.app.json'],
        contracts: { pet: { schema: 'pet.json', samples: 'api/pet.json' } },
      },
    ],
    [
      'over their microversions',
      { 'schemas/pet.json': pet(), 'samples/v2.3/pet.json': PET, 'samples/pet.json': PET },
      {
        samples: 'samples',
        schemas: 'schemas',
        base_microversion: '2.1',
        contracts: { pet: { schema: 'pet.json', samples: '{microversion}/pet.json' } },
      },
    ],
    [
      'in a folder of the same name, where one schema is alone, also if another one has the name of the folder',
      {
        'payload-schemas/hub/create/event.schema.json': { ...pet('ref'), $id: 'create$event' },
        'payload-schemas/hub/alert/create.schema.json': { ...pet('alert'), $id: 'alert$create' },
        'payload-schemas/hub/alert/dismiss.schema.json': {
          $schema: DIALECT,
          $id: 'alert$dismiss',
          properties: { alert: { $ref: 'common/id.schema.json' } },
        },
        'payload-schemas/hub/common/id.schema.json': {
          $schema: DIALECT,
          $id: 'common/id.schema.json',
          type: 'integer',
        },
        'payload-examples/hub/create/payload.json': { ref: 1 },
        'payload-examples/hub/create/with-description.payload.json': { ref: 2 },
        'payload-examples/hub/alert/create.payload.json': { alert: 1 },
        'payload-examples/hub/alert/dismiss.payload.json': { alert: 2 },
      },
      {
        samples: '.',
        schemas: 'payload-schemas/hub',
        ref_base: 'payload-schemas/hub',
        contracts: {
          'create.event': {
            schema: 'create/event.schema.json',
            samples: [
              'payload-examples/hub/create/payload.json',
              'payload-examples/hub/create/with-description.payload.json',
            ],
          },
          'alert.create': {
            schema: 'alert/create.schema.json',
            samples: 'payload-examples/hub/alert/create.payload.json',
          },
          'alert.dismiss': {
            schema: 'alert/dismiss.schema.json',
            samples: 'payload-examples/hub/alert/dismiss.payload.json',
          },
        },
      },
    ],
    [
      'and what these refer to by `$id`',
      {
        'definitions/pet.json': {
          $schema: DIALECT,
          $id: 'https://example.com/definitions/pet.json',
          $ref: 'https://example.com/bindings/id.json',
        },
        'bindings/1.0/id.json': { ...pet(), $id: 'https://example.com/bindings/id.json' },
        'api/pet.json': PET,
      },
      {
        samples: '.',
        schemas: '.',
        ignore: ['bindings/1.0/id.json', 'definitions/pet.json'],
        contracts: { 'definitions.pet': { schema: 'definitions/pet.json', samples: 'api/pet.json' } },
      },
    ],
    [
      'that accept each item of a list of examples',
      { 'schemas/pet.json': pet(), 'samples/pet.json': [PET, PET], 'samples/pet-1.json': PET },
      {
        samples: 'samples',
        schemas: 'schemas',
        contracts: {
          pet: { schema: 'pet.json', samples: ['pet-1.json', { path: 'pet.json', items: '$[*]' }] },
        },
      },
    ],
    [
      'in YAML that name no dialect, next to samples in YAML',
      {
        'schemas/pet.yaml': 'required: [id]\npatternProperties: { "^i": {} }\n',
        'payloads/pet.yaml': 'id: 1\n',
      },
      {
        samples: '.',
        schemas: 'schemas',
        contracts: { pet: { schema: 'pet.yaml', samples: 'payloads/pet.yaml' } },
      },
    ],
    [
      'that name no dialect, in any folder that is not one of samples',
      {
        'model/pet.json': { type: 'object', properties: { id: { $ref: 'id.json' } } },
        'model/id.json': { type: 'integer' },
        'model/pet.example.json': PET,
      },
      {
        samples: 'model',
        schemas: 'model',
        ignore: ['id.json', 'pet.json'],
        contracts: { pet: { schema: 'pet.json', samples: 'pet.example.json' } },
      },
    ],
    [
      'and what these refer to',
      {
        'spec/json/pet.json': { $schema: DIALECT, $ref: '../common/id.json' },
        'spec/common/id.json': pet(),
        'api/pet.json': PET,
      },
      {
        samples: '.',
        schemas: 'spec',
        contracts: { 'json.pet': { schema: 'json/pet.json', samples: 'api/pet.json' } },
      },
    ],
  ])('%s', async (_, files, manifest) => {
    const started = await start(files);
    expect(started.manifest).toEqual(manifest);
    expect({ code: started.code, check: started.check }).toEqual({ code: 0, check: '' });
  });

  test('that a sample names by a URL with the name of the file, if they accept it', async () => {
    const { manifest } = await start({
      'schema.json': pet(),
      'v2/schema.json': pet('name'),
      'sample.resume.json': { $schema: 'https://example.com/main/schema.json', id: 1 },
      'second.json': { $schema: 'https://example.com/v2/schema.json#', name: 1 },
      'third.json': { $schema: 'https://example.com/v2/schema.json', id: 1 },
    });
    expect(manifest.contracts).toEqual({
      schema: { schema: 'schema.json', samples: 'sample.resume.json' },
      v2: { schema: 'v2/schema.json', samples: 'second.json' },
    });
  });

  test('that accept an item of a list, whose other items are findings', async () => {
    const { manifest, check } = await start({
      'schemas/pet.json': pet(),
      'samples/pet.json': [PET, { id: 'x' }],
      'samples/pet-invalid.json': [PET],
    });
    expect(manifest.contracts).toEqual({
      pet: {
        schema: 'pet.json',
        samples: [
          { path: 'pet-invalid.json', expect: 'invalid' },
          { path: 'pet.json', items: '$[*]' },
        ],
      },
    });
    expect(check).toMatch(/^samples\/pet\.json:\d+:\d+: error sample-matches-schema [^\n]*\n$/);
  });

  test('but not with YAML files outside a folder of samples that they refuse', async () => {
    const { manifest } = await start({
      'pets/formats/pets.json': pet(),
      'pets/docs/mkdocs.yaml': 'nav: []\n',
      'pets/docs/empty.yaml': '',
      'pets/docs/1.yaml': 'id: 1\n',
      'pets/docs/named.yaml': '# yaml-language-server: $schema=../formats/pets.json\nid: x\n',
    });
    expect(manifest.contracts).toEqual({
      pets: { schema: 'pets.json', samples: ['pets/docs/1.yaml', 'pets/docs/named.yaml'] },
    });
  });

  test('that are alone in a folder of the same name, where they accept the samples', async () => {
    const { manifest } = await start({
      'schemas/ping/event.json': pet(),
      'schemas/pong/event.json': pet(),
      'samples/ping/1.json': PET,
      'samples/pong/1.json': { id: '' },
    });
    expect(manifest.contracts).toEqual({
      'ping.event': { schema: 'ping/event.json', samples: 'ping/1.json' },
    });
  });

  test('but not a list in a folder of the plural', async () => {
    const { manifest } = await start({
      'schemas/pet.json': pet(),
      'samples/pets/1.json': PET,
      'samples/pets/all.json': [PET],
    });
    expect(manifest).toMatchObject({ contracts: { pet: { samples: 'pets/1.json' } } });
  });

  test('and asks where several fit; check shows one warning', async () => {
    const { text, out, check } = await start({
      'a/pet.schema.json': pet(),
      'b/pet.schema.json': pet(),
      'b/dog.schema.json': pet('dog'),
      'samples/pet.json': PET,
      'samples/dog.json': { dog: 1 },
      'samples/bird.json': {},
    });
    expect(text.slice(text.indexOf('samples:'))).toBe(`samples: samples
schemas: b
rules:
  sample-has-contract: warning

contracts:
  dog:
    schema: dog.schema.json
    samples: dog.json

# Several schemas fit these samples. Which is the right one? Add each sample to the \`samples:\` of a contract:
#   samples/pet.json: a/pet.schema.json or b/pet.schema.json

# No schema fits these samples. Write one for each, or infer them with \`samplegate init --force\`:
#   samples/bird.json
`);
    expect(out.split('\n').slice(0, 4)).toEqual([
      'wrote contracts.yaml: 1 schema in `b` fits 1 of 3 samples',
      'several schemas fit 1 sample: choose one for each',
      'no schema fits 1 sample: write schemas, or infer them with `samplegate init --force`',
      '',
    ]);
    expect(check.match(/warning [a-z-]+/g)).toEqual([
      'warning schema-used',
      'warning sample-has-contract',
      'warning sample-has-contract',
    ]);
  });
});

describe('init never claims schemas as samples', () => {
  test('that fit no sample', async () => {
    const { manifest, code, check, out } = await start({
      'openapi.json': { openapi: '3.1.0', info: { title: 'x', version: '1' }, paths: {} },
      'old/swagger.json': { swagger: '2.0', info: {} },
      'a/tree.json': { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' },
      'a/pet.json': PET,
    });
    expect(manifest).toMatchObject({
      ignore: ['a/tree.json', 'old/swagger.json', 'openapi.json'],
      contracts: { 'a.pet': { schema: 'a/pet.json', samples: 'a/pet.json' } },
    });
    expect(out.split('\n').slice(1, 3)).toEqual([
      '1 schema here fits no sample by name, `$schema` or `$id`, so it is not used: a/tree.json',
      'to use it, name it as the `schema:` of a contract in contracts.yaml, and its folder under `schemas:`',
    ]);
    expect({ code, check }).toEqual({ code: 0, check: '' });
  });

  test('and says so where there are no samples', async () => {
    const { code, err } = await start({ 'spec/pet.schema.json': pet(), 'spec/dog.json': pet() });
    expect({ code, err }).toEqual({
      code: 2,
      err: 'samplegate: found 2 schemas, but no sample in `.`: name the folder of your samples with `--samples FOLDER`; if they are fenced blocks of Markdown, write a manifest that selects them with `fence:`\n',
    });
  });

  test('even if they do not parse; these files are listed first', async () => {
    const { out, manifest, check } = await start({
      'schemas/pet.schema.json': '{"type": }',
      'samples/pet.json': PET,
      'samples/dog.json': '{,',
      'schemas/cat.schema.json': pet('cat'),
      'samples/cat.json': { cat: 1 },
    });
    expect(out.split('\n').slice(0, 5)).toEqual([
      '2 files do not parse, so init cannot use them: fix them first',
      expect.stringMatching(/^ {2}samples\/dog\.json:1:2 /),
      expect.stringMatching(/^ {2}schemas\/pet\.schema\.json:1:10 /),
      '',
      'wrote contracts.yaml: 2 schemas in `schemas` fit 2 of 3 samples',
    ]);
    expect(Object.keys(Object(manifest.contracts))).toEqual(['cat', 'pet']);
    expect(check).toContain('error schema-readable');
  });
});

describe('init writes schemas', () => {
  const FILLED = { 'schemas/tree.json': pet('tree'), 'samples/pet.json': PET, 'samples/dog.json': '{,' };

  test('into no folder that has some', async () => {
    const { code, err, text, cwd } = await start(FILLED);
    expect({ code, err, text }).toEqual({
      code: 2,
      err: 'samplegate: no schema fits a sample by its name, `$schema` or `$id`, and `schemas` is not empty, so nothing was written: infer schemas into another folder with `--schemas FOLDER`, or into this one with `--force`\n',
      text: '',
    });
    expect(existsSync(join(cwd, 'schemas/pet.json'))).toBe(false);
  });

  test('there with --force, and changes none', async () => {
    const { code, out, cwd } = await start({ ...FILLED, 'schemas/pet.json': '{}' }, ['--force']);
    expect({ code, lines: out.split('\n').slice(0, 4) }).toEqual({
      code: 0,
      lines: [
        '1 file does not parse, so init cannot use it: fix it first',
        expect.stringMatching(/^ {2}samples\/dog\.json:1:2 /),
        '',
        'wrote 0 schemas, inferred from 1 of 2 samples, and contracts.yaml, which claims those',
      ],
    });
    expect(readFileSync(join(cwd, 'schemas/pet.json'), 'utf8')).toBe('{}');
  });

  test('for the samples that no schema fits with --force', async () => {
    const { code, manifest, check } = await start(
      { 'schemas/pet.json': pet(), 'samples/pet.json': PET, 'samples/dog.json': { a: true } },
      ['--force'],
    );
    expect(manifest.contracts).toEqual({
      dog: { schema: 'dog.json', samples: 'dog.json' },
      pet: { schema: 'pet.json', samples: 'pet.json' },
    });
    expect({ code, check }).toEqual({ code: 0, check: '' });
  });

  test('into another folder that the user names', async () => {
    const { code, manifest, cwd } = await start(FILLED, ['--schemas', 'inferred']);
    expect(manifest).toMatchObject({ schemas: 'inferred', samples: 'samples' });
    expect({ code, isWritten: existsSync(join(cwd, 'inferred/pet.json')) }).toEqual({
      code: 0,
      isWritten: true,
    });
  });

  test('not at all with --dry-run, which prints the manifest', async () => {
    const { code, out, cwd } = await start({ 'samples/pet.json': PET }, ['--dry-run']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^would write schemas\/pet\.json\nwould write contracts\.yaml:\n\n# yaml-language-server/,
    );
    expect(out).toContain('\ncontracts:\n  pet:\n    schema: pet.json\n    samples: pet.json\n');
    expect(['contracts.yaml', 'schemas'].filter((path) => existsSync(join(cwd, path)))).toEqual([]);
  });

  test('if no sample parses: not at all', async () => {
    const { code, err } = await start({ 'samples/pet.json': '{,' });
    expect({ code, err }).toEqual({
      code: 2,
      err: 'samplegate: no sample in `samples` can be read: fix the files, then run `samplegate init` again\n',
    });
  });
});

test('init follows no links to folders, and reads linked files', async () => {
  const cwd = tempProject({ 'x/pet.schema.json': pet(), 'api/pet.json': PET });
  symlinkSync('../api', join(cwd, 'x/again'));
  symlinkSync('pet.json', join(cwd, 'api/pet-2.json'));
  symlinkSync('nowhere.json', join(cwd, 'api/gone.json'));
  expect((await runCli(['init'], { cwd })).out).toContain('fits 2 of 2 samples');
});

describe('init writes placeholders where names repeat', () => {
  const NAMES = ['ant', 'bee', 'cat', 'dog', 'eel', 'fox', 'gnu'];
  const each = (path: (name: string) => string, value: (name: string) => unknown) =>
    Object.fromEntries(NAMES.map((name) => [path(name), value(name)]));

  test('for schemas next to their samples', async () => {
    const { manifest, code, check } = await start({
      ...each(
        (name) => `api/${name}.schema.json`,
        () => pet(),
      ),
      ...each(
        (name) => `api/${name}.json`,
        () => PET,
      ),
      ...each(
        (name) => `api/${name}-1.json`,
        () => ({ ...PET, items: [], required: ['a'] }),
      ),
    });
    expect(manifest).toEqual({
      samples: 'api',
      schemas: 'api',
      ignore: ['**/*.schema.json'],
      contracts: { '{name}': { schema: '{name}.schema.json', samples: ['{name}.json', '{name}-1.json'] } },
    });
    expect({ code, check }).toEqual({ code: 0, check: '' });
  });

  test('for folders of right and wrong samples; others are written out', async () => {
    const { manifest, code, check } = await start(
      {
        ...each(
          (name) => `json/zoo/${name}.json`,
          () => pet(),
        ),
        ...each(
          (name) => `test/zoo/${name}/a.json`,
          () => PET,
        ),
        ...each(
          (name) => `negative_test/zoo/${name}/b.json`,
          () => ({}),
        ),
        'json/zoo/owl.json': pet(),
        'examples/owl.json': PET,
      },
      ['--samples', '.'],
    );
    expect(manifest.contracts).toEqual({
      '{name}': {
        schema: '{name}.json',
        samples: ['test/zoo/{name}/*.json', { path: 'negative_test/zoo/{name}/*.json', expect: 'invalid' }],
      },
      owl: { schema: 'owl.json', samples: 'examples/owl.json' },
    });
    expect({ code, check }).toEqual({ code: 0, check: '' });
  });

  test('for folders on both sides', async () => {
    const { manifest, code, check } = await start({
      ...each(
        (name) => `payload-schemas/${name}/show.schema.json`,
        () => pet(),
      ),
      ...each(
        (name) => `payload-schemas/${name}/list.schema.json`,
        () => pet('list'),
      ),
      ...each(
        (name) => `payload-examples/${name}/show.payload.json`,
        () => PET,
      ),
      ...each(
        (name) => `payload-examples/${name}/list.payload.json`,
        () => ({ list: 1 }),
      ),
    });
    expect(manifest).toEqual({
      samples: '.',
      schemas: 'payload-schemas',
      contracts: {
        '{folder}.{name}': {
          schema: '{folder}/{name}.schema.json',
          samples: 'payload-examples/{folder}/{name}.payload.json',
        },
      },
    });
    expect({ code, check }).toEqual({ code: 0, check: '' });
  });

  test('and writes out a folder that all schemas are in', async () => {
    const { manifest, check } = await start({
      ...each(
        (name) => `spec/definitions/1.0/${name}.json`,
        (name) => ({
          $schema: DIALECT,
          $id: `https://example.com/1.0/${name}`,
          $ref: 'https://example.com/id',
        }),
      ),
      'spec/parts/a/b/id.json': { ...pet(), $id: 'https://example.com/id' },
      ...each(
        (name) => `samples/1.0/${name}.json`,
        () => PET,
      ),
    });
    expect(manifest).toEqual({
      samples: 'samples',
      schemas: 'spec',
      contracts: {
        'definitions.1.0.{name}': { schema: 'definitions/1.0/{name}.json', samples: '1.0/{name}.json' },
      },
    });
    expect(check).toBe('');
  });

  test('for 163 samples of one folder, in few lines, with a schema for each', async () => {
    const names = Array.from({ length: 163 }, (_, index) => `resource${index % 27}-action${index}-response`);
    const { text, code, check, cwd } = await start(
      Object.fromEntries(names.map((name, index) => [`samples/${name}.json`, { [name]: { id: index } }])),
    );
    expect(text.split('\n').length).toBeLessThan(40);
    expect(names.filter((name) => !existsSync(join(cwd, `schemas/${name}.json`)))).toEqual([]);
    expect({ code, check }).toEqual({ code: 0, check: '' });
    expect((await runCli(['check'], { cwd })).out).toBe(
      'samplegate: 163 contracts, 163 samples: no findings\n',
    );
  });

  test('for inferred schemas in folders and microversions', async () => {
    const { manifest, code, check } = await start({
      ...each(
        (name) => `samples/${name}/show.json`,
        (name) => ({ [name]: 1 }),
      ),
      'samples/ant/v2.3/list.json': { ants: [] },
    });
    expect(manifest).toMatchObject({
      contracts: { '{folder}.{name}': { samples: '{folder}/{microversion}/{name}.json' } },
    });
    expect({ code, check }).toEqual({ code: 0, check: '' });
  });
});

describe('init next to an OpenAPI document', () => {
  const DOCUMENT = {
    openapi: '3.1.0',
    info: { title: 'x', version: '1' },
    paths: { '/pets': { get: { responses: { 200: { description: '' } } } } },
  };

  test('leaves out JSON files that need not be samples, and says so', async () => {
    const { out, manifest } = await start({
      'docs/openapi.json': DOCUMENT,
      'package.json': {},
      'pet.schema.json': pet('pet'),
      'data/a.json': PET,
      'data/b.json': PET,
    });
    expect(manifest).toEqual({ openapi: [{ document: 'docs/openapi.json' }] });
    expect(out.split('\n').slice(0, 4)).toEqual([
      'wrote contracts.yaml, which uses docs/openapi.json: its operations are contracts, and its examples are samples',
      'left out 2 other JSON files, because next to docs/openapi.json they need not be samples: data/a.json, data/b.json',
      'to check them too, delete contracts.yaml, and run `samplegate init --samples FOLDER`',
      '',
    ]);
  });

  test('ignores documents in folders of versions among the samples', async () => {
    const { manifest, check } = await start({
      'samples/v2.0/api.json': DOCUMENT,
      'samples/v3.0/api.json': DOCUMENT,
      'samples/v3.0/pet.json': PET,
    });
    expect(manifest.ignore).toEqual(['v2.0/api.json', 'v3.0/api.json']);
    expect(check).toBe('');
  });

  test('uses the schemas that fit samples, too', async () => {
    const { out, manifest, check } = await start({
      'openapi.json': DOCUMENT,
      'spec/pet.schema.json': pet(),
      'data/pet.json': PET,
    });
    expect(manifest).toEqual({
      openapi: [{ document: 'openapi.json' }],
      samples: '.',
      schemas: 'spec',
      ignore: ['openapi.json'],
      contracts: { pet: { schema: 'pet.schema.json', samples: 'data/pet.json' } },
    });
    expect(out).toContain('contracts.yaml also uses openapi.json');
    expect(check).toBe('');
  });

  test.each([
    ['in both formats', ['api/pets.json', 'api/pets.yaml'], ['api-pets-json', 'api-pets-yaml']],
    ['in several folders', ['a/pets.json', 'b/pets.json'], ['a-pets', 'b-pets']],
    [
      'whose paths have other characters',
      ['a/b.json', 'a-b.json', 'c/b.json'],
      ['a-b-json-1', 'a-b-json-2', 'c-b-json-3'],
    ],
  ])('gives documents of one name %s different prefixes', async (_, paths, prefixes) => {
    const { manifest, check } = await start(Object.fromEntries(paths.map((path) => [path, DOCUMENT])));
    expect(manifest.openapi.map(({ prefix }: { prefix: string }) => prefix).toSorted()).toEqual(prefixes);
    expect(check).not.toContain('error manifest');
  });
});
