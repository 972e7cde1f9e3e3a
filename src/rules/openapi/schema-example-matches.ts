import { causesOf } from '../../schema/explain/causes';
import type { Rule } from '../rule';
import { reportBelowValue } from '../violations/below-value';
import { reportCause } from '../violations/report-cause';

export const schemaExampleMatches: Rule<'schema-example'> = {
  id: 'schema-example-matches',
  subject: 'schema-example',
  severity: 'warning',
  summary: 'The `example`, `examples` and `default` of a schema in an OpenAPI document satisfy it.',
  check: ({ document, schema }, evidence) => {
    const verdict = evidence.verdict(document, schema);
    if (verdict.kind !== 'checked') return [];
    const belowValue = reportBelowValue(document, schema, evidence);
    if (belowValue !== undefined) return [belowValue];
    return causesOf(verdict.violations).map((cause) => reportCause(document, cause));
  },
};
