import type { Judgement, Memory } from '../../engine/kept/judgement';
import { CONTENT } from '../../project/recorded-looks';
import type { LastRun } from './answer-rerun';
import { readJudgement, writeJudgement } from './judgement-file';

/** The memory of a command line, between its runs. */
export interface RunMemory extends Memory {
  /** Stores the judgement of this run. Returns the hash of the one that the next run may use; undefined where there is none. */
  readonly store: (sightings: ReadonlyMap<string, string>) => string | undefined;
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
      const { judgement, contents } =
        (stored === undefined ? undefined : readJudgement(keptRun, stored)) ?? {};
      if (judgement === undefined || contents === undefined) return undefined;
      const changed = new Set<string>();
      for (const [path, before] of contents) {
        const now = seen.get(CONTENT + path);
        if (now === undefined) return undefined;
        if (now !== before) changed.add(path);
      }
      return { judgement, changed };
    },
    onUse: () => {
      isUsed = true;
    },
    keep: (judgement) => {
      found = judgement;
    },
    // The next run may use the same judgement as this one: for it, there are a few more changes at most.
    store: (sightings) =>
      found === undefined
        ? isUsed
          ? stored
          : undefined
        : writeJudgement(keptRun, { judgement: found, contents: contentsIn(sightings) }),
  };
}

function contentsIn(sightings: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    [...sightings].flatMap(([key, seen]) =>
      key.startsWith(CONTENT) ? [[key.slice(CONTENT.length), seen] as const] : [],
    ),
  );
}
