import { describe, expect, test } from '@jest/globals';

import {
  compareVersionIds,
  formatVersionId,
  isMeaningfulStatus,
  isReadableMicroversion,
  linksOf,
  microversionMembersOf,
  newestOf,
  normalId,
  objectEntries,
  oldestOf,
  parseVersionId,
  selfLinkOf,
  unknownKeysOf,
  type ObjectEntry,
} from '../../../src/model/versions/versions-entry';
import { readVersions } from '../../../src/model/versions/versions-document';

function entryOf(value: Readonly<Record<string, unknown>>): ObjectEntry {
  return { pointer: '/version', value, listed: true };
}

describe('version ids', () => {
  test.each([
    ['v2.1', { major: 2, minor: 1 }],
    ['v2', { major: 2 }],
    ['2.10', { major: 2, minor: 10 }],
    ['V2.1', undefined],
    ['v2.1.3', undefined],
    ['latest', undefined],
    ['', undefined],
  ])('reads %j as %j', (text, id) => {
    expect(parseVersionId(text)).toEqual(id);
  });

  test.each([
    ['v2', '2.0'],
    ['2.0', '2.0'],
    ['v2.10', '2.10'],
    ['foo', 'foo'],
  ])('normalises %s to %s', (id, normal) => {
    expect(normalId(id)).toBe(normal);
  });

  test('compares minor versions as numbers, an absent one as 0', () => {
    const ids = [{ major: 2, minor: 10 }, { major: 3 }, { major: 2 }, { major: 2, minor: 9 }];
    expect(ids.toSorted(compareVersionIds).map(formatVersionId)).toEqual(['v2', 'v2.9', 'v2.10', 'v3']);
    expect(compareVersionIds({ major: 2 }, { major: 2, minor: 0 })).toBe(0);
  });
});

test('the statuses with a known meaning are STATUSES, EXPERIMENTAL and stable, in any case', () => {
  const statuses = [
    'CURRENT',
    'SUPPORTED',
    'DEPRECATED',
    'EXPERIMENTAL',
    'stable',
    'STABLE',
    'current',
    'Experimental',
    '',
    'ACTIVE',
    null,
  ];
  expect(statuses.filter(isMeaningfulStatus)).toEqual(statuses.slice(0, 8));
});

test('objectEntries skips entries that are not objects', () => {
  expect(objectEntries(readVersions({ versions: ['v2', { id: 'v3' }, null] }))).toEqual([
    { pointer: '/versions/1', value: { id: 'v3' }, listed: true },
  ]);
  expect(objectEntries(undefined)).toEqual([]);
});

test('unknownKeysOf finds the properties that no versions document uses', () => {
  expect(unknownKeysOf({ id: 1, minversion: 1, min_version: 1, 'media-types': 1, stauts: 1 })).toEqual([
    'minversion',
    'stauts',
  ]);
});

describe('microversions', () => {
  test('the newest one is max_version, else version', () => {
    const microversion = { major: 1, minor: 39 };
    expect(newestOf(entryOf({ max_version: '1.39', version: '1.1' }))).toEqual({
      key: 'max_version',
      pointer: '/version/max_version',
      text: '1.39',
      microversion,
    });
    expect(newestOf(entryOf({ version: '1.39' }))).toEqual({
      key: 'version',
      pointer: '/version/version',
      text: '1.39',
      microversion,
    });
  });

  test.each([['v1.39'], [''], [1.39], [null]])('%j does not state one', (text) => {
    expect(oldestOf(entryOf({ min_version: text }))).toBeUndefined();
  });

  test('the version of a bare document does not state one', () => {
    const entry = entryOf({ id: 'v1', version: {}, min_version: '1.1' });
    expect(microversionMembersOf(entry, 'bare')).toEqual([
      { key: 'min_version', pointer: '/version/min_version', value: '1.1' },
    ]);
    expect(microversionMembersOf(entry, 'version').map(({ key }) => key)).toEqual(['version', 'min_version']);
  });

  test('an empty string is readable, another form or type is not', () => {
    const readable = ['', '2.60', '2.060', 'v2.60', 2.6].map((value) =>
      isReadableMicroversion({ key: 'version', pointer: '', value }),
    );
    expect(readable).toEqual([true, true, false, false, false]);
  });
});

describe('links', () => {
  const self = { rel: 'self', href: 'http://host/v2/' };

  test('are the objects in the array', () => {
    expect(linksOf(entryOf({ links: ['x', self] }))).toEqual([{ pointer: '/version/links/1', value: self }]);
    expect(linksOf(entryOf({ links: { self } }))).toEqual([]);
  });

  test('the self link is the one with exactly that rel', () => {
    expect(selfLinkOf(entryOf({ links: [{ ...self, rel: 'Self' }, self] }))).toEqual({
      pointer: '/version/links/1/href',
      href: 'http://host/v2/',
    });
  });

  test.each([
    ['there is no link', []],
    ['there are two', [self, self]],
    ['its href is not a string', [{ rel: 'self', href: null }]],
  ])('selfLinkOf finds nothing where %s', (_name, links) => {
    expect(selfLinkOf(entryOf({ links }))).toBeUndefined();
  });
});
