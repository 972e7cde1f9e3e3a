import type { Judgement, Memory } from '../../engine/kept/judgement';
import { CONTENT } from '../../project/disk/recorded-looks';
import type { LastRun } from './answer-rerun';
import { readJudgement, writeJudgement } from './judgement-file';
import { printSightings, readSightings } from './kept-run-text';

/** The memory of a command line, between its runs. */
export interface RunMemory extends Memory {
  /** Stores the judgement of this run, where `own` is what it saw itself. */
  readonly store: (own: ReadonlyMap<string, string>) => {
    /** The hash of the judgement that the next run may use; undefined where there is none. */
    readonly judgement: string | undefined;
    /** What the output of this run depends on, as `printSightings` gives it. */
    readonly sightings: string;
  };
}

/** Opens the memory of a command line. `seen` is what the last run saw, as it is today. */
export function createMemory(
  keptRun: string,
  last: LastRun | undefined,
  seen: ReadonlyMap<string, string>,
): RunMemory {
  const stored = last?.kept.judgement;
  let isUsed = false;
  let found: Judgement | undefined;
  return {
    recall: () => {
      const { judgement, sightings } =
        (stored === undefined ? undefined : readJudgement(keptRun, stored)) ?? {};
      if (judgement === undefined || sightings === undefined) return undefined;
      // Nothing has changed between the run that judged and the last one.
      if (sightings === last?.kept.sightings) return { judgement, changed: last.changed };
      const changed = new Map<string, string>();
      for (const [key, before] of readSightings(sightings)) {
        const now = seen.get(key);
        if (now === undefined) return undefined;
        if (now !== before) changed.set(key, now);
      }
      return { judgement, changed };
    },
    onUse: () => {
      isUsed = true;
    },
    keep: (judgement) => {
      found = judgement;
    },
    store: (own) => {
      // The next run may use the same judgement as this one: for it, there are a few more changes at most.
      if (isUsed) return { judgement: stored, sightings: printSightings(withOwn(seen, own)) };
      const sightings = printSightings(own);
      return {
        judgement: found === undefined ? undefined : writeJudgement(keptRun, { judgement: found, sightings }),
        sightings,
      };
    },
  };
}

/** What an earlier run saw, as it is today, with what this one saw itself. */
function withOwn(
  seen: ReadonlyMap<string, string>,
  own: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const all = new Map(seen);
  for (const [key, now] of own) {
    // The content says that it is a file.
    const path = key.startsWith(KIND) && now === 'file' ? key.slice(KIND.length) : undefined;
    if (path === undefined || !all.has(CONTENT + path)) all.set(key, now);
  }
  return all;
}

const KIND = 'kind ';
