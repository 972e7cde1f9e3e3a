import { hash } from 'node:crypto';

import { LOOKS, type Look } from '../../project/look';

/** What a run printed, and the part of its inputs that is not on the disk. */
export interface Kept {
  readonly out: string;
  readonly err: string;
  readonly exitCode: number;
  /** The environment variables that it asked for; null for one that was not set. */
  readonly env: readonly (readonly [name: string, value: string | null])[];
}

/** A kept run as it was read from its file. */
export interface ReadKept extends Kept {
  /** A line `<look> <path>` and a line with what was seen, again and again. It is long, so it is not taken apart before it is compared. */
  readonly sightings: string;
}

const HEADER = 'samplegate run 1';

/** A kept run as the text of a file. `sightings` is what it saw on the disk, by `<look> <path>`. */
export function printKept(kept: Kept, sightings: ReadonlyMap<string, string>): string {
  const lines = Array.from(sightings, ([key, seen]) => `\n${key}\n${seen}`);
  const body = `${JSON.stringify(kept)}${lines.join('')}\n`;
  return `${HEADER} ${hash('sha256', body)}\n${body}`;
}

/** Reads such a text. Undefined for anything else, such as one that is cut off or changed. */
export function parseKept(text: string): ReadKept | undefined {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (text.slice(0, end) !== `${HEADER} ${hash('sha256', body)}`) return undefined;
  const first = body.indexOf('\n');
  const kept: Kept = JSON.parse(body.slice(0, first));
  return { ...kept, sightings: body.slice(first + 1) };
}

/** Whether a run would see today what it saw then. */
export function isUnchanged(
  { env, sightings }: Pick<ReadKept, 'env' | 'sightings'>,
  now: Readonly<Record<string, string | undefined>>,
): boolean {
  if (env.some(([name, value]) => (now[name] ?? null) !== value)) return false;
  for (let at = 0; at < sightings.length;) {
    const space = sightings.indexOf(' ', at);
    const middle = sightings.indexOf('\n', space);
    const end = sightings.indexOf('\n', middle + 1);
    const how = sightings.slice(at, space);
    const seen = sightings.slice(middle + 1, end);
    if (!isLook(how) || LOOKS[how](sightings.slice(space + 1, middle)) !== seen) return false;
    at = end + 1;
  }
  return true;
}

function isLook(text: string): text is Look {
  return Object.hasOwn(LOOKS, text);
}
