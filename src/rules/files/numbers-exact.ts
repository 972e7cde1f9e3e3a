import type { Allowance } from '../../model/project/allowance';
import { MOST_AMBIGUITIES } from '../../text/json/strict-json';
import { clipped, describeInexactNumber } from '../../text/text-problem-message';
import type { Report, Rule } from '../rule';
import { inexactNumbers } from './inexact-numbers';
import { LAST_REPORTED } from './report-text-problems';

export const numbersExact: Rule<'document'> = {
  id: 'numbers-exact',
  subject: 'document',
  severity: 'error',
  summary: 'Every number can be read as a double without loss.',
  check: (document, evidence) => {
    const numbers = inexactNumbers(document);
    if (numbers.length === 0) return [];
    const allowances = evidence.allowances(
      document,
      numbers.map(({ pointer }) => pointer),
    );
    return numbers.map(({ pointer, place, literal, read }, index) => {
      const allowance = allowances.get(pointer);
      const report =
        allowance === undefined
          ? { message: describeInexactNumber(literal, read) }
          : reportAllowed(literal, read, allowance);
      const isLast = index === MOST_AMBIGUITIES - 1;
      return { at: place, ...report, message: `${report.message}${isLast ? LAST_REPORTED : ''}` };
    });
  },
};

/** Where the schema says that a number may be this large, it is a decision of the service, and JavaScript clients must know it. */
function reportAllowed(literal: string, read: string, { keyword, place }: Allowance): Omit<Report, 'at'> {
  const number = clipped(literal);
  const what =
    read === literal
      ? `JavaScript reads other numbers as ${number} too`
      : `JavaScript reads ${number} as ${read}`;
  return {
    severity: 'warning',
    message: `${what}, but "${keyword}" in the schema allows such numbers: send a string, or make clients parse big numbers`,
    related: [{ at: place, message: 'they are allowed here' }],
  };
}
