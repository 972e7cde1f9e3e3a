import { isMisread } from '../../schema/inspect/find-problems';
import { causesOfRefusal } from '../../schema/inspect/meta-schema-refusals';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import { describeCause } from '../violations/describe-cause';
import type { Report, Rule } from '../rule';
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
        return [
          {
            at: problem.place,
            ...(isMisread(problem) ? { severity: 'warning' } : {}),
            message: invalidKeywordMessage(problem),
          },
        ];
      case 'refused-by-meta-schema':
        return refusals(problem);
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

/** What a meta-schema of the project says about a schema. */
function refusals(problem: Extract<SchemaProblem, { kind: 'refused-by-meta-schema' }>): readonly Report[] {
  const { metaSchema, failure, place } = problem;
  if (failure === undefined)
    return causesOfRefusal(problem).map((cause) => {
      const { pointer, token, violation } = cause;
      return {
        at: { file: place.file, pointer, token },
        message: `${describeCause(cause)} (by the meta-schema ${metaSchema})`,
        keyword: { keyword: violation.keyword, keywordLocation: violation.keywordLocation },
      };
    });
  const reason =
    'reason' in failure
      ? `: ${failure.reason}`
      : `, because that takes longer than ${failure.limit} ms: simplify the meta-schema, or raise \`limits.validation_time\``;
  return [{ at: place, message: `not checked against the meta-schema ${metaSchema}${reason}` }];
}
