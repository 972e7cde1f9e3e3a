import { describe, expect, test } from '@jest/globals';

import { readVersions } from '../../../src/model/versions/versions-document';

const ENTRY = { id: 'v2.1', status: 'CURRENT', links: [] };

describe('readVersions', () => {
  test.each([
    ['versions', { versions: [ENTRY] }, '/versions', ['/versions/0']],
    ['versions.values', { versions: { values: [ENTRY] } }, '/versions/values', ['/versions/values/0']],
    ['choices', { choices: [ENTRY, ENTRY] }, '/choices', ['/choices/0', '/choices/1']],
    ['bare', { id: 'v1', links: [], version: ENTRY }, '', ['']],
    ['version', { version: ENTRY }, '/version', ['/version']],
  ])('finds the shape %s', (shape, document, pointer, entries) => {
    const view = readVersions(document);
    expect({ ...view, entries: view?.entries.map((entry) => entry.pointer) }).toEqual({
      shape,
      pointer,
      entries,
    });
  });

  test('tries the shapes in order', () => {
    expect(readVersions({ version: ENTRY, choices: [], versions: [] })?.shape).toBe('versions');
    expect(readVersions({ version: ENTRY, id: 'v1', links: [] })?.shape).toBe('bare');
  });

  test('finds a default version next to the array, as an entry that is not listed', () => {
    expect(readVersions({ default_version: ENTRY, versions: [ENTRY] })?.entries).toEqual([
      { pointer: '/versions/0', value: ENTRY, listed: true },
      { pointer: '/default_version', value: ENTRY, listed: false },
    ]);
  });

  test.each([
    [null],
    ['v2.1'],
    [[ENTRY]],
    [{}],
    [{ versions: 'v2.1' }],
    [{ versions: { values: {} } }],
    [{ version: '2.1' }],
  ])('finds no shape in %j', (document) => {
    expect(readVersions(document)).toBeUndefined();
  });
});
