import { existsSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { tempProject } from '../engine/temp-project';
import { commitAll, git } from '../project/git/git-project';
import { runCli } from './run-cli';

const API = [
  'openapi: 3.0.3',
  "info: { title: Rooms, version: '1' }",
  'paths:',
  '  /rooms:',
  '    get:',
  '      operationId: listRooms',
  '      responses:',
  "        '200':",
  '          description: All rooms',
  '          content:',
  '            application/json:',
  "              schema: { type: array, items: { $ref: '#/components/schemas/Room' } }",
  '              example: [{ name: Blue, seats: 4 }, { name: Red, seats: many }]',
  "        '404': { $ref: '#/components/responses/Missing' }",
  '  /rooms/{name}:',
  '    get:',
  '      responses:',
  "        '200':",
  '          description: One room',
  '          content:',
  '            application/json:',
  "              schema: { $ref: 'parts/room.yaml' }",
  '              example: { name: Blue, seats: 4 }',
  '            application/xml: { example: <room/> }',
  "        '404': { $ref: '#/components/responses/Missing' }",
  '    delete:',
  '      responses:',
  "        '204': { description: Gone }",
  "        '404': { $ref: '#/components/responses/Missing' }",
  '  /health:',
  "    get: { responses: { '204': { description: Up } } }",
  'components:',
  '  responses:',
  '    Missing:',
  '      description: No such room',
  '      content:',
  '        application/json:',
  '          schema: { type: object, properties: { code: { type: integer } } }',
  "          example: { code: '404' }",
  '  schemas:',
  '    Room: { type: object, properties: { name: { type: string }, seats: { type: integer } } }',
  '',
].join('\n');

const FILES = {
  'api.yaml': API,
  'parts/room.yaml': 'type: object\nproperties: { seats: { type: integer, default: none } }\n',
};

const SEATS =
  'api.yaml:13:71: error sample-matches-schema expected an integer, got "many" (GET /rooms → 200)';
const CODE =
  'api.yaml:39:28: error sample-matches-schema expected an integer, got "404": remove the quotes (GET /rooms → 404 and 2 more)';
const DEFAULT = 'parts/room.yaml:2:48: warning schema-example-matches expected an integer, got "none"';
const FOUND = [SEATS, CODE, DEFAULT];

function project(files: Readonly<Record<string, unknown>> = {}): string {
  return realpathSync(tempProject({ ...FILES, ...files }));
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

async function quiet(args: readonly string[], cwd = project(), stdin = '') {
  const { code, out, err } = await runCli(['check', '--quiet', ...args], { cwd, stdin });
  return { code, found: lines(out), said: lines(err) };
}

/** The last line of the report before the next step. */
async function summaryOf(args: readonly string[], cwd: string): Promise<string | undefined> {
  const { out } = await runCli(['check', ...args], { cwd });
  return lines(out).findLast((line) => !line.startsWith('for the reason'));
}

function inStdin(line: string): string {
  return line.replace(/^(?:api\.yaml|doors\.json)/, '<stdin>');
}

const JSON_API = {
  swagger: '2.0',
  info: { title: 'Doors', version: '1' },
  paths: {
    '/doors': {
      get: {
        operationId: 'listRooms',
        responses: {
          200: { description: 'Doors', schema: { type: 'array' }, examples: { 'application/json': {} } },
        },
      },
    },
  },
};

const OF_JSON =
  'doors.json:1:208: error sample-matches-schema expected an array, got an empty object (GET /doors → 200)';

/** An operation whose response has an example of a component. */
function useOf(type: string): object {
  const example = { $ref: '#/components/examples/one/value' };
  return { responses: { 200: { content: { 'application/json': { schema: { type }, example } } } } };
}

describe('without a manifest', () => {
  test('a document in YAML, with a file that it refers to', async () => {
    expect(await quiet(['api.yaml'])).toEqual({ code: 1, found: FOUND, said: [] });
  });

  test('a document in JSON, and two documents with an operationId in common', async () => {
    const cwd = project({ 'doors.json': JSON.stringify(JSON_API) });
    expect(await quiet(['doors.json'], cwd)).toEqual({ code: 1, found: [OF_JSON], said: [] });
    expect(await quiet(['api.yaml', 'doors.json', './api.yaml'], cwd)).toEqual({
      code: 1,
      found: [SEATS, CODE, OF_JSON, DEFAULT],
      said: [],
    });
  });

  test('- is the standard input, in YAML or JSON; its references are relative to the working folder', async () => {
    expect(await quiet(['-'], project(), API)).toEqual({
      code: 1,
      found: [inStdin(SEATS), inStdin(CODE), DEFAULT],
      said: [],
    });
    expect(await quiet(['-'], project(), JSON.stringify(JSON_API))).toEqual({
      code: 1,
      found: [inStdin(OF_JSON)],
      said: [],
    });
    // The manifest is not even read.
    const cwd = project({ 'contracts.yaml': 'contracts: 1\n', 'doors.json': JSON.stringify(JSON_API) });
    expect(await quiet(['-', 'doors.json'], cwd, JSON.stringify(JSON_API))).toEqual({
      code: 1,
      found: [inStdin(OF_JSON), OF_JSON],
      said: [],
    });
  });

  test('from a folder next to it', async () => {
    const cwd = join(project({ 'elsewhere/notes.txt': 'x' }), 'elsewhere');
    expect((await quiet(['../api.yaml'], cwd)).found).toEqual(FOUND.map((line) => `../${line}`));
  });

  test('the summary counts operations and examples, and what is not checked', async () => {
    const cwd = project();
    expect(await summaryOf(['api.yaml'], cwd)).toBe(
      '2 errors, 1 warning in 2 of 3 examples and elsewhere in parts/room.yaml; 4 operations (not checked: 1 operation without an example, 1 XML example; --verbose lists them)',
    );
    const right = API.replace('many', '2').replace("'404' }", '404 }');
    const clean = project({
      'api.yaml': right,
      'parts/room.yaml': 'type: object\nproperties: { seats: { type: integer, default: 1 } }\n',
    });
    expect(await summaryOf(['api.yaml'], clean)).toBe(
      'samplegate: 4 operations, 3 examples, 1 schema example: no findings (not checked: 1 operation without an example, 1 XML example; --verbose lists them)',
    );
    const { out } = await runCli(['check', 'api.yaml', '--verbose'], { cwd: clean });
    expect(out).toContain(
      'not checked\n  1 operation without an example\n    GET /health\n  1 XML example\n    GET /rooms/{name} → 200 application/xml\n',
    );
    expect(out).toContain(
      'passed\n  api.yaml#/paths/~1rooms/get/responses/200/content/application~1json/example   GET /rooms → 200\n',
    );
  });

  test('a document of which contracts only have schemas is not checked, and the summary says so', async () => {
    const contracts = '{ room: { schema: "api.yaml#/components/schemas/Room", samples: room.json } }';
    const lent = (openapi: string, api = API) =>
      project({
        'contracts.yaml': `${openapi}contracts: ${contracts}\n`,
        'api_samples/room.json': { name: 'Blue', seats: 4 },
        'schemas/api.yaml': api,
        'schemas/parts/room.yaml': 'type: object\n',
      });
    expect(await summaryOf([], lent(''))).toBe(
      'samplegate: 1 contract, 1 sample: no findings (not checked: 1 OpenAPI document that only lends schemas; --verbose lists them)',
    );
    expect(await summaryOf([], lent('openapi: { document: schemas/api.yaml }\n'))).not.toContain('lends');
    const definitions = API.replace(/^paths:[^]*(?=components:)/m, 'paths: {}\n');
    expect(await summaryOf([], lent('', definitions))).not.toContain('lends');
    const unquoted = API.replace(/^openapi:.*$/m, 'openapi: 3.1');
    expect(await summaryOf([], lent('', unquoted))).toContain('1 OpenAPI document that only lends schemas');
    const hooks = definitions.replace('paths: {}', 'x-webhooks: { opened: { post: { responses: {} } } }');
    expect(await summaryOf([], lent('', hooks))).toContain('1 OpenAPI document that only lends schemas');
  });

  test('a document that checks nothing fails the run', async () => {
    const empty = { openapi: '3.1.0', info: {}, paths: {} };
    const cwd = project({
      'empty.json': empty,
      'bare.json': { ...empty, paths: { '/a': { get: { responses: { 204: {} } } } } },
      'xml.json': {
        ...empty,
        paths: {
          '/a': {
            get: { responses: { 200: { content: { 'text/xml': { example: '<a/>' } } } } },
            put: { responses: {} },
          },
        },
      },
    });
    const said = async (file: string) => (await quiet([file], cwd)).found;
    expect(await said('empty.json')).toEqual([
      'empty.json:1:1: error project-has-documents nothing was checked, because the document has no operations: add them under `paths:`',
    ]);
    expect(await said('bare.json')).toEqual([
      'bare.json:1:1: error project-has-documents nothing was checked, because the operation has no example that is JSON: add `example:` next to a `schema:`',
    ]);
    expect(await said('xml.json')).toEqual([
      'xml.json:1:1: error project-has-documents nothing was checked, because none of 2 operations has an example that is JSON: add `example:` next to a `schema:`',
    ]);
    // One document with examples is enough.
    expect(await quiet(['empty.json', 'api.yaml'], cwd)).toMatchObject({ found: FOUND });
  });

  test.each([
    ["swagger: '2.0'", true],
    ['swagger: 2.0', true],
    ['swagger: 2', true],
    ['openapi: 3.0', true],
    ['openapi: 3.1', true],
    ["openapi: '3'", false],
    ['openapi: 4.0.0', false],
    ['swagger: 1.2', false],
  ])('the version `%s`, and no "info"', async (version, isKnown) => {
    const response = version.startsWith('swagger')
      ? '{ schema: { type: integer }, examples: { application/json: x } }'
      : '{ content: { application/json: { schema: { type: integer }, example: x } } }';
    const { code, found } = await quiet(
      ['-'],
      project(),
      `${version}\npaths: { /a: { get: { responses: { 200: ${response} } } } }\n`,
    );
    expect(code).toBe(1);
    expect(found).toEqual([
      expect.stringMatching(
        isKnown
          ? / sample-matches-schema expected an integer, got "x" \(GET \/a → 200\)$/
          : / schema-dialect-known (?:OpenAPI|Swagger) [\d.]+ is not supported: convert the document to OpenAPI 3\.1$/,
      ),
    ]);
  });

  test('headings name the contracts for which a shared example is wrong', async () => {
    const paths = { '/a': { get: useOf('array') }, '/b': { get: useOf('object'), put: useOf('array') } };
    const cwd = project({
      'one.json': { openapi: '3.1.0', paths, components: { examples: { one: { value: 1 } } } },
    });
    const { out } = await runCli(['check', 'one.json'], { cwd });
    expect(lines(out).filter((line) => /^one\.json|also|got/.test(line))).toEqual([
      'one.json   GET /a → 200   contracts GET /a.200, PUT /b.200',
      expect.stringMatching(/expected an array, got 1$/),
      expect.stringMatching(/also used by PUT \/b → 200$/),
      'one.json   GET /b → 200   contract GET /b.200',
      expect.stringMatching(/expected an object, got 1$/),
    ]);
  });

  test('a document in UTF-16', async () => {
    const cwd = project();
    const utf16 = Buffer.from(`\uFEFF${API}`, 'utf16le');
    for (const bytes of [utf16, Buffer.from(utf16).swap16()]) {
      writeFileSync(join(cwd, 'wide.yaml'), bytes);
      expect(await quiet(['wide.yaml'], cwd)).toEqual({
        code: 1,
        found: ['wide.yaml:1:1: error schema-readable looks like UTF-16: save it as UTF-8'],
        said: [],
      });
    }
  });

  test('two documents that differ only in their extension', async () => {
    const cwd = project({ 'doors.json': JSON.stringify(JSON_API), 'doors.yml': JSON.stringify(JSON_API) });
    expect(await quiet(['doors.json', 'doors.yml'], cwd)).toEqual({
      code: 1,
      found: [OF_JSON, OF_JSON.replace('.json', '.yml')],
      said: [],
    });
  });

  test.each<[string, string, string, string]>([
    [
      'has no version',
      'pets.yaml',
      'pets: []\n',
      '`pets.yaml` is not an OpenAPI document, and anything else is checked only with a manifest, or against a schema: `samplegate check --schema FILE pets.yaml`',
    ],
    [
      'has nothing but a version',
      'pets.yaml',
      'openapi: 3.1.0\n',
      '`pets.yaml` is not an OpenAPI document: it needs "openapi" or "swagger" at its top, and "info" or "paths"',
    ],
    [
      'has its version further down',
      '-',
      'pets: { openapi: 3.1.0, paths: {} }\n',
      '`<stdin>` is not an OpenAPI document: it needs "openapi" or "swagger" at its top, and "info" or "paths"',
    ],
  ])('a file that %s', async (_, path, text, message) => {
    const cwd = project({ 'pets.yaml': text });
    expect(await quiet([path], cwd, text)).toEqual({ code: 2, found: [], said: [`samplegate: ${message}`] });
  });

  test('a document that does not parse', async () => {
    const cwd = project({ 'broken.yaml': 'openapi: 3.0.0\ninfo: { title: [\n' });
    const { code, found } = await quiet(['broken.yaml'], cwd);
    expect(code).toBe(1);
    expect(found).toEqual([expect.stringMatching(/^broken\.yaml:\d+:\d+: error schema-readable /)]);
  });

  test('a file that only has the words is named in the message', async () => {
    const cwd = project({ 'other.json': { api: { openapi: '3.0.3' } } });
    expect(await quiet(['other.json'], cwd)).toEqual({
      code: 2,
      found: [],
      said: [
        'samplegate: `other.json` is not an OpenAPI document: it needs "openapi" or "swagger" at its top, and "info" or "paths"',
      ],
    });
  });

  test.each<[string, readonly string[], string]>([
    ['a missing file', ['apis.yaml'], 'there is no file `apis.yaml`: create it, or fix the path'],
    [
      'another file next to a document',
      ['api.yaml', 'parts/room.yaml'],
      '`parts/room.yaml` is not an OpenAPI document, and anything else is checked only with a manifest, or against a schema: `samplegate check --schema FILE parts/room.yaml`',
    ],
    [
      'a folder next to a document',
      ['api.yaml', 'parts'],
      '`parts` is a folder: name the OpenAPI documents in it, such as openapi.yaml',
    ],
    [
      'nothing',
      ['--no-manifest'],
      'without a manifest, name the OpenAPI documents to check: `samplegate check --no-manifest openapi.yaml`',
    ],
    [
      'a manifest',
      ['--no-manifest', '--manifest', 'contracts.yaml', 'api.yaml'],
      '`--manifest` cannot be combined with `--no-manifest`: omit one of them',
    ],
    [
      'a service',
      ['--no-manifest', '--live', 'http://127.0.0.1:9', 'api.yaml'],
      '`--live` cannot be combined with `--no-manifest`: omit one of them',
    ],
  ])('%s', async (_, args, message) => {
    expect(await quiet(args)).toEqual({ code: 2, found: [], said: [`samplegate: ${message}`] });
  });
});

describe('with a manifest', () => {
  const OTHER = {
    'contracts.yaml': 'contracts: { a: { schema: a.json, samples: a.json } }\n',
    'schemas/a.json': {},
    'api_samples/a.json': 1,
  };

  test('a document that it does not use is checked alone, and the summary says so', async () => {
    const cwd = project({ ...OTHER, 'sub/notes.txt': 'x' });
    expect(await quiet(['api.yaml'], cwd)).toEqual({ code: 1, found: FOUND, said: [] });
    expect(await summaryOf(['api.yaml'], cwd)).toMatch(
      /elsewhere in parts\/room\.yaml; not in contracts\.yaml, so checked alone: 4 operations \(/,
    );
    expect(await summaryOf(['../api.yaml'], join(cwd, 'sub'))).toMatch(
      /; not in \.\.\/contracts\.yaml, so checked alone: 4 operations \(/,
    );
    const { out } = await runCli(['check', 'api.yaml', '--format', 'json'], { cwd });
    expect(JSON.parse(out)).toMatchObject({
      summary: {
        openApi: { operations: 4, contracts: 5, examples: 3, schemaExamples: 1, unusedBy: 'contracts.yaml' },
      },
    });
  });

  test('a cached result is not that of another manifest', async () => {
    const cwd = project(OTHER);
    const world = { cwd, build: 'a build', env: { XDG_CACHE_HOME: join(cwd, 'cache') } };
    const said = async (...args: readonly string[]) =>
      (await runCli(['check', 'api.yaml', ...args], world)).out;
    const alone = await said();
    expect(alone).toContain('so checked alone');
    expect(await said()).toBe(alone);
    expect(await said('--no-manifest')).not.toContain('so checked alone');
    writeFileSync(join(cwd, 'api.yaml'), API.replace('many', '2'));
    expect(await said('--no-manifest', '--quiet')).toBe(`${CODE}\n${DEFAULT}\n`);
  });

  test('next to files of the manifest, it is skipped', async () => {
    expect(await quiet(['api.yaml', 'api_samples/a.json'], project(OTHER))).toEqual({
      code: 0,
      found: [],
      said: [
        'samplegate: warning: the manifest does not use `api.yaml`: check it alone, with `--no-manifest`',
      ],
    });
  });

  test('a document that it uses only for a schema is named in a warning', async () => {
    const cwd = project({
      'contracts.yaml':
        'schemas: .\ncontracts: { a: { schema: "api.yaml#/components/schemas/Room", samples: a.json } }\n',
      'api_samples/a.json': { name: 'Blue' },
    });
    const said =
      'samplegate: warning: the manifest uses only schemas of `api.yaml`, so no examples there are checked: add it to `openapi:`, or use `--no-manifest`';
    expect(await quiet(['api.yaml'], cwd)).toEqual({ code: 0, found: [], said: [said] });
    expect(await quiet([], cwd)).toEqual({ code: 0, found: [], said: [] });
    expect(await quiet(['api_samples/a.json'], cwd)).toEqual({ code: 0, found: [], said: [] });
  });

  const OF_GET = "openapi: { document: api.yaml, select: { operations: ['GET /rooms/{name}'] } }\n";

  test('a document that it uses is selected by its path, and checked alone with --no-manifest', async () => {
    const cwd = project({ 'contracts.yaml': OF_GET });
    const code = CODE.replace('GET /rooms → 404 and 2 more', 'GET /rooms/{name} → 404');
    expect(await quiet([], cwd)).toEqual({ code: 1, found: [code, DEFAULT], said: [] });
    expect(await quiet(['api.yaml'], cwd)).toEqual({ code: 1, found: [code], said: [] });
    expect(await summaryOf(['api.yaml'], cwd)).not.toContain('checked alone');
    expect(await quiet(['--no-manifest', 'api.yaml'], cwd)).toEqual({ code: 1, found: FOUND, said: [] });
    expect(await summaryOf(['--no-manifest', 'api.yaml'], cwd)).not.toContain('checked alone');
  });

  test('a manifest that names documents is not one of them', async () => {
    const text = `# openapi: 3.0.3\n${OTHER['contracts.yaml']}`;
    const cwd = project({ ...OTHER, 'contracts.yaml': text, 'my.yaml': text });
    const said = expect.objectContaining({ code: 0, said: [] });
    expect(await quiet(['contracts.yaml'], cwd)).toEqual(said);
    expect(await quiet(['--manifest', 'my.yaml', 'my.yaml'], cwd)).toEqual(said);
    const wrong = project({ 'contracts.yaml': 'openapi: 3.0.yaml\n' });
    expect(await quiet(['--no-manifest', 'contracts.yaml'], wrong)).toEqual({
      code: 2,
      found: [],
      said: [
        'samplegate: `contracts.yaml` is not an OpenAPI document, and anything else is checked only with a manifest, or against a schema: `samplegate check --schema FILE contracts.yaml`',
      ],
    });
  });

  test('a sample that is an OpenAPI document stays a sample', async () => {
    const cwd = project({ ...OTHER, 'api_samples/a.json': JSON_API });
    expect(await quiet(['api_samples/a.json'], cwd)).toEqual({ code: 0, found: [], said: [] });
  });

  test.each<[path: string, summary: string]>([
    ['api_samples/a.json', '1 error in 1 of 1 sample; 1 contract'],
    ['schemas/a.json', '1 error in 1 of 1 sample; 1 contract'],
    ['api.yaml', '2 errors in 2 of 3 examples; 4 operations, 1 contract'],
    ['contracts.yaml', '3 errors in 1 of 1 sample and 2 of 3 examples; 4 operations, 1 contract'],
  ])('the summary counts what the PATH %s brings', async (path, summary) => {
    const cwd = project({
      'contracts.yaml':
        'openapi: { document: api.yaml }\ncontracts: { a: { schema: a.json, samples: a.json } }\n',
      'schemas/a.json': { type: 'object' },
      'api_samples/a.json': 1,
      'parts/room.yaml': 'type: object\n',
    });
    expect(await summaryOf([path], cwd)).toContain(summary);
  });

  describe('a document of which only schemas have examples', () => {
    const files = {
      'contracts.yaml': 'openapi: { document: api.json }\n',
      'api.json': {
        openapi: '3.1.0',
        info: { title: 'Rooms', version: '1' },
        paths: { '/rooms': { get: { responses: { 204: { description: 'None' } } } } },
        components: { schemas: { Seats: { type: 'integer', examples: [4, 'many'] } } },
      },
    };
    const MANY = 'api.json:1:196: warning schema-example-matches expected an integer, got "many"';

    test('is selected by its path', async () => {
      const cwd = project(files);
      expect(await quiet(['api.json'], cwd)).toEqual({ code: 0, found: [MANY], said: [] });
      expect(await quiet(['--manifest', 'contracts.yaml', 'api.json'], cwd)).toMatchObject({ found: [MANY] });
      expect(await summaryOf(['api.json'], cwd)).not.toContain('checked alone');
    });

    test('belongs to the first of several parts, and no other part lacks it', async () => {
      const cwd = project(files);
      expect(await quiet(['--shard', '1/2'], cwd)).toEqual({ code: 0, found: [MANY], said: [] });
      expect(await quiet(['--shard', '2/2'], cwd)).toEqual({ code: 0, found: [], said: [] });
    });

    test('is checked only if it has changed, with --changed', async () => {
      const cwd = project(files);
      git(cwd, 'init', '--quiet');
      commitAll(cwd, 'Rooms');
      expect(await quiet(['--changed'], cwd)).toEqual({ code: 0, found: [], said: [] });
      writeFileSync(join(cwd, 'api.json'), `${JSON.stringify(files['api.json'])}\n\n`);
      expect(await quiet(['--changed'], cwd)).toMatchObject({ code: 0, found: [MANY] });
    });
  });

  test('a file that a document refers to is selected by its path if something is wrong there', async () => {
    const cwd = project({ 'contracts.yaml': 'openapi: { document: api.yaml }\n' });
    expect(await quiet(['parts/room.yaml'], cwd)).toEqual({ code: 0, found: [DEFAULT], said: [] });
  });

  test('one part of several: documents belong to the first, examples to all', async () => {
    const cwd = project({ 'contracts.yaml': 'openapi: { document: api.yaml }\n' });
    const parts = await Promise.all(['1/2', '2/2'].map((shard) => quiet(['--shard', shard], cwd)));
    expect(parts.flatMap(({ found }) => found).toSorted()).toEqual([...FOUND].toSorted());
  });
});

describe('where findings name the operation', () => {
  test('pretty, with the other operations that use the example', async () => {
    const { out } = await runCli(['check', 'api.yaml'], { cwd: project() });
    expect(out).toContain(
      [
        'api.yaml   GET /rooms → 404   contract listRooms.404',
        '',
        '  39:28  error  sample-matches-schema   /code',
        '         expected an integer, got "404": remove the quotes',
        "    39 |           example: { code: '404' }",
        '       |                            ^^^^^',
        '         also used by GET /rooms/{name} → 404, DELETE /rooms/{name} → 404',
        '',
      ].join('\n'),
    );
  });

  test.each(['github', 'junit'])('%s', async (format) => {
    const { out } = await runCli(['check', 'api.yaml', '--format', format], { cwd: project() });
    expect(out).toContain(
      'expected an integer, got &quot;404&quot;: remove the quotes (GET /rooms → 404 and 2 more)'.replaceAll(
        '&quot;',
        format === 'junit' ? '&quot;' : '"',
      ),
    );
  });

  test('JUnit groups its cases by operation', async () => {
    const { out } = await runCli(['check', 'api.yaml', '--format', 'junit'], { cwd: project() });
    expect(out).toContain(
      '<testcase classname="GET /rooms → 200: api.yaml#/paths/~1rooms/get/responses/200/content/application~1json/example" name="sample-matches-schema" file="api.yaml" line="13">',
    );
  });

  test.each(['json', 'ndjson'])('%s', async (format) => {
    const { out } = await runCli(['check', 'api.yaml', '--format', format], { cwd: project() });
    expect(out.replaceAll(/\s+/g, '')).toContain(
      '"operations":["GET/rooms→404","GET/rooms/{name}→404","DELETE/rooms/{name}→404"]',
    );
  });

  test('a place in the document that is no example', async () => {
    const cwd = project({ 'api.yaml': API.replace('parts/room.yaml', 'parts/rooms.yaml') });
    const { found } = await quiet(['api.yaml'], cwd);
    expect(found).toContain(
      'api.yaml:22:31: error schema-references-resolve the reference "parts/rooms.yaml" leads nowhere: did you mean "parts/room.yaml"? (GET /rooms/{name} → 200)',
    );
  });
});

describe('init', () => {
  test('writes a manifest that uses the document', async () => {
    const cwd = project({ 'package.json': {}, 'settings/data.json': {} });
    const { code, out } = await runCli(['init', '--service', 'rooms'], { cwd });
    expect({ code, out }).toEqual({
      code: 0,
      out: 'wrote contracts.yaml, which uses api.yaml: its operations are contracts, and its examples are samples\nleft out 1 other JSON file, because next to api.yaml it need not be a sample: settings/data.json\nto check it too, delete contracts.yaml, and run `samplegate init --samples FOLDER`\n\nnext:\n  npx samplegate check     check the examples in api.yaml\n',
    });
    expect(await quiet([], cwd)).toEqual({ code: 1, found: FOUND, said: [] });
  });

  test('--dry-run writes nothing; several documents have prefixes', async () => {
    const cwd = project({
      'v2/api.yaml': API.replace('parts/', '../parts/'),
      'c.yaml': 'openapi: 3.0.0\ninfo: {}\npaths: {}\n',
    });
    const { out } = await runCli(['init', '--dry-run'], { cwd });
    expect(out).toMatch(
      /^would write contracts\.yaml:\n\n# yaml-language-server: [^]*\nopenapi:\n {2}- document: api\.yaml\n {4}prefix: api\n {2}- document: v2\/api\.yaml\n {4}prefix: v2-api\n$/,
    );
    expect(await quiet([], cwd)).toMatchObject({ code: 2 });
  });

  test('next to samples, the manifest has both', async () => {
    const cwd = project({ 'samples/a.json': { a: 1 } });
    const { out } = await runCli(['init'], { cwd });
    expect(lines(out)).toContain(
      'contracts.yaml also uses api.yaml: every operation gives contracts, and examples are samples',
    );
    expect(await quiet([], cwd)).toEqual({ code: 1, found: FOUND, said: [] });
  });
});

/** A path whose operation has one example with this schema. */
function pathWith(schema: object): object {
  const content = { 'application/json': { schema, example: { name: 'Blue' } } };
  return { get: { responses: { 200: { description: 'Found', content } } } };
}

function apiWith(paths: object): object {
  return { openapi: '3.1.0', info: { title: 'Rooms', version: '1' }, paths };
}

describe('schemas that would have to be downloaded', () => {
  const remote = {
    '/a': pathWith({ $ref: 'https://example.com/a.json' }),
    '/b': pathWith({ properties: { name: { $ref: 'https://example.com/a.json#/$defs/name' } } }),
  };
  const right = { '/c': pathWith({ type: 'object' }) };

  test('are counted', async () => {
    const cwd = tempProject({ 'api.json': apiWith({ ...remote, ...right }) });
    expect(await runCli(['check', 'api.json'], { cwd })).toEqual({
      code: 0,
      out: 'samplegate: 3 operations, 3 examples: no findings (not checked: 2 samples whose schema cannot be used, 2 remote references; --verbose lists them)\n',
      err: '',
    });
  });

  test('are errors if nothing else is checked', async () => {
    const cwd = tempProject({ 'api.json': apiWith(remote) });
    const { code, found } = await quiet(['api.json'], cwd);
    expect({ code, found }).toEqual({
      code: 1,
      found: [
        expect.stringMatching(
          /sample-judged 1 sample not checked: the reference "https:\/\/example\.com\/a\.json" leads out/,
        ),
        expect.stringMatching(
          /sample-judged 1 sample not checked: the reference "https:\/\/example\.com\/a\.json#\/\$defs\/name" leads out/,
        ),
      ],
    });
  });

  test('are counted in a part that has nothing else', async () => {
    const cwd = tempProject({
      'api.json': apiWith({ ...remote, ...right }),
      'contracts.yaml': 'openapi: { document: api.json }\n',
    });
    for (const shard of ['1/3', '2/3', '3/3'])
      expect(await quiet(['--shard', shard], cwd)).toEqual({ code: 0, found: [], said: [] });
  });

  test('are errors for recorded samples, and for those that are wrong on purpose', async () => {
    for (const sample of ['a.json', '{ path: a.json, expect: invalid }']) {
      const cwd = tempProject({
        'api.json': apiWith({ ...remote, ...right }),
        'contracts.yaml': `openapi: { document: api.json }\ncontracts: { 'GET /a.200': { samples: ${sample} } }\n`,
        'api_samples/a.json': { name: 'Blue' },
      });
      const { code, found } = await quiet([], cwd);
      expect({ code, found }).toEqual({
        code: 1,
        found: [expect.stringMatching(/sample-judged 1 sample not checked: the reference "https:/)],
      });
    }
  });

  test('are checked where the manifest maps them to copies', async () => {
    const cwd = tempProject({
      'api.json': apiWith({ ...remote, ...right }),
      'contracts.yaml':
        'openapi: { document: api.json }\nreferences: { https://example.com/a.json: copy.json }\n',
      'copy.json': { type: 'object', $defs: { name: { type: 'integer' } } },
    });
    const { code, found } = await quiet([], cwd);
    expect({ code, found }).toEqual({
      code: 1,
      found: [expect.stringMatching(/sample-matches-schema expected an integer, got "Blue"/)],
    });
  });
});

describe('other commands', () => {
  const cwd = project({ 'contracts.yaml': 'openapi: { document: api.yaml }\n' });

  test.each([['types'], ['types', '--check']])(
    '%s %s refuses a manifest without schemas of its own',
    async (...args) => {
      expect(await runCli(args, { cwd })).toEqual({
        code: 2,
        out: '',
        err: 'samplegate: `contracts.yaml` has only the contracts of OpenAPI documents, and `types` generates none for these: set `schemas: .`, and add a contract for each schema, such as `{ schema: api.yaml#/components/schemas/Room }`\n',
      });
      expect(existsSync(join(cwd, 'src'))).toBe(false);
    },
  );

  test('types generates those of other contracts, and says that operations have none', async () => {
    const own = project({
      'contracts.yaml':
        'openapi: { document: api.yaml }\nschemas: .\ncontracts: { room: { schema: "api.yaml#/components/schemas/Room", samples: room.json } }\n',
      'room.json': { name: 'Blue', seats: 4 },
    });
    expect(await runCli(['types'], { cwd: own })).toMatchObject({
      code: 0,
      out: 'samplegate: wrote 2 of 2 type files to src/types; no types are generated from OpenAPI documents\n',
    });
  });

  test('serve has nothing to serve', async () => {
    expect(await runCli(['serve', '--port', '0'], { cwd })).toMatchObject({
      code: 2,
      err: expect.stringContaining('has a `live:` request'),
    });
  });

  test('strength takes contracts by their names', async () => {
    const { code, out } = await runCli(['strength', 'GET /rooms/{name}.200'], { cwd });
    expect({ code, summary: lines(out).at(-1) }).toEqual({
      code: 0,
      summary: expect.stringMatching(/wrong values rejected by 1 schema/),
    });
  });
});
