import { symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { describeManifest } from '../../src/engine/open/describe-manifest';
import { DEFAULT_LIMITS } from '../../src/model/project/limits';
import { UsageError } from '../../src/model/usage-error';
import { DISK } from '../../src/project/tree/disk-tree';
import { loadManifest } from '../../src/project/load-manifest';
import { tempProject } from '../engine/temp-project';

const SMALLEST = 'contracts:\n  c: { schema: c.json }\n';

function load(files: Readonly<Record<string, unknown>>, path?: string) {
  return loadManifest(DISK, tempProject(files), path);
}

describe('which file is the manifest', () => {
  test.each(['contracts.yaml', 'contracts.yml', 'contracts.json'])('%s', (name) => {
    expect(load({ [name]: { contracts: { c: { schema: 'c.json' } } } }).source.name).toBe(name);
  });

  test('two files are a usage error that names both, unless one is chosen', () => {
    const files = { 'contracts.yaml': SMALLEST, 'contracts.json': '{}' };
    expect(() => load(files)).toThrow(
      new UsageError(
        '`contracts.yaml` and `contracts.json` both exist: delete one, or choose one with `--manifest FILE`',
      ),
    );
    expect(load(files, 'contracts.yaml').kind).toBe('ready');
  });

  test('the given file may have any name; paths are relative to its folder', () => {
    const folder = tempProject({ 'api/gate.yaml': SMALLEST });
    expect(loadManifest(DISK, folder, 'api/gate.yaml')).toMatchObject({
      kind: 'ready',
      folder: `${folder}/api`,
      source: { name: 'api/gate.yaml' },
    });
  });

  test.each([
    ['', 'link/contracts.json', 'contracts.json'],
    ['sub', 'link/contracts.json', '../contracts.json'],
    ['sub', 'link/sub/contracts.json', 'contracts.json'],
    // Only the folder is spelled in another way: the paths in a manifest that is a link are relative to the folder of the link.
    ['', 'elsewhere/linked.json', '../elsewhere/linked.json'],
  ])('from %j, a file that is given as %s, with a link at the start, is %s', (folder, path, name) => {
    const root = tempProject({
      'here/contracts.json': { contracts: { c: { schema: 'c.json' } } },
      'here/sub/contracts.json': { contracts: { c: { schema: 'c.json' } } },
      'elsewhere/x': '',
    });
    symlinkSync('here', join(root, 'link'));
    symlinkSync('../here/contracts.json', join(root, 'elsewhere/linked.json'));
    const reading = loadManifest(DISK, join(root, 'here', folder), join(root, path));
    expect(reading.source.name).toBe(name);
    expect(reading).toMatchObject({ kind: 'ready', file: join(root, 'here', folder, name) });
  });

  test('no file is a usage error that says how to create one', () => {
    expect(() => load({ 'contract.yaml': SMALLEST })).toThrow(UsageError);
    expect(() => load({})).toThrow('run `samplegate init` to write one');
  });

  test('the extension decides between JSON and YAML', () => {
    const reading = load({ 'contracts.json': SMALLEST });
    expect(reading.kind).toBe('wrong');
  });
});

test('what the smallest manifest omits has its default', () => {
  expect(load({ 'contracts.yaml': SMALLEST })).toMatchObject({
    kind: 'ready',
    manifest: {
      samples: [{ value: 'api_samples', pointer: '/samples' }],
      ignore: [],
      schemas: [{ value: 'schemas', pointer: '/schemas' }],
      references: [],
      keywords: [],
      types: { value: 'src/types', pointer: '/types' },
      contracts: [
        {
          name: 'c',
          pointer: '/contracts/c',
          ranges: [{ pointer: '/contracts/c', schema: { value: 'c.json', pointer: '/contracts/c/schema' } }],
          samples: [],
          live: [],
        },
      ],
      facts: [],
      rules: {},
      formats: {},
      unicodePatterns: true,
      limits: DEFAULT_LIMITS,
    },
  });
});

const FULL = `service: compute
legacy_microversion_header: X-OpenStack-Nova-API-Version
base_url: https://openstack.example.com/compute
samples: [api_samples, more]
ignore: [a, ./b]
schemas: contracts
types: types
base_microversion: "2.1"
contracts:
  servers/show:
    laws: false
    ranges:
      - { max_version: "2.2", schema: old.json }
      - { min_version: "2.10", schema: "new.yaml#/Show" }
    samples:
      - servers/{microversion}/show.json
      - { path: servers/bad.json, microversion: "2.57", expect: invalid }
    live:
      - request: GET /servers
        status: 300
        sample: servers/show.json
        compare: at-least
        ignore: [$..created, $.server.id]
        negotiates: true
        microversion: "2.60"
        token: true
facts:
  newest:
    - { sample: servers/show.json, at: $.version }
    - { file: version.py, match: "(.+)", value: v$1 }
rules: { final-newline: error, self-link: off }
formats: { date-time: iso8601, name: { pattern: "^a" } }
unicode_patterns: false
limits: { file_size: 1, depth: 2, validation_time: 3 }
`;

test('everything that a manifest can contain is read, each with its pointer', () => {
  const { manifest } = { manifest: undefined, ...load({ 'contracts.yaml': FULL }) };
  const contract = '/contracts/servers~1show';
  expect(manifest).toEqual({
    service: 'compute',
    legacyHeader: 'X-OpenStack-Nova-API-Version',
    baseUrl: { value: 'https://openstack.example.com/compute', pointer: '/base_url' },
    baseMicroversion: '2.1',
    samples: [
      { value: 'api_samples', pointer: '/samples/0' },
      { value: 'more', pointer: '/samples/1' },
    ],
    ignore: [
      { value: 'a', pointer: '/ignore/0' },
      { value: './b', pointer: '/ignore/1' },
    ],
    schemas: [{ value: 'contracts', pointer: '/schemas' }],
    references: [],
    keywords: [],
    types: { value: 'types', pointer: '/types' },
    openApi: [],
    contracts: [
      {
        name: 'servers/show',
        pointer: contract,
        laws: false,
        except: [],
        ranges: [
          {
            pointer: `${contract}/ranges/0`,
            schema: { value: 'old.json', pointer: `${contract}/ranges/0/schema` },
            max: '2.2',
          },
          {
            pointer: `${contract}/ranges/1`,
            schema: { value: 'new.yaml#/Show', pointer: `${contract}/ranges/1/schema` },
            min: '2.10',
          },
        ],
        samples: [
          { pointer: `${contract}/samples/0`, path: 'servers/{microversion}/show.json', expect: 'valid' },
          {
            pointer: `${contract}/samples/1/path`,
            path: 'servers/bad.json',
            microversion: '2.57',
            expect: 'invalid',
          },
        ],
        live: [
          {
            pointer: `${contract}/live/0`,
            request: 'GET /servers',
            status: 300,
            sample: 'servers/show.json',
            compare: 'at-least',
            ignore: [
              { value: '$..created', pointer: `${contract}/live/0/ignore/0` },
              { value: '$.server.id', pointer: `${contract}/live/0/ignore/1` },
            ],
            negotiates: true,
            microversion: '2.60',
            token: true,
          },
        ],
      },
    ],
    facts: [
      {
        name: 'newest',
        pointer: '/facts/newest',
        places: [
          { kind: 'sample', pointer: '/facts/newest/0', sample: 'servers/show.json', at: '$.version' },
          { kind: 'file', pointer: '/facts/newest/1', file: 'version.py', match: '(.+)', value: 'v$1' },
        ],
      },
    ],
    rules: { 'final-newline': 'error', 'self-link': 'off' },
    formats: { 'date-time': 'iso8601', name: { pattern: '^a' } },
    unicodePatterns: false,
    json: { comments: false, trailingCommas: false },
    limits: { fileSize: 1, depth: 2, validationTime: 3 },
  });
});

test('JSON and YAML give the same manifest', () => {
  const value = {
    base_microversion: '2.10',
    contracts: { c: { ranges: [{ min_version: '2.9', schema: 'c.json' }], samples: 'c.json' } },
  };
  const json = load({ 'contracts.json': value });
  const yaml = load({
    'contracts.yaml':
      'base_microversion: "2.10"\ncontracts:\n  c: { ranges: [{ min_version: "2.9", schema: c.json }], samples: c.json }\n',
  });
  expect(json.kind).toBe('ready');
  expect({ ...json, source: undefined, file: '', folder: '' }).toEqual({
    ...yaml,
    source: undefined,
    file: '',
    folder: '',
  });
});

describe('a wrong manifest is reported in steps, because each step needs the previous one', () => {
  test.each([
    ['its text', 'contracts: [\n', { problems: 1, violations: 0, mistakes: 0 }],
    ['its shape', 'samples: ../x\ncontracts: {}\ncolour: red\n', { problems: 0, violations: 2, mistakes: 0 }],
    [
      'mistakes that a schema cannot detect',
      `${SMALLEST}samples: ../x\nschemas: ../y\n`,
      { problems: 0, violations: 0, mistakes: 2 },
    ],
  ])('%s', (_step, text, counts) => {
    const reading = load({ 'contracts.yaml': text });
    expect(reading).toMatchObject({ kind: 'wrong', source: { name: 'contracts.yaml' } });
    const { problems, violations, mistakes } = { problems: [], violations: [], mistakes: [], ...reading };
    expect({ problems: problems.length, violations: violations.length, mistakes: mistakes.length }).toEqual(
      counts,
    );
  });
});

const live = (more: string) =>
  `service: compute\ncontracts:\n  c:\n    schema: c.json\n    live: { request: GET /, ${more} }\n`;

describe('in live requests, the manifest rejects at its place', () => {
  test.each<readonly [title: string, manifest: string, position: string, said: RegExp]>([
    [
      'another way to compare',
      live('compare: excat'),
      '5:38',
      /expected one of "exact", "at-least", "shape", got "excat": did you mean "exact"\?/,
    ],
    ['an empty `ignore`', live('ignore: []'), '5:37', /is empty|at least 1|needs/],
    ['an invalid query', live('ignore: [$.a, "$["]'), '5:43', /^`\$\[` is not a JSONPath query: /],
    [
      'a microversion that is a number',
      live('microversion: 2.10'),
      '5:43',
      /2\.10 without quotes is the number 2\.1: write "2\.10"/,
    ],
    ['a malformed microversion', live('microversion: newest'), '5:43', /"newest"/],
    [
      'a microversion without a service',
      live('microversion: "2.3"').replace('service: compute', 'rules: {}'),
      '5:43',
      /^the request asks for microversion 2\.3, but the manifest names no service: add `service:`, such as `service: compute`$/,
    ],
    [
      'a variable that may not be in a path',
      live('status: 200').replace('GET /', '"GET /v1/${OS_PASSWORD}"'),
      '5:22',
      /^`\$\{OS_PASSWORD\}` is not a variable that a path can have: use `\$\{OS_PROJECT_ID\}`, `\$\{OS_TENANT_ID\}` or one that starts with `SAMPLEGATE_`$/,
    ],
    [
      'a misspelt variable, in JSON and next to a right one',
      '{"contracts":{"c":{"schema":"c.json","live":[{"request":"GET /"},{"request":"GET /${OS_PROJECT_ID}/${OS_PROJECTID}"}]}}}',
      '1:77',
      /^`\$\{OS_PROJECTID\}` is not a variable/,
    ],
    ['a string for a boolean', live('token: "yes"'), '5:36', /true or false|boolean/],
    ['a number for a boolean', live('negotiates: 1'), '5:41', /true or false|boolean/],
    ['a request without a method', live('x: 1').replace('GET /, x: 1', '/'), '5:22', /./],
    ['a header with a colon', `legacy_microversion_header: "X: y"\n${SMALLEST}`, '1:29', /"X: y"/],
    [
      'a base URL without a scheme',
      `base_url: openstack.example.com\n${SMALLEST}`,
      '1:11',
      /openstack\.example\.com/,
    ],
    ['a base URL with a query', `base_url: "http://a/?b=c"\n${SMALLEST}`, '1:11', /b=c/],
  ])('%s', (_, text, position, said) => {
    const reading = load({ 'contracts.yaml': text });
    if (reading.kind === 'ready') throw new Error('the manifest was not rejected');
    const [detail, ...others] = describeManifest(reading);
    const [range] = reading.source.locate(detail === undefined ? [] : [detail.place]);
    expect(others).toEqual([]);
    expect(`${range?.start.line}:${range?.start.column}`).toBe(position);
    expect(detail?.message).toMatch(said);
  });
});
