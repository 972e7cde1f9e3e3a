import { codeOf, messageOf } from '../../model/thrown';

/** Why a TLS connection was not made and the way out; undefined where an error is not one of TLS. */
export function describeTls(error: unknown, host: string): string | undefined {
  const code = codeOf(error) ?? '';
  const message = messageOf(error);
  const { reason, remedy } = CERTIFICATES[code] ?? {};
  if (reason !== undefined) return `shows a certificate that ${reason}: ${remedy ?? TRUST}`;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return `shows a certificate for other names than \`${host}\` (${namesIn(error)}): use one of them, or \`--insecure\` to accept it`;
  }
  if (
    /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|UNKNOWN_PROTOCOL/i.test(`${code} ${message}`)
  ) {
    return 'does not speak TLS on this port: did you mean `http://`?';
  }
  if (
    /CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE|BAD_CERTIFICATE|UNKNOWN_CA|ALERT_CERTIFICATE/i.test(
      `${code} ${message}`,
    )
  ) {
    return `refused the TLS handshake (${alertIn(code)}): does it want a client certificate (\`--cert FILE --key FILE\`), or another one?`;
  }
  if (/^ERR_SSL|^EPROTO$|^ERR_TLS/.test(code)) {
    return `cannot agree with us on TLS (${alertIn(code)}): is the port right?`;
  }
  return undefined;
}

const TRUST = '`--cacert FILE` trusts the authority that signed it, `--insecure` accepts any';

const CERTIFICATES: Readonly<Record<string, { readonly reason: string; readonly remedy?: string }>> = {
  CERT_HAS_EXPIRED: { reason: 'has expired', remedy: 'renew it, or `--insecure` to accept it' },
  CERT_NOT_YET_VALID: { reason: 'is not valid yet', remedy: 'is the clock right? `--insecure` accepts it' },
  CERT_REVOKED: { reason: 'was revoked', remedy: 'renew it, or `--insecure` to accept it' },
  DEPTH_ZERO_SELF_SIGNED_CERT: {
    reason: 'is signed by itself',
    remedy: '`--cacert FILE` with that certificate trusts it, `--insecure` accepts any',
  },
  SELF_SIGNED_CERT_IN_CHAIN: { reason: 'is signed by an authority that is not known' },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: { reason: 'is signed by an authority that is not known' },
  UNABLE_TO_GET_ISSUER_CERT: { reason: 'is signed by an authority that is not known' },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { reason: 'is signed by an authority that is not known' },
  CERT_UNTRUSTED: { reason: 'is not trusted' },
  CERT_SIGNATURE_FAILURE: { reason: 'has a wrong signature' },
};

/** Node lists them as `DNS:a, IP Address:127.0.0.1`. */
function namesIn(error: unknown): string {
  const certificate: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'cert') : undefined;
  const names: unknown =
    typeof certificate === 'object' && certificate !== null
      ? Reflect.get(certificate, 'subjectaltname')
      : undefined;
  return typeof names === 'string'
    ? names.replaceAll(/DNS:|IP Address:/g, '').slice(0, 200)
    : 'it names none';
}

/** `ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED` in words. */
function alertIn(code: string): string {
  return code
    .replace(/^ERR_(SSL|TLS)_(?:(TLS|SSL)V?\d+_)?/, '')
    .replaceAll('_', ' ')
    .toLowerCase();
}
