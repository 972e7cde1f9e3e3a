import { describe, expect, test } from '@jest/globals';

import { looksLikeVersions, mayBeVersions } from '../../../src/model/versions/versions-likeness';

const ENTRY = { id: 'v2.1', status: 'CURRENT', links: [] };
const UUID = '9168b536-cd40-4630-b43f-b259807c6e87';

function self(href: string): object {
  return { rel: 'self', href };
}

describe('looksLikeVersions', () => {
  test.each([
    [{ versions: [ENTRY] }],
    [{ version: { id: 'v2.0', links: [] } }],
    [{ id: 'v1', links: [] }],
    [{ choices: [null, ENTRY] }],
    [{ versions: [], default_version: ENTRY }],
    // A known status, in any case, whatever the id is.
    [{ versions: [{ id: 2, status: 'SUPPORTED' }] }],
    [{ versions: { values: [{ id: 'latest', status: 'Stable' }] } }],
    [{ version: { status: 'deprecated', links: [] } }],
    [{ choices: [{ id: 'a', status: 'EXPERIMENTAL' }] }],
    // The id of a version, whatever the status is.
    [{ versions: [{ id: 'V2', status: 'CURENT' }] }],
    [{ versions: [{ id: 'v1.2.3', updated: '' }] }],
    [
      {
        versions: [
          { id: UUID, links: [] },
          { id: 'v1', links: [] },
        ],
      },
    ],
    [{ versions: [{ id: '2.1', links: [self('http://h.example/v2.1/')] }] }],
    [{ versions: [{ id: '2.1', links: [self('http://h.example/api/2.1?limit=1')] }] }],
    [{ versions: [{ id: '2.0', links: [self('/v2')] }] }],
    [{ id: '1.0', links: [self('http://h.example/v1.0')] }],
  ])('takes %j for a versions document', (document) => {
    expect(looksLikeVersions(document)).toBe(true);
  });

  test.each([
    [{ versions: [] }],
    [{ versions: [{ name: 'first' }] }],
    [{ servers: [ENTRY] }],
    [{ id: UUID, links: [], status: 'ACTIVE' }],
    // Any resource with an id and links has the bare shape.
    [{ id: UUID, links: [], status: 'DEPRECATED' }],
    [{ versions: [{ id: UUID, links: [self(`http://h.example/versions/${UUID}`)], version: '5.7' }] }],
    [{ version: { id: UUID, links: [], updated: '2020-01-01T00:00:00Z' } }],
    [{ versions: [{ id: 5, links: [] }] }],
    [{ versions: [{ id: '1', links: [self('http://h.example/documents/7/versions/1')], status: 'ACTIVE' }] }],
    [{ choices: [{ id: 'a', text: 'yes', links: [] }] }],
    [{ choices: [{ id: 'v', links: [], status: 'open' }] }],
    // A number with a dot is the id of a version only with a self link to that version.
    [{ versions: [{ id: '2.1', links: [] }] }],
    [{ versions: [{ id: '2.1', links: [self('http://h.example/packages/7')] }] }],
    [{ versions: [{ id: '1.0', links: [self('http://h.example/documents/7/versions/1')] }] }],
    [{ versions: [{ id: '2.1', links: [self('http://h.example/v2/')] }] }],
    [{ versions: [{ id: '2.1', links: [{ rel: 'bookmark', href: 'http://h.example/v2.1' }] }] }],
    [{ versions: [{ id: 'v1.2.3.4', links: [] }] }],
    [{ versions: [{ id: 'v1-beta', links: [] }] }],
    // One typical property alone.
    [{ versions: [{ id: 'v1', name: 'first draft' }] }],
  ])('does not take %j for one', (document) => {
    expect(looksLikeVersions(document)).toBe(false);
  });
});

describe('mayBeVersions', () => {
  test.each([
    [{ versions: [{ id: UUID, links: [] }] }],
    [{ choices: 1, more: 2 }],
    [{ version: 5 }],
    [{ version: { id: 'x', links: [] }, more: 2 }],
    [{ id: 'v2.x', links: [] }],
  ])('takes %j for what was meant where versions documents were asked for', (document) => {
    expect(mayBeVersions(document)).toBe(true);
  });

  test.each([[null], [{ version: 5, more: 2 }], [{ id: UUID, links: [] }], [{ servers: [ENTRY] }]])(
    'does not take %j for one',
    (document) => {
      expect(mayBeVersions(document)).toBe(false);
    },
  );
});
