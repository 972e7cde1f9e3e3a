import { causesOf } from '../../schema/explain/causes';
import type { Rule } from '../rule';
import { reportCause } from '../violations/report-cause';

export const schemaExampleMatches: Rule<'schema-example'> = {
  id: 'schema-example-matches',
  subject: 'schema-example',
  severity: 'warning',
  summary: 'The `example`, `examples` and `default` of a schema in an OpenAPI document satisfy it.',
  check: ({ document, schema }, evidence) => {
    const verdict = evidence.verdict(document, schema);
    if (verdict.kind !== 'checked') return [];
    return causesOf(verdict.violations).map((cause) => reportCause(document, cause));
  },
};
