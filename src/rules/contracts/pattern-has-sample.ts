import type { Rule } from '../rule';

export const patternHasSample: Rule<'unmatched-pattern'> = {
  id: 'pattern-has-sample',
  subject: 'unmatched-pattern',
  severity: 'error',
  summary: 'Every pattern under `samples:` matches a sample.',
  check: ({ contract, pattern, nearest }) => [
    {
      at: pattern.place,
      message: `no sample matches \`${pattern.pattern}\`, so ${contract.name} is not checked there${
        nearest === undefined ? ': mend the pattern or remove it' : `: did you mean \`${nearest}\`?`
      }`,
    },
  ],
};
