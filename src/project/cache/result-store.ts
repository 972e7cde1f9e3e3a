import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { digest, keepNewest, quietly, readOwnFile, replaceFile } from './cache-files';
import { cacheFolder } from './cache-folder';

/** The cache for the last result of a manifest. A damaged or unreadable result counts as no result; nothing is thrown. */
export interface ResultStore {
  readonly read: () => string | undefined;
  readonly write: (text: string) => void;
}

const HEADER = 'samplegate result 1';

/** In characters. A larger result is not cached: reading it would take as long as checking again. */
const LARGEST = 32 * 1024 * 1024;

/** The results of at most this many manifests are kept in one folder, the newest ones. */
const MOST_RESULTS = 20;

/**
 * Opens the store of a manifest, which is given by its absolute path. It is in `node_modules/.cache` next to the manifest if there is
 * `node_modules`, else in the user's cache folder.
 */
export function openResultStore(
  manifest: string,
  env: Readonly<Record<string, string | undefined>>,
): ResultStore {
  const folder = cacheFolder(dirname(manifest), env);
  if (folder === undefined) return { read: () => undefined, write: () => {} };
  const file = join(folder, `${digest(manifest).slice(0, 16)}.json`);
  return {
    read: () =>
      quietly(() => {
        const text = readOwnFile(file)?.toString('utf8') ?? '';
        const end = text.indexOf('\n');
        const body = text.slice(end + 1);
        return text.slice(0, end) === `${HEADER} ${digest(body)}` ? body : undefined;
      }),
    write: (body) => {
      if (body.length > LARGEST) return;
      quietly(() => {
        // Findings reveal the content of samples, so only the user may read them.
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        replaceFile(file, `${HEADER} ${digest(body)}\n${body}`);
      });
      quietly(() => keepNewest(folder, MOST_RESULTS));
    },
  };
}
