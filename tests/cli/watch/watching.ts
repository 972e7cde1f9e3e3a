import { EventEmitter, once } from 'node:events';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { tempFolder } from '../../temp-folder';
import { runCli, type CliOutcome, type CliWorld } from '../run-cli';

/** What one run of a command that watches printed. */
interface WatchedRun {
  readonly out: string;
  readonly err: string;
}

/** A command that watches. */
export interface Watching {
  /** Resolves when the next run is over. */
  readonly run: () => Promise<WatchedRun>;
  /** How many runs are over. */
  readonly runs: () => number;
  /** Ends it, as Ctrl-C does. */
  readonly end: () => Promise<CliOutcome>;
}

/** Replaces a file at once: a run must not see it half written, however slow the machine is. */
export function saveFile(path: string, text: string): void {
  const draft = join(tempFolder(), 'draft');
  writeFileSync(draft, text);
  renameSync(draft, path);
}

const started: Watching[] = [];

/** Ends everything that was started. */
export async function endAll(): Promise<void> {
  await Promise.all(started.splice(0).map(async ({ end }) => end()));
}

/** Starts a command line that watches. What is printed by the end of a run is the run's. */
export function startWatching(argv: readonly string[], world: CliWorld): Watching {
  let [out, err, runs] = ['', '', 0];
  const finished: WatchedRun[] = [];
  const events = new EventEmitter();
  const interrupted = once(events, 'interrupt');
  const outcome = runCli(argv, {
    ...world,
    interrupted: async () => {
      await interrupted;
    },
    onOut: (text) => {
      out += text;
    },
    onErr: (text) => {
      if (text !== 'samplegate: waiting for changes, Ctrl-C ends\n') {
        err += text;
        return;
      }
      finished.push({ out, err });
      [out, err, runs] = ['', '', runs + 1];
      events.emit('run');
    },
  });
  const watching: Watching = {
    runs: () => runs,
    run: async () => {
      for (;;) {
        const next = finished.shift();
        if (next !== undefined) return next;
        const ended = outcome.then(({ code, err: printed }) => {
          throw new Error(`it ended with exit code ${code}: ${printed}`);
        });
        await Promise.race([once(events, 'run'), ended]);
      }
    },
    end: () => {
      events.emit('interrupt');
      return outcome;
    },
  };
  started.push(watching);
  return watching;
}
