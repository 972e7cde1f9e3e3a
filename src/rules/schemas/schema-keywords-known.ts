import type { SchemaProblem } from '../../model/schema-problem';
import type { Rule } from '../rule';
import { quote } from '../../wording/quote';

/** What to write for a keyword of another dialect or another language, whatever it is near to in letters. */
const FOREIGN: Readonly<Record<string, string>> = {
  nullable: 'add "null" to the type',
  additionalItems: 'here `items` is for what follows `prefixItems`',
  prefixItems: 'write the list in `items`, and `additionalItems` for what follows it',
  $recursiveRef: 'write "$dynamicRef"',
  id: 'write "$id", or move it to `properties` if it is a key',
  min: 'write "minimum", "minLength" or "minItems"',
  max: 'write "maximum", "maxLength" or "maxItems"',
  length: 'write "minLength" and "maxLength"',
  regex: 'write "pattern"',
  values: 'write "enum"',
  choices: 'write "enum"',
  optional: 'leave the key out of `required`',
  divisibleBy: 'write "multipleOf"',
  disallow: 'write "not"',
  extends: 'write "allOf"',
};

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
  const meant = FOREIGN[keyword];
  if (meant !== undefined) return `${what}: ${meant}`;
  if (nearest !== undefined) return `${what}: did you mean ${quote(nearest)}?`;
  const first = knownTo[0];
  return first === undefined
    ? `${what}: remove it, or call it ${quote(`x-${keyword}`)}`
    : `${what}: it is one of ${knownTo.join(', ')}`;
}
