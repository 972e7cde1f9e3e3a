import type { SecureContext } from 'node:tls';

import { messageOf } from '../../model/thrown';
import { UsageError } from '../../model/usage-error';
import type { ClientSettings } from '../../model/live/client';

/** The trusted authorities and our own certificate for TLS; throws UsageError if the PEM texts cannot be used. */
export function secureContextOf({
  ca,
  cert,
  key,
}: Pick<ClientSettings, 'ca' | 'cert' | 'key'>): SecureContext | undefined {
  if (ca === undefined && cert === undefined && key === undefined) return undefined;
  if ((cert === undefined) !== (key === undefined)) {
    throw new UsageError(
      cert === undefined
        ? '`--key` also needs `--cert`: add the certificate that belongs to the key'
        : '`--cert` also needs `--key`: add the private key of the certificate',
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

/** OpenSSL accepts a text without any certificate, and then trusts no authority at all. */
function refuseNonCertificate(option: string, text: string): void {
  const { X509Certificate }: typeof import('node:crypto') = require('node:crypto');
  try {
    new X509Certificate(text);
  } catch {
    throw new UsageError(
      `the file of \`${option}\` has no PEM certificate: use one that starts with \`-----BEGIN CERTIFICATE-----\``,
    );
  }
}

function createContext(pem: {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}): SecureContext {
  // Loaded only when needed: most runs use no certificates of their own.
  const { createSecureContext }: typeof import('node:tls') = require('node:tls');
  try {
    return createSecureContext(pem);
  } catch (error) {
    throw new UsageError(
      `cannot use the PEM files of ${named(pem)}: they must be complete, match each other and have no passphrase (${messageOf(error)})`,
    );
  }
}

function named(pem: object): string {
  const options: Readonly<Record<string, string>> = { ca: '`--cacert`', cert: '`--cert`', key: '`--key`' };
  return Object.keys(pem)
    .map((name) => options[name] ?? name)
    .join(' and ');
}
