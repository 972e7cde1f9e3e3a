import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('sample-fails-as-expected', () => {
  test('accepts a sample that is wrong on purpose and fails', async () => {
    expect(await findingsOf('sample-fails-as-expected/right')).toEqual([]);
  });

  test('rejects one that the schema accepts, and points at its `expect: invalid`', async () => {
    expect(await findingsOf('sample-fails-as-expected/wrong')).toEqual([
      {
        ruleId: 'sample-fails-as-expected',
        severity: 'error',
        message:
          'expected an invalid sample, but server.json accepts it: make the schema reject it, or remove `expect: invalid`',
        file: 'api_samples/bad.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        related: [
          {
            message: 'servers.show expects it to be invalid',
            file: 'contracts.yaml',
            pointer: '/contracts/servers.show/samples/1/path',
            start: { line: 6, column: 17 },
            end: { line: 6, column: 25 },
          },
        ],
      },
    ]);
  });

  test('points at keywords that the schema ignores next to a `$ref`', async () => {
    expect(await findingsOf('sample-fails-as-expected/ignored-keywords')).toEqual([
      {
        ruleId: 'sample-fails-as-expected',
        severity: 'error',
        message:
          'expected an invalid sample, but server.json accepts it: make the schema reject it, or remove `expect: invalid`',
        file: 'api_samples/bad.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        related: [
          {
            message: 'servers.show expects it to be invalid',
            file: 'contracts.yaml',
            pointer: '/contracts/servers.show/samples/0/path',
            start: { line: 5, column: 17 },
            end: { line: 5, column: 25 },
          },
          {
            message: 'draft-07 ignores "maxLength" next to "$ref", which would reject the sample',
            file: 'schemas/server.json',
            pointer: '/properties/name/maxLength',
            start: { line: 5, column: 56 },
            end: { line: 5, column: 67 },
          },
          {
            message: 'draft-07 ignores "pattern" next to "$ref", which would reject the sample',
            file: 'schemas/labels.json',
            pointer: '/definitions/status/pattern',
            start: { line: 5, column: 58 },
            end: { line: 5, column: 67 },
          },
        ],
      },
    ]);
  });
});
