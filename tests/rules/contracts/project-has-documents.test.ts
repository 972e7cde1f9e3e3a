import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('project-has-documents', () => {
  test('accepts a project with a sample', async () => {
    expect(await findingsOf('project-has-documents/right')).toEqual([]);
  });

  test('rejects one that would be green on nothing', async () => {
    expect(await findingsOf('project-has-documents/wrong')).toEqual([
      {
        ruleId: 'project-has-documents',
        severity: 'error',
        message:
          'nothing was checked: there is no sample below the `samples:` folders: put one there, or name the right folder',
        file: 'contracts.yaml',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
    ]);
  });
});
