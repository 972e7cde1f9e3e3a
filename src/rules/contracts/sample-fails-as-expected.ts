import { formatSchemaRef } from '../../model/contract';
import type { Rule } from '../rule';

export const sampleFailsAsExpected: Rule<'sample'> = {
  id: 'sample-fails-as-expected',
  subject: 'sample',
  severity: 'error',
  summary: 'A sample that is wrong on purpose fails its schema.',
  check: ({ document, claims }, evidence) =>
    claims.flatMap(({ contract, pattern, versions }) => {
      const [version] = versions;
      if (pattern.expect !== 'invalid' || version === undefined || document.value === undefined) return [];
      const verdict = evidence.verdict(document, version.schema);
      if (verdict.kind !== 'checked' || verdict.violations.length > 0) return [];
      const schema = formatSchemaRef(version.schema);
      return [
        {
          at: { file: document.source.name },
          message: `the sample is said to be wrong, and ${schema} accepts it: make the schema refuse it, or drop \`expect: invalid\``,
          related: [{ at: pattern.place, message: `${contract.name} expects it to be invalid` }],
        },
      ];
    }),
};
