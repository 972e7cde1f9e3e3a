import type { SchemaProblem } from '../../model/schemas/schema-problem';
import type { Rule } from '../rule';
import { andList } from '../../wording/list-words';
import { patternName } from '../../wording/wanted';
import { wrongPattern } from '../../wording/wrong-pattern';

export const schemaPatternsCompile: Rule<'schema-problem'> = {
  id: 'schema-patterns-compile',
  subject: 'schema-problem',
  severity: 'error',
  summary: 'Each pattern in a schema is a regular expression of ECMA-262.',
  check: (problem) => {
    switch (problem.kind) {
      case 'malformed-pattern':
        return [
          { at: problem.place, message: `${patternName(problem.pattern)} ${wrongPattern(problem.mistake)}` },
        ];
      case 'needless-escapes':
        return [{ at: problem.place, message: needlessMessage(problem), severity: 'info' }];
      default:
        return [];
    }
  },
};

function needlessMessage({ escapes, plain }: Extract<SchemaProblem, { kind: 'needless-escapes' }>): string {
  const [first = '', ...others] = escapes;
  const [what, read] =
    others.length === 0
      ? [`escape \`${first}\``, `it is read as \`${first.slice(1)}\``]
      : [`escapes ${andList(escapes.map((text) => `\`${text}\``))}`, 'they are read without the backslash'];
  const shown = others.length === 0 ? 'remove the backslash' : 'remove the backslashes';
  const remedy = patternName(plain) === plain ? `write \`${plain}\`` : shown;
  return `the u flag forbids the ${what}, so ${read}: ${remedy}`;
}
