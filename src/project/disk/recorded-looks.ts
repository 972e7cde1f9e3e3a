import { noteUnrepeatable, watchRepeatable } from '../../text/repeatable';
import { contentOf, LOOKS, type Look } from './look';

/** What a run saw on the disk. */
export interface LookRecord {
  /** What was seen so far, by `<look> <path>`. */
  readonly seen: ReadonlyMap<string, string>;
  /** What was seen, by `<look> <path>`; undefined where another run may see something else although nothing has changed. */
  readonly sightings: () => ReadonlyMap<string, string> | undefined;
  /** Ends the record: later looks are no part of the run. */
  readonly end: () => void;
}

let sightings: Map<string, string> | undefined;
let before: ReadonlyMap<string, string> = new Map();
let read = new Set<string>();

/**
 * Records every look from now on, and no longer in the record before. Everything in `project/` that reads the disk notes what it saw. Only the command line
 * records it, one run at a time, so no function between them has to pass a recorder on. `known` is what was just seen in this process: it is not looked at again.
 */
export function recordLooks(known: ReadonlyMap<string, string> = new Map()): LookRecord {
  const own = new Map<string, string>();
  sightings = own;
  before = known;
  read = new Set();
  const isRepeatable = watchRepeatable();
  return {
    seen: own,
    sightings: () => (sightings === own && isRepeatable() ? own : undefined),
    end: () => {
      if (sightings !== own) return;
      sightings = undefined;
      before = new Map();
    },
  };
}

/** The files that were read since the recording began; undefined where nothing is recorded. */
export function filesRead(): readonly string[] | undefined {
  return sightings === undefined ? undefined : [...read];
}

/** Before the path in the key of a content. */
export const CONTENT = 'content ';

/** Looks at a path, and notes what was seen. What is known is not looked at again: the next run finds a change since then. */
export function look(how: Look, path: string): string {
  return noteLook(how, path, before.get(`${how} ${path}`) ?? LOOKS[how](path));
}

/** Notes what a look saw, and returns it. */
export function noteLook<T extends string>(how: Look, path: string, seen: T): T {
  // The content says that it is a file.
  if (sightings !== undefined && !(seen === 'file' && sightings.has(CONTENT + path)))
    note(sightings, `${how} ${path}`, seen);
  return seen;
}

/** Notes the content of a file that was read. */
export function noteContent(path: string, content: string | Uint8Array): void {
  if (sightings === undefined) return;
  if (sightings.get(`kind ${path}`) === 'file') sightings.delete(`kind ${path}`);
  read.add(path);
  note(sightings, CONTENT + path, contentOf(content));
}

function note(all: Map<string, string>, key: string, seen: string): void {
  const last = all.get(key) ?? before.get(key);
  // A file changes while it is checked, or has a name that the store cannot have.
  if ((last !== undefined && last !== seen) || /[\n\0]/.test(key) || seen.includes('\n')) noteUnrepeatable();
  all.set(key, seen);
}
