import { resolve } from 'node:path';

import { fillHeader, isHeaderName } from '../../live/header-setting';
import { parseTargetUrl } from '../../live/target-url';
import type { ClientSettings } from '../../model/live/client';
import type { FleetTarget } from '../../model/findings/fleet';
import { childPointer, type JsonPointer } from '../../model/json/json-pointer';
import { parseMicroversion } from '../../model/versions/microversion';
import type { Token } from '../../model/documents/place';
import { UsageError } from '../../model/usage-error';
import type { TargetEntry } from '../../project/load-targets';
import { readPem } from '../../project/disk/read-pem';
import type { TextFile } from '../../project/disk/read-text-file';
import { quote } from '../../wording/quote';

/** A mistake in a targets file that the file's schema cannot express. */
export interface TargetMistake {
  readonly pointer: JsonPointer;
  /** Default: the value. */
  readonly token?: Token;
  readonly message: string;
}

/** What is needed to read an entry. */
export interface TargetSurroundings {
  /** The absolute path that files are relative to. */
  readonly folder: string;
  /** The variables that headers are filled from. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readFile: (path: string) => TextFile;
  /** Throws a UsageError if these PEM texts cannot be used. */
  readonly checkTls: (texts: TlsTexts) => void;
}

/** PEM texts that belong together. */
type TlsTexts = Pick<ClientSettings, 'ca' | 'cert' | 'key'>;

/** A target with every mistake in its entry. */
export interface TargetReading {
  readonly mistakes: readonly TargetMistake[];
  /** Its URL without credentials, if it can be used. */
  readonly url?: string;
  /** Only without mistakes. */
  readonly target?: FleetTarget;
}

/** Parses the URL of an entry, fills its headers from the environment and reads the files that it names. */
export function readTarget(entry: TargetEntry, around: TargetSurroundings): TargetReading {
  const { newest, service, insecure, timeout } = entry;
  const at = (property: string) => childPointer(entry.pointer, property);
  const base = attempt(at('url'), () => (entry.url === undefined ? undefined : parseTargetUrl(entry.url)));
  const headers = entry.headers.map(([header, value]) => {
    const pointer = childPointer(at('headers'), header);
    return isHeaderName(header)
      ? attempt(pointer, () => fillHeader(header, value, around.env))
      : { mistakes: [{ pointer, token: 'key' as const, message: badName(header) }] };
  });
  const [ca, cert, key] = [
    attempt(at('cacert'), () => pemAt(entry.cacert, around)),
    attempt(at('cert'), () => pemAt(entry.cert, around)),
    attempt(at('key'), () => pemAt(entry.key, around)),
  ];
  const tls = [
    ...(ca.value === undefined ? [] : [attempt(at('cacert'), () => checkTls({ ca: ca.value }, around))]),
    ...(cert.value === undefined || key.value === undefined
      ? []
      : [attempt(at('cert'), () => checkTls({ cert: cert.value, key: key.value }, around))]),
  ];
  const mistakes = [base, ...headers, ca, cert, key, ...tls].flatMap((read) => read.mistakes);
  if (base.value === undefined) return { mistakes };
  const url = base.value.shown;
  if (mistakes.length > 0) return { mistakes, url };
  const expected = newest === undefined ? undefined : parseMicroversion(newest);
  const target: FleetTarget = {
    name: entry.name ?? url,
    url,
    address: base.value.url,
    headers: headers.flatMap(({ value }) => value ?? []),
    ...(expected === undefined ? {} : { newest: expected }),
    ...(service === undefined ? {} : { service }),
    ...(ca.value === undefined ? {} : { ca: ca.value }),
    ...(cert.value === undefined ? {} : { cert: cert.value }),
    ...(key.value === undefined ? {} : { key: key.value }),
    ...(insecure === undefined ? {} : { insecure }),
    ...(timeout === undefined ? {} : { timeout: timeout * 1000 }),
  };
  return { mistakes, url, target };
}

function badName(header: string): string {
  return `${quote(header)} cannot be the name of a header: use letters, digits and hyphens, as in \`X-Auth-Token\``;
}

interface Attempt<Value> {
  readonly value?: Value;
  readonly mistakes: readonly TargetMistake[];
}

/** Turns a UsageError, which would stop a run with one target, into a mistake, so that all mistakes in the file are reported at once. */
function attempt<Value>(pointer: JsonPointer, read: () => Value): Attempt<Value> {
  try {
    return { value: read(), mistakes: [] };
  } catch (error) {
    if (error instanceof UsageError) return { mistakes: [{ pointer, message: error.message }] };
    throw error;
  }
}

function pemAt(path: string | undefined, { folder, readFile }: TargetSurroundings): string | undefined {
  return path === undefined ? undefined : readPem(path, path, () => readFile(resolve(folder, path)));
}

/** Names the properties of the file in place of the options of the command line. */
function checkTls(texts: { [Key in keyof TlsTexts]?: string | undefined }, around: TargetSurroundings): void {
  const { ca, cert, key } = texts;
  try {
    around.checkTls({
      ...(ca === undefined ? {} : { ca }),
      ...(cert === undefined ? {} : { cert }),
      ...(key === undefined ? {} : { key }),
    });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(error.message.replaceAll(/`--(cacert|cert|key)`/g, '`$1`'));
  }
}
