import type { OpenApiProblem } from '../../model/project/open-api';
import { andList } from '../../wording/list-words';
import { quote } from '../../wording/quote';
import { folderMessage } from '../folder-message';
import type { Rule } from '../rule';
import { outsideMessage } from './outside-message';

export const exampleResolves: Rule<'openapi-problem'> = {
  id: 'example-resolves',
  subject: 'openapi-problem',
  severity: 'error',
  summary: 'Each example of an OpenAPI document has one value, and its references lead to it.',
  check: (problem) => {
    const message = messageOf(problem);
    return message === undefined ? [] : [{ at: problem.place, message }];
  },
};

function messageOf(problem: OpenApiProblem): string | undefined {
  switch (problem.kind) {
    case 'dangling': {
      if (!problem.isExample) return undefined;
      const { reference, nearest, isOutside, isFolder } = problem;
      if (isFolder === true) return folderMessage(reference);
      if (isOutside === true) return outsideMessage(reference);
      const remedy =
        nearest === undefined ? 'fix the reference, or add the example' : `did you mean ${quote(nearest)}?`;
      return `there is no example at ${quote(reference)}: ${remedy}`;
    }
    case 'no-file': {
      const { reference, nearest, why } = problem;
      if (why === 'folder') return folderMessage(reference);
      if (why === 'outside') return outsideMessage(reference);
      const remedy =
        nearest === undefined ? 'fix the path, or add the file' : `did you mean ${quote(nearest)}?`;
      return `there is no example at ${quote(reference)}: ${remedy}`;
    }
    case 'no-value':
      return 'an example must have a "value", and this one has other properties: move them below "value"';
    case 'several-values':
      return `an example has one value, and this one has ${andList(problem.names.map(quote))}: remove all but one`;
    default:
      return undefined;
  }
}
