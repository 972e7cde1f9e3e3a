import type { OpenApiProblem } from '../../model/project/open-api';
import { quote } from '../../wording/quote';
import { valueText } from '../violations/expected-text';
import { folderMessage } from '../folder-message';
import type { Rule } from '../rule';
import { outsideMessage } from './outside-message';

/** What cannot be read is not checked, so a green run would promise too much. */
export const openapiReadable: Rule<'openapi-problem'> = {
  id: 'openapi-readable',
  subject: 'openapi-problem',
  severity: 'error',
  summary: 'Everything in an OpenAPI document that leads to an example or a schema can be read.',
  check: (problem) => {
    const message = messageOf(problem);
    return message === undefined ? [] : [{ at: problem.place, message }];
  },
};

function messageOf(problem: OpenApiProblem): string | undefined {
  switch (problem.kind) {
    case 'dangling': {
      if (problem.isExample) return undefined;
      const { reference, nearest, isOutside, isFolder } = problem;
      if (isFolder === true) return folderMessage(reference);
      if (isOutside === true) return outsideMessage(reference);
      return `${quote(reference)} leads nowhere: ${nearest === undefined ? 'fix the reference' : `did you mean ${quote(nearest)}?`}`;
    }
    case 'circular':
      return `${quote(problem.reference)} leads back to itself: write what it stands for`;
    case 'wrong-form':
      return `expected ${problem.expected}, got ${valueText(problem.actual)}${problem.remedy === undefined ? '' : `: ${problem.remedy}`}`;
    default:
      return undefined;
  }
}
