import type { Rule } from '../rule';

export const exampleHasSchema: Rule<'openapi-problem'> = {
  id: 'example-has-schema',
  subject: 'openapi-problem',
  severity: 'warning',
  summary: 'Everything with an example in an OpenAPI document has a schema.',
  check: (problem) =>
    problem.kind === 'no-schema'
      ? [
          {
            at: problem.place,
            message: `${problem.label} has an example but no "schema", so the example is not checked: add one`,
          },
        ]
      : [],
};
