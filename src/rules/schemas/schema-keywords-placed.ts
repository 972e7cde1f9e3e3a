import type { Rule } from '../rule';
import { quote } from '../../wording/quote';

export const schemaKeywordsPlaced: Rule<'schema-problem'> = {
  id: 'schema-keywords-placed',
  subject: 'schema-problem',
  severity: 'warning',
  summary: 'No keyword is inside `properties`, where it is the name of a property.',
  check: (problem) =>
    problem.kind === 'misplaced-keyword'
      ? [
          {
            at: problem.place,
            message: `${quote(problem.keyword)} inside \`properties\` is a property with that name, not the keyword: move it next to \`properties\``,
          },
        ]
      : [],
};
