import { EventEmitter, once } from 'node:events';

import type { FSWatcher } from 'chokidar';

import { codeOf, messageOf } from '../../model/thrown';
import { UsageError } from '../../model/usage-error';
import { isBelow } from '../../project/disk/file-path';

/** Watches folders, each without the folders in it. */
export interface FolderWatcher {
  /** Watches these folders too. */
  readonly add: (folders: readonly string[]) => void;
  /** Never resolves. Rejects with a UsageError where the system cannot watch. */
  readonly failed: Promise<never>;
  readonly close: () => Promise<void>;
}

/** What a watcher asks and reports. */
export interface WatchEvents {
  /** Whether changes at a path are reported. */
  readonly concerns: (path: string) => boolean;
  /** Called with the path of each change. */
  readonly onChange: (path: string) => void;
  /** Called when further folders are watched: earlier changes in them were not reported. */
  readonly onReady: () => void;
}

/** Creates a watcher without folders. */
export function createFolderWatcher({ concerns, onChange, onReady }: WatchEvents): FolderWatcher {
  // Loaded only here: no other run needs it.
  const { watch }: typeof import('chokidar') = require('chokidar');
  const watchers: FSWatcher[] = [];
  const watched = new Set<string>();
  const failures = new EventEmitter();
  return {
    failed: once(failures, 'failed').then(([error]) => {
      throw new UsageError(cannotWatch(error));
    }),
    add: (folders) => {
      const more = folders.filter((folder) => !watched.has(folder));
      if (more.length === 0) return;
      for (const folder of more) watched.add(folder);
      const watcher = watch(more, {
        depth: 0,
        ignoreInitial: true,
        ignorePermissionErrors: true,
        ignored: (path) => !watched.has(path) && !concerns(path),
      });
      watcher.on('ready', onReady);
      watcher.on('all', (event, path) => {
        if (event === 'unlinkDir')
          for (const folder of watched) if (isBelow(path, folder)) watched.delete(folder);
        onChange(path);
      });
      watcher.on('error', (error) => failures.emit('failed', error));
      watchers.push(watcher);
    },
    close: async () => {
      await Promise.all(watchers.map(async (watcher) => watcher.close()));
    },
  };
}

function cannotWatch(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOSPC':
      return 'cannot watch so many files: raise the limit of the system, `sudo sysctl fs.inotify.max_user_watches=524288`, or set CHOKIDAR_USEPOLLING=1';
    case 'EMFILE':
      return 'cannot watch files: too many are open; raise the limit of the system, `sudo sysctl fs.inotify.max_user_instances=512` or `ulimit -n 65536`, or set CHOKIDAR_USEPOLLING=1';
    default:
      return `cannot watch files: ${messageOf(error)}; set CHOKIDAR_USEPOLLING=1 to look at them regularly`;
  }
}
