import { causesOf } from '../../schema/explain/causes';
import type { Rule } from '../rule';
import { describeCause } from '../violations/describe-cause';

export const schemaIsValid: Rule<'schema-problem'> = {
  id: 'schema-is-valid',
  subject: 'schema-problem',
  severity: 'error',
  summary: 'Each schema is valid in its dialect.',
  check: (problem) => {
    if (problem.kind === 'does-not-compile') return [{ at: problem.place, message: problem.message }];
    if (problem.kind !== 'not-a-schema') return [];
    return causesOf([problem.violation]).map((cause) => ({
      at: problem.place,
      message: `invalid schema: ${describeCause(cause)}`,
    }));
  },
};
