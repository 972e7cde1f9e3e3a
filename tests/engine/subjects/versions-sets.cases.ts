import { describe, expect, test } from '@jest/globals';

import { createVersionsSets, type VersionsSetOptions } from '../../../src/engine/subjects/versions-sets';
import { entry, versionsDocument } from '../versions-subject';

const COMPUTE = {
  'media-types': [{ base: 'application/json', type: 'application/vnd.openstack.compute+json;version=2.1' }],
};

const index = versionsDocument('nova/index.json', {
  versions: [entry('v2.1', 'http://nova.example.com/v2.1/', { version: '2.60' })],
});
const show = versionsDocument('nova/show.json', {
  version: entry('v2.1', 'http://nova.example.com/v2.1/', { version: '2.60', ...COMPUTE }),
});
const ironic = versionsDocument('ironic/index.json', {
  versions: [entry('v1', 'http://ironic.example.com/v1/', { version: '1.90' })],
});
const shapeless = versionsDocument('nova/odd.json', { hello: 'world' });

function sets(
  documents: Parameters<typeof createVersionsSets>[0],
  options: Partial<VersionsSetOptions> = {},
) {
  return createVersionsSets(documents, { grouping: 'by-folder', ...options }).map(
    ({ members, newest, folders }) => ({
      members: members.map(({ document, compute }) => `${document.source.name}${compute ? ' compute' : ''}`),
      ...(newest === undefined ? {} : { newest }),
      ...(folders.length === 0 ? {} : { folders: folders.map(({ place }) => place.file) }),
    }),
  );
}

test('no documents give no sets', () => {
  expect(sets([])).toEqual([]);
});

test("one document with Compute's media type makes all documents of its service Compute's", () => {
  expect(sets([index, ironic, show])).toEqual([
    { members: ['nova/index.json compute', 'nova/show.json compute'] },
    { members: ['ironic/index.json'] },
  ]);
});

test.each([
  ['compute', [{ members: ['ironic/index.json compute'] }]],
  ['nova', [{ members: ['ironic/index.json compute'] }]],
  ['baremetal', [{ members: ['ironic/index.json'] }]],
])('the given service %s is not guessed from the documents', (service, expected) => {
  expect(sets([ironic], { service })).toEqual(expected);
});

test("a given service other than compute overrides Compute's media types", () => {
  expect(sets([show], { service: 'volume' })).toEqual([{ members: ['nova/show.json'] }]);
});

test('as one service, all documents are one set, including those without a known shape', () => {
  expect(sets([index, ironic, shapeless], { grouping: 'one-service' })).toEqual([
    { members: ['nova/index.json', 'ironic/index.json', 'nova/odd.json'] },
  ]);
});

describe('the expected newest microversion', () => {
  test('goes to the sets with a version of its major', () => {
    expect(sets([index, ironic], { newest: { major: 1, minor: 91 } })).toEqual([
      { members: ['nova/index.json'] },
      { members: ['ironic/index.json'], newest: { major: 1, minor: 91 } },
    ]);
  });

  test('goes to the first set if none has that major, so that this is reported', () => {
    expect(sets([index, ironic], { newest: { major: 3, minor: 0 } })).toEqual([
      { members: ['nova/index.json'], newest: { major: 3, minor: 0 } },
      { members: ['ironic/index.json'] },
    ]);
  });
});

describe('the folders of samples', () => {
  const folders = [{ microversion: { major: 2, minor: 3 }, place: { file: 'api_samples/v2.3/a.json' } }];

  test('go to the set if there is only one', () => {
    expect(sets([index, show], { folders })).toEqual([
      {
        members: ['nova/index.json compute', 'nova/show.json compute'],
        folders: ['api_samples/v2.3/a.json'],
      },
    ]);
  });

  test('go to no set if there are several, as they could belong to any', () => {
    expect(sets([index, ironic], { folders }).flatMap(({ folders: assigned }) => assigned ?? [])).toEqual([]);
  });
});
