import type { SchemaProblem } from '../../model/schema-problem';
import type { Rule } from '../rule';
import { quote } from '../../wording/quote';

export const schemaReadable: Rule<'schema-problem'> = {
  id: 'schema-readable',
  subject: 'schema-problem',
  severity: 'error',
  summary: 'Each schema that a contract names is a file that can be read, in JSON or YAML.',
  check: (problem) => {
    if (problem.kind === 'unreadable') return [{ at: problem.place, message: problem.message }];
    return problem.kind === 'missing' ? [{ at: problem.place, message: missingMessage(problem) }] : [];
  },
};

function missingMessage({ schema, root, nearest }: Extract<SchemaProblem, { kind: 'missing' }>): string {
  const where = root === '.' ? 'here' : `below ${root}`;
  return nearest === undefined
    ? `there is no schema ${quote(schema)} ${where}: write it, or name one that is there`
    : `there is no schema ${quote(schema)} ${where}: did you mean ${quote(nearest)}?`;
}
