import type { Fault } from './fault';

/** Faults that break the body or the connection. */
export const NETWORK_FAULTS: Readonly<Record<string, Fault>> = {
  'invalid-json': {
    summary: 'cuts off its JSON, with a `Content-Length` that matches',
    answer: (answer) => ({ ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) }),
  },
  'trailing-bytes': {
    summary: 'sends more text after the JSON',
    answer: (answer) => ({ ...answer, body: `${answer.body.trimEnd()}\nOK\n` }),
  },
  'empty-body': { summary: 'sends no body', answer: (answer) => ({ ...answer, body: '' }) },
  'truncated-body': {
    summary: 'closes the connection in the middle of the body',
    delivery: 'truncated',
  },
  'stalled-body': {
    summary: 'stops sending in the middle of the body, with the connection open',
    delivery: 'stalled',
  },
  'endless-body': { summary: 'sends spaces after the body without end', delivery: 'endless' },
  slow: { summary: 'waits half a minute before it responds', delivery: 'slow' },
  reset: { summary: 'resets the connection instead of responding', delivery: 'reset' },
  'not-http': { summary: 'does not speak HTTP', delivery: 'not-http' },
};
