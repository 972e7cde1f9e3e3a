import { compareMicroversions } from '../../model/versions/microversion';
import { errorAnswer } from '../answer';
import { settle } from '../settle-microversion';
import type { Fault } from './fault';

/** Faults in the response to a requested microversion. */
export const NEGOTIATION_FAULTS: Readonly<Record<string, Fault>> = {
  'ignores-microversion': {
    summary: 'responds at the oldest microversion to every request',
    outcome: (_, { oldest }) => settle(oldest, 'not at all'),
  },
  'default-newest': {
    summary: 'responds at the newest microversion if none is requested',
    outcome: (outcome, { newest }) =>
      outcome.kind === 'settled' && outcome.asked === 'not at all' ? settle(newest, outcome.asked) : outcome,
  },
  'latest-is-oldest': {
    summary: 'treats `latest` as the oldest microversion',
    outcome: (outcome, { oldest }) =>
      outcome.kind === 'settled' && outcome.asked === 'as latest' ? settle(oldest, outcome.asked) : outcome,
  },
  'refuses-newest': {
    summary: 'rejects the newest microversion that it offers with 406',
    outcome: (outcome, { newest }) =>
      outcome.kind === 'settled' &&
      outcome.asked === 'by number' &&
      compareMicroversions(outcome.microversion, newest) === 0
        ? { kind: 'out-of-range', text: outcome.text }
        : outcome,
  },
  'accepts-out-of-range': {
    summary: 'responds at the newest microversion instead of 406 to one out of range',
    outcome: (outcome, { newest }) =>
      outcome.kind === 'out-of-range' ? settle(newest, 'by number') : outcome,
  },
  'untold-range': {
    summary: 'rejects a microversion with 406, but does not say which range it supports',
    answer: (answer) =>
      answer.status === 406
        ? { ...answer, body: errorAnswer(406, 'The version is not supported.').body }
        : answer,
  },
  'accepts-malformed': {
    summary: 'responds at the oldest microversion instead of 400 to a malformed one',
    outcome: (outcome, { oldest }) => (outcome.kind === 'malformed' ? settle(oldest, 'by number') : outcome),
  },
  'malformed-500': {
    summary: 'responds with 500 to a malformed microversion',
    answer: (answer) =>
      answer.status === 400
        ? errorAnswer(
            500,
            'The server has either erred or is incapable of performing the requested operation.',
          )
        : answer,
  },
};
