import type { SchemaProblem } from '../../model/schemas/schema-problem';
import type { Rule } from '../rule';
import { quote } from '../../wording/quote';

export const schemaReadable: Rule<'schema-problem'> = {
  id: 'schema-readable',
  subject: 'schema-problem',
  severity: 'error',
  summary: 'Each schema that a contract names is a readable JSON or YAML file.',
  check: (problem) => {
    if (problem.kind === 'unreadable' || problem.kind === 'byte-order-mark' || problem.kind === 'not-json')
      return [{ at: problem.place, message: problem.message }];
    if (problem.kind === 'repeated-property' && !problem.isSame)
      return [
        {
          at: problem.place,
          message: `the property ${quote(problem.key)} has another value earlier in this object, and parsers disagree on which one counts: remove one`,
          related: [{ at: problem.first, message: 'the first one' }],
        },
      ];
    return problem.kind === 'missing' ? [{ at: problem.place, message: missingMessage(problem) }] : [];
  },
};

function missingMessage({ schema, root, nearest }: Extract<SchemaProblem, { kind: 'missing' }>): string {
  const where = root === '.' ? '' : ` in ${root}`;
  return nearest === undefined
    ? `there is no schema ${quote(schema)}${where}: create it, or fix the path`
    : `there is no schema ${quote(schema)}${where}: did you mean ${quote(nearest)}?`;
}
