import { resolve } from 'node:path';

import { parseHeaderOption } from '../../live/header-setting';
import { parseTargetUrl } from '../../live/target-url';
import type { FleetTarget } from '../../model/fleet';
import { childPointer, type JsonPointer } from '../../model/json-pointer';
import { parseMicroversion } from '../../model/microversion';
import { UsageError } from '../../model/usage-error';
import type { TargetEntry } from '../../project/load-targets';
import { readPem } from '../../project/read-pem';
import type { TextFile } from '../../project/read-text-file';

/** A mistake in a targets file that the file's schema cannot express. */
export interface TargetMistake {
  readonly pointer: JsonPointer;
  readonly message: string;
}

/** What is needed to read an entry. */
export interface TargetSurroundings {
  /** The absolute path that files are relative to. */
  readonly folder: string;
  /** The variables that headers are filled from. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readFile: (path: string) => TextFile;
}

/** A target that is ready to be checked, or every mistake in its entry. */
export type TargetReading =
  | { readonly kind: 'ready'; readonly target: FleetTarget }
  | { readonly kind: 'wrong'; readonly mistakes: readonly TargetMistake[] };

/** Parses the URL of an entry, fills its headers from the environment and reads the files that it names. */
export function readTarget(entry: TargetEntry, around: TargetSurroundings): TargetReading {
  const { name, newest, service, insecure, timeout } = entry;
  const url = attempt(childPointer(entry.pointer, 'url'), () => parseTargetUrl(entry.url));
  const headers = entry.headers.map(([header, value]) =>
    attempt(childPointer(childPointer(entry.pointer, 'headers'), header), () =>
      parseHeaderOption(`${header}: ${value}`, around.env),
    ),
  );
  const [ca, cert, key] = (['cacert', 'cert', 'key'] as const).map((member) =>
    attempt(childPointer(entry.pointer, member), () => pemAt(entry[member], around)),
  );
  const mistakes = [url, ...headers, ca, cert, key].flatMap((read) => read?.mistakes ?? []);
  if (url.value === undefined || mistakes.length > 0) return { kind: 'wrong', mistakes };
  const expected = newest === undefined ? undefined : parseMicroversion(newest);
  const target: FleetTarget = {
    name: name ?? url.value.shown,
    url: url.value.shown,
    address: url.value.typed,
    headers: headers.flatMap(({ value }) => value ?? []),
    ...(expected === undefined ? {} : { newest: expected }),
    ...(service === undefined ? {} : { service }),
    ...(ca?.value === undefined ? {} : { ca: ca.value }),
    ...(cert?.value === undefined ? {} : { cert: cert.value }),
    ...(key?.value === undefined ? {} : { key: key.value }),
    ...(insecure === undefined ? {} : { insecure }),
    ...(timeout === undefined ? {} : { timeout: timeout * 1000 }),
  };
  return { kind: 'ready', target };
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
  return path === undefined ? undefined : readPem(path, readFile(resolve(folder, path)));
}
