import { formatSchemaRef } from '../../model/contract';
import type { Rule } from '../rule';

export const sampleFailsAsExpected: Rule<'sample'> = {
  id: 'sample-fails-as-expected',
  subject: 'sample',
  severity: 'error',
  summary: 'A sample with `expect: invalid` fails its schema.',
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
          message: `expected an invalid sample, but ${schema} accepts it: make the schema reject it, or remove \`expect: invalid\``,
          related: [{ at: pattern.place, message: `${contract.name} expects it to be invalid` }],
        },
      ];
    }),
};
