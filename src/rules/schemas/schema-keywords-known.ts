import type { SchemaProblem } from '../../model/schema-problem';
import type { Rule } from '../rule';
import { quote } from '../wording/quote';

/** A keyword that is not known asserts nothing, so that what its author meant it to refuse passes. */
export const schemaKeywordsKnown: Rule<'schema-problem'> = {
  id: 'schema-keywords-known',
  subject: 'schema-problem',
  severity: 'warning',
  summary: 'Each keyword in a schema is one of its dialect, or begins with x-.',
  check: (problem) =>
    problem.kind !== 'unknown-keyword'
      ? []
      : [
          {
            at: problem.place,
            message: keywordMessage(problem),
            ...(problem.nearest === undefined ? {} : { severity: 'error' }),
          },
        ],
};

function keywordMessage({
  keyword,
  dialect,
  knownTo,
  nearest,
}: Extract<SchemaProblem, { kind: 'unknown-keyword' }>): string {
  const what = `${quote(keyword)} is no keyword of ${dialect}, so nothing is checked by it`;
  if (keyword === 'nullable') return `${what}: add "null" to the type`;
  if (nearest !== undefined) return `${what}: did you mean ${quote(nearest)}?`;
  const first = knownTo[0];
  return first === undefined
    ? `${what}: remove it, or call it ${quote(`x-${keyword}`)}`
    : `${what}: it is one of ${knownTo.join(', ')}`;
}
