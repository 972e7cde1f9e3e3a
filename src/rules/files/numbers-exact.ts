import type { Allowance } from '../../model/allowance';
import { clipped } from '../../text/text-problem-message';
import type { Report, Rule } from '../rule';
import { reportTextProblems } from './report-text-problems';

export const numbersExact: Rule<'document'> = {
  id: 'numbers-exact',
  subject: 'document',
  severity: 'error',
  summary: 'Every number can be read as a double without loss.',
  check: (document, evidence) => {
    const pointers = document.problems.flatMap((problem) =>
      problem.kind === 'inexact-number' ? [problem.pointer] : [],
    );
    if (pointers.length === 0) return [];
    const allowances = evidence.allowances(document, pointers);
    return reportTextProblems(document, ['inexact-number'], (problem) => {
      const allowance = problem.kind === 'inexact-number' ? allowances.get(problem.pointer) : undefined;
      return problem.kind === 'inexact-number' && allowance !== undefined
        ? reportAllowed(problem.literal, problem.read, allowance)
        : {};
    });
  },
};

/** Where the schema says that a number may be this large, it is a decision of the service, and JavaScript clients must know it. */
function reportAllowed(literal: string, read: string, { keyword, place }: Allowance): Partial<Report> {
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
