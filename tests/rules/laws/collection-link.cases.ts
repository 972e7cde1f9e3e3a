import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('collection-link', () => {
  test('accepts a link to the unversioned document', async () => {
    expect(await findingsOf('collection-link/right')).toEqual([]);
  });

  test('reports its absence once per document, and a collection link that equals the self link', async () => {
    expect(await findingsOf('collection-link/wrong')).toEqual([
      {
        ruleId: 'collection-link',
        severity: 'info',
        message:
          'the collection link equals the self link, "http://volume.example.com/v3/": link to the unversioned document instead',
        file: 'self.json',
        pointer: '/version/links/1/href',
        start: { line: 10, column: 25 },
        end: { line: 10, column: 56 },
      },
      {
        ruleId: 'collection-link',
        severity: 'info',
        message: 'no link with rel "collection" to the unversioned document: add one',
        file: 'show.json',
        pointer: '/version/links',
        start: { line: 4, column: 18 },
        end: { line: 4, column: 19 },
      },
      {
        ruleId: 'collection-link',
        severity: 'info',
        message:
          'no link with rel "collection" to the unversioned document, here and in 1 other version: add one',
        file: 'versions.json',
        pointer: '/versions/0/links',
        start: { line: 5, column: 22 },
        end: { line: 5, column: 23 },
      },
    ]);
  });
});
