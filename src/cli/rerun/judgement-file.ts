import { hash } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

import type { Judgement } from '../../engine/kept/judgement';
import { isOwn, keepNewest, quietly, readOwnFile, replaceFile } from '../../project/cache-files';

/** What a run found out, and the contents that it saw, by path. */
export interface StoredJudgement {
  readonly judgement: Judgement;
  readonly contents: ReadonlyMap<string, string>;
}

/** What this many command lines found out is kept in one folder: it is larger than what they printed. */
const MOST_KEPT = 10;

/** In bytes. Reading more would take as long as judging again. */
const LARGEST = 32 * 1024 * 1024;

/** Where what a command line found out is stored; `keptRun` is the file with what it printed. */
function judgementFile(keptRun: string): string {
  return join(dirname(dirname(keptRun)), 'judged', basename(keptRun));
}

/** Stores what a run found out, and returns its hash; undefined where it cannot be stored. */
export function writeJudgement(keptRun: string, stored: StoredJudgement): string | undefined {
  return quietly(() => {
    const body = serialize(stored);
    if (body.length > LARGEST) return undefined;
    const file = judgementFile(keptRun);
    const folder = dirname(file);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOwn(statSync(folder))) return undefined;
    replaceFile(file, body);
    keepNewest(folder, MOST_KEPT);
    return hash('sha256', body);
  });
}

/** Reads what a run found out. Undefined for anything that has another hash, or that somebody else could have written. */
export function readJudgement(keptRun: string, expected: string): StoredJudgement | undefined {
  return quietly(() => {
    const file = judgementFile(keptRun);
    const body = isOwn(statSync(dirname(file))) ? readOwnFile(file) : undefined;
    if (body === undefined || hash('sha256', body) !== expected) return undefined;
    const stored: StoredJudgement = deserialize(body);
    return stored;
  });
}
