import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('keys-unique', () => {
  test('accepts equal properties in different objects, and properties that differ in case', async () => {
    expect(await findingsOf('keys-unique/right')).toEqual([]);
  });

  test('rejects equal properties at any depth, escaped or not, and shows the first', async () => {
    expect(await findingsOf('keys-unique/wrong')).toEqual([
      {
        ruleId: 'keys-unique',
        severity: 'error',
        message:
          'the property "rel" appears twice in this object, and parsers disagree on which one counts: remove one',
        file: 'api_samples/flavors/deep.json',
        pointer: '/flavor/links/1/a~1b/rel',
        start: { line: 6, column: 39 },
        end: { line: 6, column: 44 },
        related: [
          {
            message: 'the first one',
            file: 'api_samples/flavors/deep.json',
            start: { line: 6, column: 24 },
            end: { line: 6, column: 29 },
          },
        ],
      },
      {
        ruleId: 'keys-unique',
        severity: 'error',
        message:
          'the property "rel" appears twice in this object, and parsers disagree on which one counts: remove one',
        file: 'api_samples/flavors/deep.json',
        pointer: '/flavor/links/1/a~1b/rel',
        start: { line: 6, column: 58 },
        end: { line: 6, column: 63 },
        related: [
          {
            message: 'the first one',
            file: 'api_samples/flavors/deep.json',
            start: { line: 6, column: 24 },
            end: { line: 6, column: 29 },
          },
        ],
      },
      {
        ruleId: 'keys-unique',
        severity: 'error',
        message:
          'the property "id" appears twice in this object, and parsers disagree on which one counts: remove one',
        file: 'api_samples/flavors/flavor-get-resp.json',
        pointer: '/flavor/id',
        start: { line: 5, column: 9 },
        end: { line: 5, column: 18 },
        related: [
          {
            message: 'the first one',
            file: 'api_samples/flavors/flavor-get-resp.json',
            start: { line: 3, column: 9 },
            end: { line: 3, column: 13 },
          },
        ],
      },
      {
        ruleId: 'keys-unique',
        severity: 'error',
        message:
          'the property "flavor" appears twice in this object, and parsers disagree on which one counts: remove one',
        file: 'api_samples/flavors/whole.json',
        pointer: '/flavor',
        start: { line: 3, column: 5 },
        end: { line: 3, column: 13 },
        related: [
          {
            message: 'the first one',
            file: 'api_samples/flavors/whole.json',
            start: { line: 2, column: 5 },
            end: { line: 2, column: 13 },
          },
        ],
      },
    ]);
  });
});
