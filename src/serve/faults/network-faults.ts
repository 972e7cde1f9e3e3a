import type { Fault } from './fault';

/** Bodies that are broken, and connections that are. */
export const NETWORK_FAULTS: Readonly<Record<string, Fault>> = {
  'invalid-json': {
    summary: 'leaves the end of its JSON out, and says so in Content-Length',
    answer: (answer) => ({ ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) }),
  },
  'trailing-bytes': {
    summary: 'goes on after the JSON',
    answer: (answer) => ({ ...answer, body: `${answer.body.trimEnd()}\nOK\n` }),
  },
  'empty-body': { summary: 'sends no body', answer: (answer) => ({ ...answer, body: '' }) },
  'truncated-body': {
    summary: 'ends the connection in the middle of the body',
    delivery: 'truncated',
  },
  'stalled-body': { summary: 'falls silent in the middle of the body', delivery: 'stalled' },
  'endless-body': { summary: 'goes on with spaces after the body, for ever', delivery: 'endless' },
  slow: { summary: 'waits half a minute before it answers', delivery: 'slow' },
  reset: { summary: 'resets the connection instead of answering', delivery: 'reset' },
  'not-http': { summary: 'does not speak HTTP', delivery: 'not-http' },
};
