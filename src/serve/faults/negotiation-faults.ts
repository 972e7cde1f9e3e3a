import { compareMicroversions } from '../../model/microversion';
import { errorAnswer } from '../answer';
import { settle } from '../settle-microversion';
import type { Fault } from './fault';

/** Wrong answers to a request for a microversion. */
export const NEGOTIATION_FAULTS: Readonly<Record<string, Fault>> = {
  'ignores-microversion': {
    summary: 'answers at the oldest microversion whatever is asked for',
    outcome: (_, { oldest }) => settle(oldest, 'not at all'),
  },
  'default-newest': {
    summary: 'answers at the newest microversion when none is asked for',
    outcome: (outcome, { newest }) =>
      outcome.kind === 'settled' && outcome.asked === 'not at all' ? settle(newest, outcome.asked) : outcome,
  },
  'latest-is-oldest': {
    summary: 'takes `latest` for the oldest microversion',
    outcome: (outcome, { oldest }) =>
      outcome.kind === 'settled' && outcome.asked === 'as latest' ? settle(oldest, outcome.asked) : outcome,
  },
  'refuses-newest': {
    summary: 'answers 406 to the newest microversion that it offers itself',
    outcome: (outcome, { newest }) =>
      outcome.kind === 'settled' &&
      outcome.asked === 'by number' &&
      compareMicroversions(outcome.microversion, newest) === 0
        ? { kind: 'out-of-range', text: outcome.text }
        : outcome,
  },
  'accepts-out-of-range': {
    summary: 'answers at the newest microversion where it should refuse one with 406',
    outcome: (outcome, { newest }) =>
      outcome.kind === 'out-of-range' ? settle(newest, 'by number') : outcome,
  },
  'untold-range': {
    summary: 'refuses a microversion with 406, but does not say which ones there are',
    answer: (answer) =>
      answer.status === 406
        ? { ...answer, body: errorAnswer(406, 'The version is not supported.').body }
        : answer,
  },
  'accepts-malformed': {
    summary: 'answers at the oldest microversion where it should refuse a malformed one with 400',
    outcome: (outcome, { oldest }) => (outcome.kind === 'malformed' ? settle(oldest, 'by number') : outcome),
  },
  'malformed-500': {
    summary: 'fails with 500 over a malformed microversion',
    answer: (answer) =>
      answer.status === 400
        ? errorAnswer(
            500,
            'The server has either erred or is incapable of performing the requested operation.',
          )
        : answer,
  },
};
