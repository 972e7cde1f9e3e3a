import { quote } from '../../wording/quote';
import { clipped } from '../../text/text-problem-message';
import type { Rule } from '../rule';

export const schemaReadsAlike: Rule<'schema-problem'> = {
  id: 'schema-reads-alike',
  subject: 'schema-problem',
  severity: 'info',
  summary: 'Every validator reads the same schema from a text.',
  check: (problem) => {
    switch (problem.kind) {
      case 'rounded-number': {
        const number = clipped(problem.literal);
        return [
          {
            at: problem.place,
            message: `Samplegate checks ${number} exactly, but many validators read it as ${problem.read}`,
          },
        ];
      }
      case 'repeated-property':
        if (!problem.isSame) return [];
        return [
          {
            at: problem.place,
            message: `the property ${quote(problem.key)} appears twice with the same value: remove one`,
            related: [{ at: problem.first, message: 'the first one' }],
          },
        ];
      default:
        return [];
    }
  },
};
