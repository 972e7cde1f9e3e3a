import type { Rule } from '../rule';
import { invalidKeywordMessage } from './invalid-keyword-message';

export const schemaIsValid: Rule<'schema-problem'> = {
  id: 'schema-is-valid',
  subject: 'schema-problem',
  severity: 'error',
  summary: 'Each schema is valid in its dialect.',
  check: (problem) => {
    switch (problem.kind) {
      case 'does-not-compile':
        return [{ at: problem.place, message: problem.message }];
      case 'invalid-keyword':
        return [{ at: problem.place, message: invalidKeywordMessage(problem) }];
      case 'empty-enum':
        return [
          {
            at: problem.place,
            severity: 'warning',
            message: '"enum" is empty, so no value matches: add the allowed values, or remove it',
          },
        ];
      default:
        return [];
    }
  },
};
