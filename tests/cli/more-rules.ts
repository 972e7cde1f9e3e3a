import { jest } from '@jest/globals';

import type { AnyRule } from '../../src/rules/rule';

/** Subjects that most runs have. */
const SUBJECTS = ['document', 'sample', 'versions', 'versions-set', 'contract', 'schema-part', 'project'];

// A test that imports this file first runs with one more rule per subject; they find nothing.
jest.mock('../../src/rules/rule-registry', () => {
  const { RULES } = jest.requireActual<{ readonly RULES: readonly AnyRule[] }>(
    '../../src/rules/rule-registry',
  );
  const more = SUBJECTS.map((subject) => ({
    id: `new-${subject}`,
    subject,
    severity: 'error',
    summary: 'a rule that finds nothing',
    check: () => [],
  }));
  return { RULES: [...RULES, ...more] };
});
