import type { StrengthResult } from '../model/findings/strength';
import { measureSchemas } from '../strength/measure-schemas';
import { openProject, type ProjectOptions } from './open/open-project';
import { schemaSetOf } from './judge/schema-set-of';

/** Which schemas are tested with wrong values, and for how long. */
export interface StrengthOptions extends ProjectOptions {
  /** Names of contracts, and paths of samples and of folders with samples, relative to the working folder. Default: everything. */
  readonly only?: readonly string[];
  /** Determines where words are misspelt: the same seed gives the same result. Default: 1. */
  readonly seed?: number;
  /** In milliseconds. The result lists what was not tried by then. Default: no limit. */
  readonly timeLimit?: number;
  /** Called with the number of schemas that are done, the number of all schemas, and the number of wrong values accepted so far. */
  readonly onProgress?: (done: number, total: number, survived: number) => void;
}

/**
 * Measures how many wrong values the schemas of a project reject. The wrong values are made from its samples; without samples, `tried` is 0.
 * Throws a UsageError if it cannot start, or if `only` contains a name that does not exist.
 */
export function measureStrength({
  only = [],
  seed = 1,
  timeLimit = Infinity,
  onProgress,
  ...options
}: StrengthOptions = {}): StrengthResult {
  const end = performance.now() + timeLimit;
  const project = openProject(options);
  return measureSchemas(project, schemaSetOf(project), {
    only,
    cwd: options.cwd ?? process.cwd(),
    seed,
    isOver: () => performance.now() >= end,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
}
