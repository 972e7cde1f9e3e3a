import { clipEnd } from '../../model/clip-text';
import { codeOf, messageOf } from '../../model/thrown';
import type { Circumstances } from './failed';

/** Explains why no TLS connection was made, and how to fix it; undefined for an error that is not about TLS. */
export function describeTls(
  error: unknown,
  { url: { hostname: host }, certificate }: Pick<Circumstances, 'url' | 'certificate'>,
): string | undefined {
  const code = codeOf(error) ?? '';
  const message = messageOf(error);
  const { reason, remedy } = CERTIFICATES[code] ?? {};
  if (reason !== undefined) return `sent a certificate that ${reason}: ${remedy ?? TRUST}`;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return `sent a certificate ${namesIn(error)}, not for \`${host}\`: use a name in the certificate, or accept it with \`--insecure\``;
  }
  if (
    /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|UNKNOWN_PROTOCOL/i.test(`${code} ${message}`)
  ) {
    return 'does not speak TLS on this port: did you mean `http://`?';
  }
  const refusal = certificate ? certificateRefused(code) : certificateMissing(code);
  if (refusal !== undefined) return refusal;
  if (/^ERR_SSL|^EPROTO$|^ERR_TLS/.test(code)) {
    return `has no TLS version or cipher in common with Samplegate (${alertIn(code)}): is the port right?`;
  }
  return undefined;
}

/** The alerts with which a service asks for a client certificate that was not sent. Go and Java call it a bad one. */
function certificateMissing(code: string): string | undefined {
  if (/CERTIFICATE_REQUIRED|BAD_CERTIFICATE/.test(code)) {
    return `requires a client certificate (${alertIn(code)}): pass one with \`--cert FILE --key FILE\``;
  }
  return /HANDSHAKE_FAILURE|UNKNOWN_CA|ALERT_CERTIFICATE|UNSUPPORTED_CERTIFICATE|ACCESS_DENIED/.test(code)
    ? `refused the TLS handshake (${alertIn(code)}): does it require a client certificate (\`--cert FILE --key FILE\`), or another TLS version?`
    : undefined;
}

/** The alerts with which a service rejects the client certificate that was sent. */
function certificateRefused(code: string): string | undefined {
  if (code.endsWith('HANDSHAKE_FAILURE')) {
    return `refused the TLS handshake (${alertIn(code)}): does it require another client certificate (\`--cert FILE --key FILE\`), or another TLS version?`;
  }
  const [, reason] = REFUSALS.find(([alert]) => code.endsWith(alert)) ?? [];
  return reason === undefined ? undefined : `rejected the client certificate (${alertIn(code)}): ${reason}`;
}

const OTHER_CERTIFICATE = 'pass one that it accepts with `--cert FILE --key FILE`';

const REFUSALS: readonly (readonly [alert: string, reason: string])[] = [
  ['UNKNOWN_CA', 'pass one whose issuer it trusts with `--cert FILE --key FILE`'],
  ['CERTIFICATE_EXPIRED', 'renew it'],
  ['CERTIFICATE_REVOKED', 'renew it'],
  ...[
    'BAD_CERTIFICATE',
    'UNSUPPORTED_CERTIFICATE',
    'CERTIFICATE_UNKNOWN',
    'CERTIFICATE_REQUIRED',
    'ACCESS_DENIED',
    'DECRYPT_ERROR',
  ].map((alert) => [alert, OTHER_CERTIFICATE] as const),
];

const TRUST = 'trust that authority with `--cacert FILE`, or accept any certificate with `--insecure`';

const RENEW = 'renew it, or accept it with `--insecure`';
const UNKNOWN_AUTHORITY = 'is signed by an unknown authority';

const CERTIFICATES: Readonly<Record<string, { readonly reason: string; readonly remedy?: string }>> = {
  CERT_HAS_EXPIRED: { reason: 'has expired', remedy: RENEW },
  CERT_NOT_YET_VALID: {
    reason: 'is not valid yet',
    remedy: 'check the clock of this machine, or accept it with `--insecure`',
  },
  CERT_REVOKED: { reason: 'was revoked', remedy: RENEW },
  DEPTH_ZERO_SELF_SIGNED_CERT: {
    reason: 'is self-signed',
    remedy: 'trust it with `--cacert FILE`, or accept any certificate with `--insecure`',
  },
  SELF_SIGNED_CERT_IN_CHAIN: { reason: UNKNOWN_AUTHORITY },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: { reason: UNKNOWN_AUTHORITY },
  UNABLE_TO_GET_ISSUER_CERT: { reason: UNKNOWN_AUTHORITY },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { reason: UNKNOWN_AUTHORITY },
  CERT_UNTRUSTED: {
    reason: 'is not trusted',
    remedy: 'trust its authority with `--cacert FILE`, or accept any certificate with `--insecure`',
  },
  CERT_SIGNATURE_FAILURE: {
    reason: 'has an invalid signature',
    remedy: 'replace it, or accept any certificate with `--insecure`',
  },
};

/** The names in the certificate of an error: `for a, 127.0.0.1`. Node writes them as `DNS:a, IP Address:127.0.0.1`. */
function namesIn(error: unknown): string {
  const certificate: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'cert') : undefined;
  const names: unknown =
    typeof certificate === 'object' && certificate !== null
      ? Reflect.get(certificate, 'subjectaltname')
      : undefined;
  return typeof names === 'string'
    ? `for ${clipEnd(names.replaceAll(/DNS:|IP Address:/g, ''), 200)}`
    : 'without names';
}

/** The readable part of a code: `alert certificate required` for `ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED`. */
function alertIn(code: string): string {
  return code
    .replace(/^ERR_(SSL|TLS)_(?:(TLS|SSL)V?\d+_)?/, '')
    .replaceAll('_', ' ')
    .toLowerCase();
}
