import type { Rule } from '../rule';

export const exampleOrExamples: Rule<'openapi-problem'> = {
  id: 'example-or-examples',
  subject: 'openapi-problem',
  severity: 'warning',
  summary: 'Nothing in an OpenAPI document has both `example` and `examples`.',
  check: (problem) =>
    problem.kind === 'example-and-examples'
      ? [
          {
            at: problem.place,
            message:
              '"example" and "examples" exclude each other, and tools show only one of them: move the example to "examples"',
            related: [{ at: problem.first, message: 'the other one' }],
          },
        ]
      : [],
};
