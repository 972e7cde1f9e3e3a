import { expect, test } from '@jest/globals';

import { describeError } from '../../../src/live/failures/describe-error';
import type { Circumstances } from '../../../src/live/failures/failed';

const CONNECTING: Circumstances = {
  url: new URL('https://api.example.com/'),
  phase: 'connect',
  received: 0,
  announced: undefined,
  proxy: undefined,
};

// What loopback cannot be made to do.
test.each([
  {
    code: 'EAI_AGAIN',
    kind: 'name-not-found',
    passing: true,
    reason: 'has a host name that cannot be looked up: does the name server answer?',
  },
  {
    code: 'ETIMEDOUT',
    kind: 'connect-timeout',
    passing: false,
    reason: 'gave no connection: is the address right, and does a firewall let us through?',
  },
  {
    code: 'EHOSTUNREACH',
    kind: 'unreachable',
    passing: true,
    reason: 'cannot be reached (EHOSTUNREACH): is there a route to it, or a proxy?',
  },
  {
    code: 'EMFILE',
    kind: 'unreachable',
    passing: false,
    reason: 'was not asked, too many files are open: lower `--concurrency`, or raise `ulimit -n`',
  },
  {
    code: 'ECONNRESET',
    kind: 'reset',
    passing: true,
    reason: 'closed the connection while it was made: is the port right, and is it not `http://`?',
  },
  {
    code: 'CERT_NOT_YET_VALID',
    kind: 'tls',
    passing: false,
    reason: 'shows a certificate that is not valid yet: is the clock right? `--insecure` accepts it',
  },
  {
    code: 'ERR_SSL_UNSUPPORTED_PROTOCOL',
    kind: 'tls',
    passing: false,
    reason: 'cannot agree with us on TLS (unsupported protocol): is the port right?',
  },
])('$code is $kind', ({ code, ...failed }) => {
  expect(describeError({ code, message: 'of a library' }, CONNECTING)).toEqual(failed);
});
