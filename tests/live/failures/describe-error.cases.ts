import { expect, test } from '@jest/globals';

import { describeError } from '../../../src/live/failures/describe-error';
import type { Circumstances } from '../../../src/live/failures/failed';

const CONNECTING: Circumstances = {
  url: new URL('https://api.example.com/'),
  phase: 'connect',
  status: 0,
  received: 0,
  announced: undefined,
  proxy: undefined,
  interim: [],
  certificate: false,
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

const REFUSED = 'pass one that it accepts with `--cert FILE --key FILE`';
const MAYBE = 'does it require a client certificate (`--cert FILE --key FILE`), or another TLS version?';

test.each([
  {
    code: 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
    sent: 'rejected the client certificate (alert unknown ca): pass one whose issuer it trusts with `--cert FILE --key FILE`',
    missing: `refused the TLS handshake (alert unknown ca): ${MAYBE}`,
  },
  {
    code: 'ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED',
    sent: 'rejected the client certificate (alert certificate expired): renew it',
    missing: `refused the TLS handshake (alert certificate expired): ${MAYBE}`,
  },
  {
    code: 'ERR_SSL_SSLV3_ALERT_CERTIFICATE_REVOKED',
    sent: 'rejected the client certificate (alert certificate revoked): renew it',
    missing: `refused the TLS handshake (alert certificate revoked): ${MAYBE}`,
  },
  {
    code: 'ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN',
    sent: `rejected the client certificate (alert certificate unknown): ${REFUSED}`,
    missing: `refused the TLS handshake (alert certificate unknown): ${MAYBE}`,
  },
  {
    code: 'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE',
    sent: `rejected the client certificate (alert bad certificate): ${REFUSED}`,
    missing: 'requires a client certificate (alert bad certificate): pass one with `--cert FILE --key FILE`',
  },
  {
    code: 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
    sent: 'refused the TLS handshake (alert handshake failure): does it require another client certificate (`--cert FILE --key FILE`), or another TLS version?',
    missing: `refused the TLS handshake (alert handshake failure): ${MAYBE}`,
  },
  {
    code: 'ERR_SSL_TLSV1_ALERT_ACCESS_DENIED',
    sent: `rejected the client certificate (alert access denied): ${REFUSED}`,
    missing: `refused the TLS handshake (alert access denied): ${MAYBE}`,
  },
])('$code, with a client certificate and without one', ({ code, sent, missing }) => {
  const error = { code, message: 'of OpenSSL' };
  const withCertificate: Circumstances = { ...CONNECTING, certificate: true };
  expect(describeError(error, withCertificate)).toEqual({ kind: 'tls', temporary: false, reason: sent });
  expect(describeError(error, CONNECTING)).toEqual({ kind: 'tls', temporary: false, reason: missing });
});
