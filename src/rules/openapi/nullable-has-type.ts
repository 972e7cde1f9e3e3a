import type { SchemaProblem } from '../../model/schemas/schema-problem';
import { timesInFile } from '../../wording/times-in-file';
import type { Rule } from '../rule';

export const nullableHasType: Rule<'schema-problem'> = {
  id: 'nullable-has-type',
  subject: 'schema-problem',
  severity: 'warning',
  summary: 'In OpenAPI 3.0, `nullable` has a `type` next to it.',
  check: (problem) =>
    problem.kind === 'nullable-without-type'
      ? [
          {
            at: problem.place,
            message: messageOf(problem),
          },
        ]
      : [],
};

function messageOf({
  isNextToRef,
  count,
}: Extract<SchemaProblem, { kind: 'nullable-without-type' }>): string {
  const times = timesInFile(count);
  return isNextToRef
    ? `"nullable" next to "$ref"${times} is ignored, so null may be refused: write it in the schema that the "$ref" leads to`
    : `"nullable"${times} has no effect without "type" next to it, so null may be refused: add the "type"`;
}
