import type { Rule } from '../rule';

export const schemaConstrains: Rule<'schema-problem'> = {
  id: 'schema-constrains',
  subject: 'schema-problem',
  severity: 'warning',
  summary: 'The schema of a contract rejects some values.',
  check: (problem) =>
    problem.kind === 'accepts-everything'
      ? [
          {
            at: problem.place,
            message: 'the schema accepts every value: add at least its type and its required properties',
          },
        ]
      : [],
};
