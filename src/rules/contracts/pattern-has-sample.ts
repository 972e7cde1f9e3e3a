import type { Rule } from '../rule';

export const patternHasSample: Rule<'unmatched-pattern'> = {
  id: 'pattern-has-sample',
  subject: 'unmatched-pattern',
  severity: 'error',
  summary: 'Every pattern under `samples:` matches a sample.',
  check: ({ contract, pattern, nearest, isIgnored }) => [
    {
      at: pattern.place,
      message:
        isIgnored === true
          ? `the pattern \`${pattern.pattern}\` of ${contract.name} matches only files that \`ignore:\` excludes: fix one of them`
          : `the pattern \`${pattern.pattern}\` of ${contract.name} matches no sample: ${
              nearest === undefined ? 'fix it, or remove it' : `did you mean \`${nearest}\`?`
            }`,
    },
  ],
};
