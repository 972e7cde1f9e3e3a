import type { Rule } from '../rule';

export const sampleHasContract: Rule<'sample'> = {
  id: 'sample-has-contract',
  subject: 'sample',
  severity: 'error',
  summary: 'Every sample is claimed by a contract.',
  check: ({ path, document, claims }) =>
    claims.length > 0 || document.problems.some(({ kind }) => kind === 'unreadable')
      ? []
      : [
          {
            at: { file: document.source.name },
            message: `no contract claims this sample, so it is not checked: add \`${path}\` to the \`samples:\` of a contract, or delete the file`,
          },
        ],
};
