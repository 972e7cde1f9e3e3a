import type { Rule } from '../rule';

export const schemaUsed: Rule<'unused-schema'> = {
  id: 'schema-used',
  subject: 'unused-schema',
  severity: 'warning',
  summary: 'Each schema below the schema root is one that a contract leads to.',
  check: ({ file }) => [
    {
      at: { file },
      message:
        'no contract names this schema, and no other refers to it: name it in a contract, or delete it',
    },
  ],
};
