import type { SecureContext } from 'node:tls';

import { messageOf } from '../../model/thrown';
import { UsageError } from '../../model/usage-error';
import type { ClientSettings } from '../../model/client';

/** What certificates are checked with, and what we show of our own; UsageError where a PEM text is none. */
export function secureContextOf({ ca, cert, key }: ClientSettings): SecureContext | undefined {
  if (ca === undefined && cert === undefined && key === undefined) return undefined;
  if ((cert === undefined) !== (key === undefined)) {
    throw new UsageError(
      cert === undefined
        ? '`--key` needs `--cert` beside it: the certificate that belongs to the key'
        : '`--cert` needs `--key` beside it: the private key of the certificate',
    );
  }
  for (const [option, text] of Object.entries({ '--cacert': ca, '--cert': cert })) {
    if (text !== undefined) refuseNonCertificate(option, text);
  }
  return createContext({
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
  });
}

/** OpenSSL takes a text without any certificate in it, and then trusts nobody. */
function refuseNonCertificate(option: string, text: string): void {
  const { X509Certificate }: typeof import('node:crypto') = require('node:crypto');
  try {
    new X509Certificate(text);
  } catch {
    throw new UsageError(
      `the file of \`${option}\` holds no certificate in PEM, which starts \`-----BEGIN CERTIFICATE-----\``,
    );
  }
}

function createContext(pem: {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}): SecureContext {
  // Loaded here because most services are asked without certificates of the user's.
  const { createSecureContext }: typeof import('node:tls') = require('node:tls');
  try {
    return createSecureContext(pem);
  } catch (error) {
    throw new UsageError(
      `the certificates cannot be used: are ${named(pem)} whole, without a passphrase, and do they belong together? (${messageOf(error)})`,
    );
  }
}

function named(pem: object): string {
  const options: Readonly<Record<string, string>> = { ca: '`--cacert`', cert: '`--cert`', key: '`--key`' };
  return Object.keys(pem)
    .map((name) => options[name] ?? name)
    .join(' and ');
}
