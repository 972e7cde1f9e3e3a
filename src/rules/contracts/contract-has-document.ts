import type { Rule } from '../rule';

export const contractHasDocument: Rule<'contract'> = {
  id: 'contract-has-document',
  subject: 'contract',
  severity: 'error',
  summary: 'Every contract has a sample or a live request.',
  check: ({ name, place, patterns, live, operation }) =>
    // The operations of an OpenAPI document need not have examples.
    patterns.length > 0 || live.length > 0 || operation !== undefined
      ? []
      : [
          {
            at: place,
            message: `${name} has neither \`samples:\` nor \`live:\`, so it checks nothing: add one, or delete the contract`,
          },
        ],
};
