import { formatSchemaRef } from '../../model/contract';
import type { Rule } from '../rule';

export const validationEnds: Rule<'sample'> = {
  id: 'validation-ends',
  subject: 'sample',
  severity: 'error',
  summary: 'A sample is validated within the time limit.',
  check: function* ({ document, claims }, evidence) {
    const schemas = new Map(
      claims.flatMap(({ versions }) =>
        versions.length === 1 ? versions.map(({ schema }) => [formatSchemaRef(schema), schema] as const) : [],
      ),
    );
    for (const [name, schema] of document.value === undefined ? [] : schemas) {
      const verdict = evidence.verdict(document, schema);
      if (verdict.kind !== 'timed-out') continue;
      yield {
        at: { file: document.source.name },
        message: `not checked, because ${name} took longer than ${verdict.limit} ms: simplify its patterns (nested repeats such as (a+)+ take exponential time), or raise \`limits.validation_time\``,
      };
    }
  },
};
