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

// Errors that a server on loopback cannot cause.
test.each([
  {
    code: 'EAI_AGAIN',
    kind: 'name-not-found',
    temporary: true,
    reason: 'has a host name that could not be looked up: does the name server respond?',
  },
  {
    code: 'ETIMEDOUT',
    kind: 'connect-timeout',
    temporary: false,
    reason: 'did not accept a connection: is the address right, and does a firewall block it?',
  },
  {
    code: 'EHOSTUNREACH',
    kind: 'unreachable',
    temporary: true,
    reason: 'cannot be reached (EHOSTUNREACH): is there a route to it, or a proxy?',
  },
  {
    code: 'EMFILE',
    kind: 'unreachable',
    temporary: false,
    reason: 'was not contacted because too many files are open: lower `--concurrency`, or raise `ulimit -n`',
  },
  {
    code: 'ECONNRESET',
    kind: 'reset',
    temporary: true,
    reason:
      'closed the connection while it was being opened: is the port right, or should the URL start with `http://`?',
  },
  {
    code: 'CERT_NOT_YET_VALID',
    kind: 'tls',
    temporary: false,
    reason:
      'sent a certificate that is not valid yet: check the clock of this machine, or accept it with `--insecure`',
  },
  {
    code: 'ERR_SSL_UNSUPPORTED_PROTOCOL',
    kind: 'tls',
    temporary: false,
    reason:
      'has no TLS version or cipher in common with Samplegate (unsupported protocol): is the port right?',
  },
])('$code is $kind', ({ code, ...failed }) => {
  expect(describeError({ code, message: 'of a library' }, CONNECTING)).toEqual(failed);
});
