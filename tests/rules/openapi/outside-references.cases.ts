import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { check } from '../../../src/engine/check';
import { brief } from '../../engine/brief';
import { tempProject } from '../../engine/temp-project';

const FILES = {
  'api/openapi.yaml': `openapi: 3.1.0
info: { title: a, version: '1' }
paths:
  /a:
    $ref: '../common/paths.json#/a'
  /b:
    get:
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: { $ref: '../common/id.json' }
              example: 1
`,
  'common/id.json': '{ "type": "string" }\n',
  'common/paths.json': '{ "a": { "get": { "responses": {} } } }\n',
};

/** What is reported when a document in `api` is checked in a folder of the project; without any manifest if none is among the files. */
async function findingsIn(folder: string, files: Readonly<Record<string, string>> = {}) {
  const cwd = join(tempProject({ ...FILES, ...files }), folder);
  const path = folder === 'api' ? 'openapi.yaml' : folder === '' ? 'api/openapi.yaml' : '../api/openapi.yaml';
  const { findings } = await check({ cwd, paths: [path], cache: false });
  return findings.filter(({ severity }) => severity !== 'info').map(brief);
}

const WRONG =
  "api/openapi.yaml 14:24-14:25 error sample-matches-schema '' expected a string, got 1: put it in quotes";

describe('a reference from one folder to the next', () => {
  test.each([
    ['without git, from the folder above both', {}],
    [
      'without git, by a manifest above both',
      { 'contracts.yaml': 'openapi: { document: api/openapi.yaml }\n' },
    ],
    ['in a git repository', { '.git/HEAD': 'ref: refs/heads/main\n' }],
  ])('is followed %s', async (_, files) => {
    expect(await findingsIn('', files)).toEqual([WRONG]);
  });

  test('is followed from below in a git repository', async () => {
    const found = await findingsIn('api', { '.git/HEAD': 'ref: refs/heads/main\n' });
    expect(found).toEqual([WRONG.replace('api/', '')]);
  });

  test('is not followed out of the working folder, and the message says where to run the check', async () => {
    const [path, schema, ...more] = await findingsIn('api');
    expect(more).toEqual([]);
    expect(path).toContain(
      'error openapi-readable /paths/~1a/$ref "../common/paths.json#/a" is outside the folders that may be read: move it next to the document',
    );
    expect(schema).toContain(
      'the reference "../common/id.json" leads out of the working folder: run the check in a folder that contains both files, or copy the schema there',
    );
  });

  test('is not followed from a document elsewhere', async () => {
    const [, schema] = await findingsIn('common');
    expect(schema).toContain('leads out of ../api: run the check in a folder that contains both files, or');
  });

  test('is not followed out of a repository, where no other folder helps', async () => {
    const [, schema] = await findingsIn('', { 'api/.git/HEAD': 'ref: refs/heads/main\n' });
    expect(schema).toContain('leads out of the git repository: copy the schema into it');
  });

  test('with a manifest, the message names `schemas:`', async () => {
    const [, schema] = await findingsIn('api', {
      'api/contracts.yaml': 'openapi: { document: openapi.yaml }\n',
    });
    expect(schema).toContain('add the folder of that schema to `schemas:`, or copy the schema there');
  });
});

test('where there is no manifest, a URL is mapped in one that is to be written', async () => {
  const document = `openapi: 3.1.0
info: { title: a, version: '1' }
paths: { /b: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: 'https://example.com/a.json' }, example: 1 } } } } } } }
`;
  const [found] = await findingsIn('', { 'api/openapi.yaml': document });
  expect(found).toContain(
    'copy it to example.com/a.json, or map it to a copy with `references:` in a manifest',
  );
});
