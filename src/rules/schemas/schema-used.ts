import type { Rule } from '../rule';

export const schemaUsed: Rule<'unused-schema'> = {
  id: 'schema-used',
  subject: 'unused-schema',
  severity: 'warning',
  summary: 'Each schema under the schema root is used by a contract, directly or through references.',
  check: ({ file }) => [
    {
      at: { file },
      message:
        'no contract uses this schema, directly or through references: use it in a contract, or delete it',
    },
  ],
};
