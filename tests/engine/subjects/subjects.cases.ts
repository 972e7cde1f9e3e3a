import { describe, expect, test } from '@jest/globals';

import { openProject } from '../../../src/engine/open/open-project';
import { schemaSetOf } from '../../../src/engine/judge/schema-set-of';
import { subjectsOf } from '../../../src/engine/subjects/subjects';
import type { SubjectLists } from '../../../src/rules/rule';
import { tempProject } from '../temp-project';
import { entry } from '../versions-subject';

function subjects(manifest: object, files: Readonly<Record<string, unknown>>): SubjectLists {
  const project = openProject({ cwd: tempProject({ 'contracts.json': manifest, ...files }) });
  return subjectsOf(project, schemaSetOf(project));
}

const names = ({ versions }: SubjectLists) => versions.map(({ document }) => document.source.name);

const VERSION = { version: entry('v2.1', 'http://a.example.com/v2.1/') };

describe('the laws apply to', () => {
  const files = {
    'schemas/any.json': { type: 'object' },
    'schemas/README.md': '',
    'api_samples/versions.json': VERSION,
    'api_samples/server.json': { server: { id: '1', links: [] } },
  };

  test.each([
    ['samples that look like a versions document', {}, ['api_samples/versions.json']],
    [
      'samples that the manifest declares as versions documents',
      { laws: true },
      ['api_samples/server.json', 'api_samples/versions.json'],
    ],
    ['no samples that the manifest excludes', { laws: false }, []],
  ])('%s', (_, laws, expected) => {
    const contracts = { a: { schema: 'any.json', samples: '*.json', ...laws } };
    expect(names(subjects({ contracts }, files))).toEqual(expected);
  });

  test('samples that one of several contracts declares as versions documents', () => {
    const contracts = {
      a: { schema: 'any.json', samples: '*.json', laws: false },
      b: { schema: 'any.json', samples: 'server.json', laws: true },
    };
    expect(names(subjects({ contracts }, files))).toEqual(['api_samples/server.json']);
  });

  test('neither samples marked `expect: invalid` nor invalid JSON', () => {
    const contracts = {
      a: { schema: 'any.json', samples: ['broken.json', { path: 'versions.json', expect: 'invalid' }] },
    };
    const found = subjects({ contracts }, { ...files, 'api_samples/broken.json': '{"version":' });
    expect(names(found)).toEqual([]);
    expect(found.document.map(({ source }) => source.name)).toEqual([
      'api_samples/broken.json',
      'api_samples/server.json',
      'api_samples/versions.json',
    ]);
  });
});

describe('versions documents', () => {
  const files = {
    'schemas/any.json': { type: 'object' },
    'api_samples/a/versions.json': { version: entry('v1', 'http://a.example.com/v1/') },
    'api_samples/b/versions.json': { version: entry('v1', 'http://b.example.com/v1/') },
    'api_samples/b/v1.3/b.json': {},
    'api_samples/b/v1.3/c.json': {},
  };
  const contracts = { all: { schema: 'any.json', samples: '**' } };

  test('of a manifest that names its service are one set, with each folder of samples once', () => {
    const { 'versions-set': sets } = subjects({ service: 'a', contracts }, files);
    expect(sets.map(({ members, folders }) => ({ members: members.length, folders }))).toEqual([
      {
        members: 2,
        folders: [{ microversion: { major: 1, minor: 3 }, place: { file: 'api_samples/b/v1.3/b.json' } }],
      },
    ]);
  });

  test('of another manifest are one set per service', () => {
    const { 'versions-set': sets } = subjects({ contracts }, files);
    expect(sets.map(({ members, folders }) => [members.length, folders.length])).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });
});

test('a problem in a schema that several schemas refer to is listed once', () => {
  const { 'schema-problem': problems } = subjects(
    {
      contracts: {
        a: { schema: 'a.json', samples: 'a.json' },
        b: { schema: 'b.json', samples: 'a.json' },
        c: { schema: 'c.json', samples: 'a.json' },
      },
    },
    {
      'schemas/a.json': { $ref: 'defs.json' },
      'schemas/b.json': { type: 'object', properties: { a: { $ref: 'defs.json' } } },
      'schemas/defs.json': { type: 'string', pattern: '(' },
      'api_samples/a.json': {},
    },
  );
  expect(problems.map(({ kind, place }) => [kind, place.file])).toEqual([
    ['malformed-pattern', 'schemas/defs.json'],
    ['missing', 'contracts.json'],
  ]);
});
