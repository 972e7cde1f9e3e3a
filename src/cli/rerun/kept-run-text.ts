import { digest } from '../../project/cache/cache-files';
import { isLook, LOOKS } from '../../project/disk/look';

/** What a run printed, and the inputs that are not on the disk. */
interface Kept {
  readonly out: string;
  readonly err: string;
  readonly exitCode: number;
  /** The environment variables that it asked for; null for one that was not set. */
  readonly env: readonly (readonly [name: string, value: string | null])[];
  /** The hash of the file with the judgement of the run; absent where there is none. */
  readonly judgement?: string;
}

/** A kept run as it was read from its file. */
export interface ReadKept extends Kept {
  /** As `printSightings` gives it. It is long, so it is compared without parsing it first. */
  readonly sightings: string;
}

const HEADER = 'samplegate run 1';

/** What a run saw on the disk: a line `<look> <path>` and a line with what was seen, for each look. */
export function printSightings(sightings: ReadonlyMap<string, string>): string {
  return Array.from(sightings, ([key, seen]) => `${key}\n${seen}\n`).join('');
}

/** A kept run as the text of a file. */
export function printKept({ sightings, ...kept }: ReadKept): string {
  const body = `${JSON.stringify(kept)}\n${sightings}`;
  return `${HEADER} ${digest(body)}\n${body}`;
}

/** Reads such a text from the bytes of its file. Undefined for anything else, such as one that is cut off or changed. */
export function parseKept(bytes: Buffer): ReadKept | undefined {
  const end = bytes.indexOf('\n');
  const content = bytes.subarray(end + 1);
  if (bytes.toString('latin1', 0, end) !== `${HEADER} ${digest(content)}`) return undefined;
  const body = content.toString('utf8');
  const first = body.indexOf('\n');
  const kept: Kept = JSON.parse(body.slice(0, first));
  return { ...kept, sightings: body.slice(first + 1) };
}

/** After more changes than these, everything is judged again. */
const MOST_CHANGES = 32;

/**
 * What a run would see today and did not see then, by `<look> <path>`: empty where nothing has changed. Undefined where a variable has changed, or too
 * much.
 */
export function changedSightings(
  { env, sightings, judgement }: Pick<ReadKept, 'env' | 'sightings' | 'judgement'>,
  now: Readonly<Record<string, string | undefined>>,
): ReadonlyMap<string, string> | undefined {
  if (env.some(([name, value]) => (now[name] ?? null) !== value)) return undefined;
  const most = judgement === undefined ? 0 : MOST_CHANGES;
  const changed = new Map<string, string>();
  for (let at = 0; at < sightings.length;) {
    const space = sightings.indexOf(' ', at);
    const middle = sightings.indexOf('\n', space);
    const end = sightings.indexOf('\n', middle + 1);
    const how = sightings.slice(at, space);
    const path = sightings.slice(space + 1, middle);
    if (!isLook(how)) return undefined;
    const seen = LOOKS[how](path);
    if (seen !== sightings.slice(middle + 1, end)) {
      if (changed.size >= most) return undefined;
      changed.set(sightings.slice(at, middle), seen);
    }
    at = end + 1;
  }
  return changed;
}

/** Reads what `printSightings` gave: what was seen, by `<look> <path>`. */
export function readSightings(sightings: string): Map<string, string> {
  const lines = sightings.split('\n');
  const seen = new Map<string, string>();
  for (let at = 0; at + 1 < lines.length; at += 2) seen.set(lines[at] ?? '', lines[at + 1] ?? '');
  return seen;
}
