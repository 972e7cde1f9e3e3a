import { existsSync } from 'node:fs';

import type { ExitCode } from '../../model/findings/exit-code';
import { UsageError } from '../../model/usage-error';
import { displayPath } from '../../project/disk/file-path';
import { recordLooks } from '../../project/disk/recorded-looks';
import { andList } from '../../wording/list-words';
import { describeUsageError } from '../describe-usage-error';
import type { Io } from '../io';
import { createChangeInbox } from './change-inbox';
import { createFolderWatcher } from './folder-watcher';
import { createIsOwn, highestMissing, withFolders } from './own-outputs';
import { createWatchedPlaces, type WatchedPlaces } from './watched-places';

/** A run that has read everything, and has written nothing. */
interface PreparedRun {
  /** The absolute paths of the files and folders that it writes. */
  readonly outputs: readonly string[];
  /** Prints and writes. Throws a UsageError where it cannot. */
  readonly finish: (io: Io) => ExitCode;
}

/** Reads and judges; only warnings are printed. Throws a UsageError where it cannot. */
export type PrepareRun = (io: Io) => Promise<PreparedRun>;

/** What is printed, in order. */
type Printed = { readonly to: 'out' | 'err'; readonly text: string }[];

/** More names would hide the report. */
const MOST_NAMES = 3;

/** A file that is replaced twice within this time is reported once, and what is reported may be the first. In milliseconds. */
const LOST = 250;

/** Clears a terminal, also of the lines that were scrolled away, and goes to its top. */
const CLEAR = '\u001B[2J\u001B[3J\u001B[H';

/**
 * Runs, and runs again whenever something that the last run looked at has changed, until the user ends it. What a run reads decides what is watched,
 * whatever the command and its options are. A run that cannot start is reported, and the next change is waited for.
 */
export async function watchRuns(argv: readonly string[], prepare: PrepareRun, io: Io): Promise<ExitCode> {
  let places: WatchedPlaces | undefined;
  const inbox = createChangeInbox();
  const lookAgain = (): void => {
    for (const path of places?.changed() ?? []) inbox.add(path);
  };
  const watcher = createFolderWatcher({
    concerns: (path) => places?.concerns(path) === true,
    onChange: inbox.add,
    onReady: lookAgain,
  });
  const ended = io.interrupted().then(() => undefined);
  let outputs: readonly string[] = [];
  let report: Printed = [];
  try {
    for (let changed: readonly string[] | undefined = []; changed !== undefined;) {
      const record = recordLooks();
      const printed: Printed = [];
      const into = recordPrinted(io, printed);
      const prepared = await orUsageError(() => prepare(into));
      // What is written from here on was not read.
      const seen = new Map(record.seen);
      if (await hasEnded(ended)) break;
      if (!(prepared instanceof UsageError)) outputs = prepared.outputs;
      const missing = highestMissing(outputs);
      const finished =
        prepared instanceof UsageError ? prepared : await orUsageError(async () => prepared.finish(into));
      places = createWatchedPlaces(withFolders(seen, missing), createIsOwn(outputs));
      if (io.isTerminal) io.out(CLEAR);
      if (changed.length > 0) io.err(`samplegate: ${describeChange(changed, io.cwd)}\n`);
      if (finished instanceof UsageError) {
        const { err } = describeUsageError(finished, argv, io);
        show([...printed.filter(({ to }) => to === 'err'), { to: 'err', text: err }], io);
        // The screen was cleared.
        if (io.isTerminal && report.length > 0)
          show(
            [{ to: 'err', text: 'samplegate: the last report, from before this error:\n\n' }, ...report],
            io,
          );
      } else {
        report = printed;
        show(report, io);
      }
      io.err('samplegate: waiting for changes, Ctrl-C ends\n');
      changed = await nextChange(places);
    }
  } finally {
    inbox.close();
    await watcher.close();
  }
  // The terminal shows `^C` at the beginning of the line.
  if (io.isErrorTerminal) io.err('\n');
  return 130;

  /** The paths whose change makes another run see something else; undefined where the user ends it. */
  async function nextChange(now: WatchedPlaces): Promise<readonly string[] | undefined> {
    for (;;) {
      watcher.add(now.folders());
      const later = setTimeout(lookAgain, LOST);
      const paths = await Promise.race([ended, watcher.failed, inbox.next()]).finally(() =>
        clearTimeout(later),
      );
      const changed = paths && now.changedAmong(paths);
      if (changed?.length !== 0) return changed;
    }
  }
}

/** The same, but what is printed is only noted. */
function recordPrinted(io: Io, printed: Printed): Io {
  return {
    ...io,
    out: (text) => printed.push({ to: 'out', text }),
    err: (text) => printed.push({ to: 'err', text }),
  };
}

function show(printed: Printed, io: Io): void {
  for (const { to, text } of printed) io[to](text);
}

async function orUsageError<Result>(task: () => Promise<Result>): Promise<Result | UsageError> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

/** Whether the user has ended the run. A signal that came while it was busy is delivered only between two turns of the event loop. */
async function hasEnded(ended: Promise<undefined>): Promise<boolean> {
  // Loaded here because most runs do not watch.
  const { setImmediate }: typeof import('node:timers/promises') = require('node:timers/promises');
  await setImmediate();
  return Promise.race([ended.then(() => true), setImmediate(false)]);
}

/** `a.json and b.json changed`, `samples is gone`. */
function describeChange(paths: readonly string[], cwd: string): string {
  const [there, gone] = [true, false].map((isThere) =>
    paths.filter((path) => existsSync(path) === isThere).map((path) => `\`${displayPath(cwd, path)}\``),
  );
  return [
    ...namesWith(there, () => 'changed'),
    ...namesWith(gone, (count) => (count === 1 ? 'is gone' : 'are gone')),
  ].join(', ');
}

function namesWith(names: readonly string[] = [], verb: (count: number) => string): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length - MOST_NAMES;
  const shown = more > 0 ? [...names.slice(0, MOST_NAMES), `${more} more`] : names;
  return [`${andList(shown)} ${verb(names.length)}`];
}
