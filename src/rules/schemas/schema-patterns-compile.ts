import type { Rule } from '../rule';
import { patternName } from '../../wording/wanted';

export const schemaPatternsCompile: Rule<'schema-problem'> = {
  id: 'schema-patterns-compile',
  subject: 'schema-problem',
  severity: 'error',
  summary: 'Each pattern in a schema is a regular expression.',
  check: (problem) => {
    if (problem.kind !== 'malformed-pattern') return [];
    const { place, pattern, reason, predatesUnicode } = problem;
    const remedy = predatesUnicode
      ? '; it is valid without the u flag: fix it, or set `unicode_patterns: false` in the manifest'
      : '';
    return [
      { at: place, message: `${patternName(pattern)} is not a regular expression: ${reason}${remedy}` },
    ];
  },
};
