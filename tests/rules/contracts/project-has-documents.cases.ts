import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('project-has-documents', () => {
  test('accepts a project with a sample', async () => {
    expect(await findingsOf('project-has-documents/right')).toEqual([]);
  });

  test('rejects a project that would pass without checking anything', async () => {
    expect(await findingsOf('project-has-documents/wrong')).toEqual([
      {
        ruleId: 'project-has-documents',
        severity: 'error',
        message:
          'nothing was checked, because the `samples:` folders contain no samples: add one, or fix the folder paths',
        file: 'contracts.yaml',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
    ]);
  });
});
