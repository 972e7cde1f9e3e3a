import { basename, dirname, join } from 'node:path';

import type { Judgement } from '../../engine/kept/judgement';
import { digest, quietly, readStoredFile, storeFile } from '../../project/cache/cache-files';

/** The judgement of a run, and all that the run saw. */
export interface StoredJudgement {
  readonly judgement: Judgement;
  /** As `printSightings` gives it. */
  readonly sightings: string;
}

/** At most this many judgements are kept in one folder, the newest ones: each is larger than the output of its run. */
const MOST_KEPT = 10;

/** In bytes. Reading more would take as long as judging again. */
const LARGEST = 32 * 1024 * 1024;

/** The file with the judgement of a command line; `keptRun` is the file with its output. */
function judgementFile(keptRun: string): string {
  return join(dirname(dirname(keptRun)), 'judged', basename(keptRun));
}

/** Stores a judgement, and returns its hash; undefined where it cannot be stored. */
export function writeJudgement(keptRun: string, stored: StoredJudgement): string | undefined {
  return quietly(() => {
    const { serialize }: typeof import('node:v8') = require('node:v8');
    const body = serialize(stored);
    if (body.length > LARGEST) return undefined;
    return storeFile(judgementFile(keptRun), body, MOST_KEPT) ? digest(body) : undefined;
  });
}

/** Reads a judgement. Undefined for a file with another hash, or that somebody else could have written. */
export function readJudgement(keptRun: string, expected: string): StoredJudgement | undefined {
  return quietly(() => {
    const body = readStoredFile(judgementFile(keptRun));
    if (body === undefined || digest(body) !== expected) return undefined;
    const { deserialize }: typeof import('node:v8') = require('node:v8');
    const stored: StoredJudgement = deserialize(body);
    return stored;
  });
}
