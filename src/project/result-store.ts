import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';

import { fileKind } from './file-kind';

/** Where a manifest's last result is kept between runs. Whatever is wrong with what is kept, it is as if nothing were; nothing is thrown. */
export interface ResultStore {
  readonly read: () => string | undefined;
  readonly write: (text: string) => void;
}

const HEADER = 'samplegate result 1';

/** Of more characters than this nothing is kept: reading them would take as long as judging. */
const LARGEST = 32 * 1024 * 1024;

/** So many manifests' results are kept in one folder, the newest. */
const MOST_KEPT = 20;

/** Opens the store of a manifest, given by its absolute path: in `node_modules/.cache` beside it, else in the user's folder for caches. */
export function openResultStore(
  manifest: string,
  env: Readonly<Record<string, string | undefined>>,
): ResultStore {
  const folder = join(cacheRoot(dirname(manifest), env), 'samplegate');
  const file = join(folder, `${digest(manifest).slice(0, 16)}.json`);
  return {
    read: () =>
      quietly(() => {
        const text = readFileSync(file, 'utf8');
        const end = text.indexOf('\n');
        const body = text.slice(end + 1);
        return text.slice(0, end) === `${HEADER} ${digest(body)}` ? body : undefined;
      }),
    write: (body) => {
      if (body.length > LARGEST) return;
      // Renamed when it is whole: another run reads the old result or the new one, and never half of one.
      const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
      quietly(() => {
        // What is wrong with samples tells what is in them: for the user alone.
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(draft, `${HEADER} ${digest(body)}\n${body}`, { mode: 0o600 });
        renameSync(draft, file);
      });
      quietly(() => rmSync(draft, { force: true }));
      quietly(() => prune(folder));
    },
  };
}

/** What a task gives; undefined where it fails. */
function quietly<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}

function cacheRoot(beside: string, env: Readonly<Record<string, string | undefined>>): string {
  const modules = join(beside, 'node_modules');
  if (fileKind(modules) === 'folder') return join(modules, '.cache');
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = env;
  // A relative one is to be ignored (XDG Base Directory Specification).
  if (xdg !== undefined && isAbsolute(xdg)) return xdg;
  return process.platform === 'win32' && local !== undefined ? local : join(homedir(), '.cache');
}

/** The oldest go, and so do the drafts of runs that were killed. */
function prune(folder: string): void {
  const kept = readdirSync(folder)
    .map((name) => ({ path: join(folder, name), time: statSync(join(folder, name)).mtimeMs }))
    .toSorted((a, b) => b.time - a.time);
  for (const { path } of kept.slice(MOST_KEPT)) rmSync(path, { force: true });
}

/** SHA-256 of a text, in hexadecimal. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
