import { lstatSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { digest, isOwn, keepNewest, quietly, readOwnFile, replaceFile } from './cache-files';
import { userCacheFolder } from '../disk/home-folder';

/** V8's code cache of one file of code, for one version of V8 and its settings. It is code that will run, so only the user may have written it. */
export interface CodeCacheStore {
  /** Undefined where there is none, or it is damaged or may be somebody else's. */
  readonly read: () => Buffer | undefined;
  /** Keeps a code cache for the next run; where it cannot be kept, nothing happens. */
  readonly write: (data: Buffer) => void;
}

/** In bytes: the digest of the rest comes first. */
const DIGEST = 64;

/** The code caches of at most this many versions are kept, the newest ones. */
const MOST_CACHES = 6;

/**
 * Opens the store for a file of code; `engine` identifies the version of V8 and its settings. It is in the user's cache folder. Undefined where the
 * owner of a file cannot be checked.
 */
export function openCodeCacheStore(
  code: string,
  engine: string,
  env: Readonly<Record<string, string | undefined>>,
): CodeCacheStore | undefined {
  const root = userCacheFolder(env);
  if (root === undefined || process.getuid === undefined) return undefined;
  const folder = join(root, 'samplegate-code');
  const isOwnFolder = () => {
    const stat = lstatSync(folder);
    return stat.isDirectory() && isOwn(stat);
  };
  return {
    read: () =>
      quietly(() => {
        const bytes = isOwnFolder() ? readOwnFile(fileOf(folder, code, engine)) : undefined;
        const data = bytes?.subarray(DIGEST);
        return data !== undefined && digest(data) === bytes?.toString('latin1', 0, DIGEST) ? data : undefined;
      }),
    write: (data) => {
      quietly(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        if (!isOwnFolder()) return;
        replaceFile(fileOf(folder, code, engine), Buffer.concat([Buffer.from(digest(data)), data]));
        keepNewest(folder, MOST_CACHES);
      });
    },
  };
}

/** V8 recognizes code only by its length, so the name says which build the code is. */
function fileOf(folder: string, code: string, engine: string): string {
  const { size, mtimeMs } = statSync(code);
  const name = digest([code, size, mtimeMs, engine].join('\n'));
  return join(folder, `${name.slice(0, 16)}.cache`);
}
