import type { SchemaProblem } from '../../model/schema-problem';
import type { Rule } from '../rule';
import { quote } from '../../wording/quote';

export const schemaReferencesResolve: Rule<'schema-problem'> = {
  id: 'schema-references-resolve',
  subject: 'schema-problem',
  severity: 'error',
  summary: 'Each reference leads to a schema below the schema root.',
  check: (problem) => {
    const message = referenceMessage(problem);
    return message === undefined ? [] : [{ at: problem.place, message }];
  },
};

function referenceMessage(problem: SchemaProblem): string | undefined {
  switch (problem.kind) {
    case 'dangling-reference': {
      const { reference, nearest } = problem;
      const remedy =
        nearest === undefined ? 'write the schema that it means' : `did you mean ${quote(nearest)}?`;
      return `${quote(reference)} leads nowhere: ${remedy}`;
    }
    case 'remote-reference': {
      const where = problem.root === '.' ? 'the schema root' : problem.root;
      return `${quote(problem.reference)} leads out of ${where}, and nothing is fetched: copy that schema there, and refer to it by its path`;
    }
    case 'circular-reference':
      return `${quote(problem.reference)} leads back to the schema that it is part of, with no value in between: no check by it would end`;
    case 'unreadable':
    case 'missing':
    case 'unknown-dialect':
    case 'not-a-schema':
    case 'malformed-pattern':
    case 'does-not-compile':
    case 'unknown-keyword':
    case 'unknown-format':
    case 'accepts-everything':
      return undefined;
  }
}
