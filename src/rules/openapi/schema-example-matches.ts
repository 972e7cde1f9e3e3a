import { causesOf } from '../../schema/explain/causes';
import { placeIn } from '../place-in';
import type { Rule } from '../rule';
import { describeCause } from '../violations/describe-cause';

export const schemaExampleMatches: Rule<'schema-example'> = {
  id: 'schema-example-matches',
  subject: 'schema-example',
  severity: 'warning',
  summary: 'The `example`, `examples` and `default` of a schema in an OpenAPI document satisfy it.',
  check: ({ document, schema }, evidence) => {
    const verdict = evidence.verdict(document, schema);
    if (verdict.kind !== 'checked') return [];
    return causesOf(verdict.violations).map((cause) => {
      const { pointer, token, missing, violation } = cause;
      const { keyword, keywordLocation } = violation;
      return {
        at: placeIn(document, pointer, token),
        message: describeCause(cause),
        ...(missing === undefined ? {} : { missing }),
        keyword: { keyword, keywordLocation },
      };
    });
  },
};
