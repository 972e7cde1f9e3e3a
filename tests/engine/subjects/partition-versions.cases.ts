import { describe, expect, test } from '@jest/globals';

import { partitionVersions } from '../../../src/engine/subjects/partition-versions';
import { entry, versionsSubject } from '../versions-subject';

const UPDATED = { updated: '2013-07-23T11:33:21Z' };

function mediaType(service: string) {
  return {
    'media-types': [
      { base: 'application/json', type: `application/vnd.openstack.${service}+json;version=2.1` },
    ],
  };
}

/** The groups that these documents, named `folder/name.json: value`, are divided into. */
function groups(
  grouping: 'by-folder' | 'by-home',
  documents: Readonly<Record<string, unknown>>,
): readonly (readonly string[])[] {
  const subjects = Object.entries(documents).map(([name, value]) => versionsSubject(name, value));
  return partitionVersions(subjects, grouping).map((members) =>
    members.map(({ document }) => document.source.name),
  );
}

const nova = (path: string) => `http://nova.example.com${path}`;
const ironic = (path: string) => `http://ironic.example.com${path}`;

describe('in one folder', () => {
  test('documents with versions under one URL are one service', () => {
    expect(
      groups('by-folder', {
        'd/nova.json': { versions: [entry('v2.0', nova('/v2/')), entry('v2.1', nova('/v2.1/'))] },
        'd/ironic.json': { versions: [entry('v1', ironic('/v1/'))] },
        'd/nova-v21.json': { version: entry('v2.1', nova('/v2.1/')) },
        'd/nova-deep.json': { choices: [entry('v2.1', nova('/v2.1/v3'))] },
      }),
    ).toEqual([['d/nova.json', 'd/nova-v21.json', 'd/nova-deep.json'], ['d/ironic.json']]);
  });

  test.each([
    ['a version with the same `updated`', UPDATED, UPDATED],
    ['a media type', mediaType('compute'), mediaType('compute')],
  ])('a document with a misspelt host still belongs to the others if they share %s', (_, a, b) => {
    expect(
      groups('by-folder', {
        'd/index.json': { versions: [entry('v2.1', nova('/v2.1/'), a)] },
        'd/show.json': { version: entry('v2.1', 'http://nvoa.example.com/v2.1/', b) },
      }),
    ).toEqual([['d/index.json', 'd/show.json']]);
  });

  test('an `updated` of another version, or an empty one, joins nothing', () => {
    expect(
      groups('by-folder', {
        'd/a.json': { version: entry('v1', nova('/v1/'), UPDATED) },
        'd/b.json': { version: entry('v2', ironic('/v2/'), UPDATED) },
        'd/c.json': { version: entry('v2', 'http://c.example.com/v2/', { updated: '' }) },
        'd/d.json': { version: entry('v2', 'http://d.example.com/v2/', { updated: '' }) },
      }),
    ).toEqual([['d/a.json'], ['d/b.json'], ['d/c.json'], ['d/d.json']]);
  });

  test('the ids of one version may be written differently', () => {
    expect(
      groups('by-folder', {
        'd/a.json': { version: entry('v2', nova('/v2/'), UPDATED) },
        'd/b.json': { version: entry('2.0', undefined, UPDATED) },
      }),
    ).toEqual([['d/a.json', 'd/b.json']]);
  });

  test('a document that shares marks with two groups joins them', () => {
    expect(
      groups('by-folder', {
        'd/a.json': { version: entry('v1', nova('/v1/')) },
        'd/b.json': { version: entry('v2', ironic('/v2/'), UPDATED) },
        'd/c.json': { version: entry('v3', 'http://c.example.com/v3/') },
        'd/ab.json': { versions: [entry('v1', nova('/v1/')), entry('v2', undefined, UPDATED)] },
      }),
    ).toEqual([['d/a.json', 'd/b.json', 'd/ab.json'], ['d/c.json']]);
  });

  test('documents without marks, which includes relative links, are one group', () => {
    expect(
      groups('by-folder', {
        'd/a.json': { version: entry('v1', '/v1/') },
        'd/b.json': { version: entry('v1', undefined) },
        'd/c.json': { version: entry('v1', nova('/v1/')) },
      }),
    ).toEqual([['d/a.json', 'd/b.json'], ['d/c.json']]);
  });

  test('a link without a version in its path is used as a whole', () => {
    expect(
      groups('by-folder', {
        'd/a.json': { version: entry('v1', 'http://one.example.com/') },
        'd/b.json': { version: entry('v1', 'http://one.example.com/') },
        'd/c.json': { version: entry('v1', 'http://one.example.com/other/') },
      }),
    ).toEqual([['d/a.json', 'd/b.json'], ['d/c.json']]);
  });

  test('a host name that looks like a version is not taken for one', () => {
    expect(
      groups('by-folder', {
        'd/a.json': { version: entry('v1', 'http://api.example.com/image/v2') },
        'd/b.json': { version: entry('v2', 'http://api.example.com/image/V3') },
        'd/c.json': { version: entry('v2', 'http://api.example.com/volume/v3') },
      }),
    ).toEqual([['d/a.json', 'd/b.json'], ['d/c.json']]);
  });
});

describe('in several folders', () => {
  const documents = {
    'a/index.json': { versions: [entry('v2.1', nova('/v2.1/'), { ...UPDATED, ...mediaType('compute') })] },
    'b/show.json': { version: entry('v2.1', nova('/v2.1/'), { ...UPDATED, ...mediaType('compute') }) },
    'c/old.json': { version: entry('v2.1', 'http://old.example.com/v2.1/', UPDATED) },
    'a/nothing.json': { version: {} },
    'b/nothing.json': { version: {} },
  };

  test('by folder, no documents are joined', () => {
    expect(groups('by-folder', documents)).toEqual([
      ['a/index.json'],
      ['b/show.json'],
      ['c/old.json'],
      ['a/nothing.json'],
      ['b/nothing.json'],
    ]);
  });

  test('by home, an absolute URL joins documents, and no other mark does', () => {
    expect(groups('by-home', documents)).toEqual([
      ['a/index.json', 'b/show.json'],
      ['c/old.json'],
      ['a/nothing.json'],
      ['b/nothing.json'],
    ]);
  });
});
