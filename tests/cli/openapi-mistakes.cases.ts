import { describe, expect, test } from '@jest/globals';

import { UsageError } from '../../src/model/usage-error';
import { openProject } from '../../src/engine/open/open-project';
import { tempProject } from '../engine/temp-project';

function operation(operationId: string | undefined, tag: string): object {
  const schema = { type: 'integer' };
  return {
    ...(operationId === undefined ? {} : { operationId }),
    tags: [tag],
    responses: { 200: { content: { 'application/json': { schema, example: 1 } } } },
  };
}

const API = {
  openapi: '3.1.0',
  info: { title: 'Rooms', version: '1' },
  paths: {
    '/rooms': { get: operation('listRooms', 'rooms') },
    '/rooms/{name}/doors': { get: operation(undefined, 'doors') },
  },
};

/** The mistakes in a manifest next to two documents, each with its pointer and token. */
function mistakesIn(manifest: object): readonly string[] {
  const cwd = tempProject({
    'contracts.json': manifest,
    'api.json': API,
    'docs/v2.yaml': JSON.stringify(API),
    'other.json': { openapi: '3.1.0' },
  });
  try {
    openProject({ cwd });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.details.map(({ place, message }) =>
      'token' in place ? `${place.pointer} ${place.token}: ${message}` : message,
    );
  }
  return [];
}

const document = 'api.json';

describe('a mistake in `openapi:`', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['none', { document, select: { tags: 'rooms', paths: '/rooms' }, except: { tags: ['doors'] } }, []],
    ['a path instead of an object', document, ['/openapi value: expected an object, got "api.json"']],
    [
      'no such document, with one that is like it',
      { document: 'docs/v3.yaml' },
      ['/openapi/document value: `docs/v3.yaml` does not exist: did you mean `docs/v2.yaml`?'],
    ],
    [
      'no such document, with none that is like it',
      [{ document }, { document: 'elsewhere/rooms.yaml' }],
      ['/openapi/1/document value: `elsewhere/rooms.yaml` does not exist: create it, or fix the path'],
    ],
    [
      'a document that is not OpenAPI',
      { document: 'other.json' },
      [
        '/openapi/document value: `other.json` is not an OpenAPI document: it needs "openapi" or "swagger" at its top, and "info" or "paths"',
      ],
    ],
    [
      'a document outside the project',
      { document: '../api.json' },
      [
        "/openapi/document value: `../api.json` is outside the folder that it is relative to: use a path inside the manifest's folder",
      ],
    ],
    [
      'one name in two documents',
      [{ document }, { document: 'docs/v2.yaml' }],
      [
        '/openapi/1/document value: `docs/v2.yaml` has the contract `listRooms.200`, and so has `api.json`: give one of them a `prefix:`',
      ],
    ],
    [
      'one document twice',
      [{ document, prefix: 'a' }, { document }, { document }],
      [
        '/openapi/2/document value: `api.json` has the contract `listRooms.200`, and so has an earlier entry: give one of them a `prefix:`',
      ],
    ],
    [
      'one prefix twice',
      [
        { document, prefix: 'a' },
        { document: 'docs/v2.yaml', prefix: 'a' },
      ],
      [
        '/openapi/1/document value: `docs/v2.yaml` has the contract `a.listRooms.200`, and so has `api.json`: give one of them another `prefix:`',
      ],
    ],
    [
      'two prefixes',
      [
        { document, prefix: 'a' },
        { document: 'docs/v2.yaml', prefix: 'b' },
      ],
      [],
    ],
    [
      'names that no operation has',
      {
        document,
        select: { tags: ['rooms', 'door'], paths: ['/rooms/**', '/room/**'] },
        except: { operations: ['listRoom', 'GET /rooms/{name}/door', 'x'] },
      },
      [
        '/openapi/select/tags/1 value: `api.json` has no tag `door`: did you mean `doors`?',
        '/openapi/select/paths/1 value: `api.json` has no path `/room/**`: did you mean `/rooms/**`?',
        '/openapi/except/operations/0 value: `api.json` has no operation `listRoom`: did you mean `listRooms`?',
        '/openapi/except/operations/1 value: `api.json` has no operation `GET /rooms/{name}/door`: did you mean `GET /rooms/{name}/doors`?',
        '/openapi/except/operations/2 value: `api.json` has no operation `x`',
      ],
    ],
    [
      'a selection of nothing',
      { document, select: { tags: ['rooms'], paths: ['/rooms/*/doors'] } },
      ['/openapi/select value: no operation of `api.json` is selected: each must match every property here'],
    ],
    [
      'an exception of everything',
      { document, except: { paths: ['/**'] } },
      [
        '/openapi/except value: no operation of `api.json` is selected: each must match every property here, and none of `except`',
      ],
    ],
    [
      'a misspelt property',
      { document, select: { tag: 'rooms' } },
      ['/openapi/select/tag key: unknown property "tag": did you mean "tags"?'],
    ],
  ])('%s', (_, openapi, mistakes) => {
    expect(mistakesIn({ openapi })).toEqual(mistakes);
  });
});

describe('a contract without a schema', () => {
  const live = { request: 'GET /rooms' };

  test.each<[string, object, readonly string[]]>([
    ['refines the contract of its name', { 'listRooms.200': { live } }, []],
    ['with braces that are no placeholders', { 'GET /rooms/{name}/doors.200': { live } }, []],
    [
      'and a misspelt name',
      { 'listRoom.200': { live }, 'GET /rooms/{nam}/doors.200': { live }, cellars: { live } },
      [
        '/contracts/listRoom.200 key: the contract `listRoom.200` has no schema, and no OpenAPI document gives one: did you mean `listRooms.200`? Otherwise add `schema:`',
        '/contracts/GET ~1rooms~1{nam}~1doors.200 key: the contract `GET /rooms/{nam}/doors.200` has no schema, and no OpenAPI document gives one: did you mean `GET /rooms/{name}/doors.200`? Otherwise add `schema:`',
        '/contracts/cellars key: the contract `cellars` has no schema, and no OpenAPI document gives one: add `schema:`',
      ],
    ],
  ])('%s', (_, contracts, mistakes) => {
    expect(mistakesIn({ openapi: { document }, contracts })).toEqual(mistakes);
  });
});
