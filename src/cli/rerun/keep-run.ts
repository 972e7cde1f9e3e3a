import { quietly, storeFile } from '../../project/cache/cache-files';
import { recordLooks } from '../../project/disk/recorded-looks';
import { noteUnrepeatable } from '../../text/repeatable';
import type { Io } from '../io';
import type { LastRun } from './answer-rerun';
import { keptRunFile, type Invocation } from './kept-run-file';
import { printKept, readSightings } from './kept-run-text';
import { createMemory } from './run-memory';

/** The output of at most this many command lines is kept in one folder, the newest ones. */
const MOST_KEPT = 40;

/** In characters. A larger output is not kept. */
const LARGEST = 32 * 1024 * 1024;

/** A run that is being recorded. */
export interface RecordedRun {
  readonly io: Io;
  /** Keeps the output of the run, unless the next one may print something else although nothing has changed. Never throws. */
  readonly keep: (exitCode: number) => void;
}

/** Records what a run reads and prints, so that the same command line can be answered without running, or by judging only what has changed. */
export function recordRun(io: Io, invocation: Invocation, last?: LastRun): RecordedRun {
  const path = keptRunFile(invocation);
  if (path === undefined) return { io, keep: () => {} };
  const seen = readSightings(last?.kept.sightings ?? '');
  for (const [key, now] of last?.changed ?? []) seen.set(key, now);
  const looks = recordLooks(seen);
  const env = new Map<string, string | null>(last?.kept.env);
  const memory = createMemory(path, last, seen);
  const [out, err]: [string[], string[]] = [[], []];
  let size = 0;
  const isKept = (): boolean => size <= LARGEST && looks.sightings() !== undefined;
  // The report on many services is written while they are checked, and must not fill the memory.
  const record = (texts: string[], text: string): void => {
    size += text.length;
    if (isKept()) texts.push(text);
    else texts.length = 0;
  };
  const recorded: Io = {
    ...io,
    env: recordReads(io.env, env),
    memory,
    readStdin: () => {
      noteUnrepeatable();
      return io.readStdin();
    },
    interrupted: () => {
      // Only runs that send requests can be interrupted.
      noteUnrepeatable();
      return io.interrupted();
    },
    out: (text) => {
      record(out, text);
      io.out(text);
    },
    err: (text) => {
      record(err, text);
      io.err(text);
    },
  };
  return {
    io: recorded,
    keep: (exitCode) => {
      const own = looks.sightings();
      looks.end();
      // A run that could not start, or not end, prints why: the next one may.
      if (own === undefined || size > LARGEST || exitCode === 2) return;
      const { judgement, sightings } = memory.store(own);
      const kept = { exitCode, env: [...env], out: out.join(''), err: err.join(''), sightings };
      const text = printKept({ ...kept, ...(judgement === undefined ? {} : { judgement }) });
      // Reports reveal the content of samples, so only the user may read them.
      if (text.length <= LARGEST) quietly(() => storeFile(path, text, MOST_KEPT));
    },
  };
}

/** The environment, with the variables that are asked for added to a map. */
function recordReads(env: Io['env'], asked: Map<string, string | null>): Io['env'] {
  return new Proxy(env, {
    get: (variables, name) => {
      const value = Reflect.get(variables, name);
      if (typeof name === 'string') asked.set(name, typeof value === 'string' ? value : null);
      return value;
    },
    ownKeys: (variables) => {
      noteUnrepeatable();
      return Reflect.ownKeys(variables);
    },
  });
}
