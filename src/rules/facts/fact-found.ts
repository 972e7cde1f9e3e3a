import type { Rule } from '../rule';
import { quote } from '../../wording/quote';

export const factFound: Rule<'fact'> = {
  id: 'fact-found',
  subject: 'fact',
  severity: 'error',
  summary: 'Every place of a fact has a value.',
  check: ({ name, sources }) =>
    sources.flatMap(({ problem, place }) =>
      problem === undefined
        ? []
        : [{ at: place, message: `the fact ${quote(name)} has no value here: ${problem}` }],
    ),
};
