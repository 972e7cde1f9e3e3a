import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('pattern-has-sample', () => {
  test('accepts patterns that match without the microversion folder', async () => {
    expect(await findingsOf('pattern-has-sample/right')).toEqual([]);
  });

  test('rejects each pattern that matches nothing, and suggests the nearest sample', async () => {
    expect(await findingsOf('pattern-has-sample/wrong')).toEqual([
      {
        ruleId: 'pattern-has-sample',
        severity: 'error',
        message:
          'the pattern `flavor/flavor-get-resp.json` of flavors.show matches no sample: did you mean `flavors/flavor-get-resp.json`?',
        file: 'contracts.yaml',
        pointer: '/contracts/flavors.show/samples/1',
        start: { line: 6, column: 9 },
        end: { line: 6, column: 36 },
      },
      {
        ruleId: 'pattern-has-sample',
        severity: 'error',
        message: 'the pattern `servers/**` of flavors.show matches no sample: fix it, or remove it',
        file: 'contracts.yaml',
        pointer: '/contracts/flavors.show/samples/2',
        start: { line: 7, column: 9 },
        end: { line: 7, column: 19 },
      },
      {
        ruleId: 'pattern-has-sample',
        severity: 'error',
        message:
          'the pattern `flavors/flavor-*-req.json` of flavors.show matches no sample: did you mean `flavors/flavor-get-resp.json`?',
        file: 'contracts.yaml',
        pointer: '/contracts/flavors.show/samples/3/path',
        start: { line: 8, column: 17 },
        end: { line: 8, column: 44 },
      },
      {
        ruleId: 'pattern-has-sample',
        severity: 'error',
        message:
          'the pattern `flavors/flavors-list-resp.json` of flavors.list matches no sample: did you mean `flavors/flavor-get-resp.json`?',
        file: 'contracts.yaml',
        pointer: '/contracts/flavors.list/samples',
        start: { line: 11, column: 14 },
        end: { line: 11, column: 44 },
      },
    ]);
  });
});
