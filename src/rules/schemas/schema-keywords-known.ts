import type { SchemaProblem } from '../../model/schema-problem';
import type { Rule } from '../rule';
import { quote } from '../../wording/quote';

/** What to write instead of a keyword of another dialect or language, even if another keyword has a similar name. */
const FOREIGN: Readonly<Record<string, string>> = {
  nullable: 'add "null" to the type',
  additionalItems: 'use `items`, which applies to the items after `prefixItems`',
  prefixItems: 'put the array in `items`, and use `additionalItems` for the items after it',
  $recursiveRef: 'write "$dynamicRef"',
  id: 'write "$id", or move it to `properties` if it is a property',
  min: 'write "minimum", "minLength" or "minItems"',
  max: 'write "maximum", "maxLength" or "maxItems"',
  length: 'write "minLength" and "maxLength"',
  regex: 'write "pattern"',
  values: 'write "enum"',
  choices: 'write "enum"',
  optional: 'omit the property from `required`',
  divisibleBy: 'write "multipleOf"',
  disallow: 'write "not"',
  extends: 'write "allOf"',
};

/** Validators ignore an unknown keyword, so values that its author meant to reject are accepted. */
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
  const what = `${quote(keyword)} is not a keyword of ${dialect}, so it is ignored`;
  const meant = FOREIGN[keyword];
  if (meant !== undefined) return `${what}: ${meant}`;
  if (nearest !== undefined) return `${what}: did you mean ${quote(nearest)}?`;
  const first = knownTo[0];
  return first === undefined
    ? `${what}: remove it, or rename it to ${quote(`x-${keyword}`)}`
    : `${what}: it is a keyword of ${knownTo.join(', ')}`;
}
