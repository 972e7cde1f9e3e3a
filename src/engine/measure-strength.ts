import type { StrengthResult } from '../model/strength';
import { measureSchemas } from '../strength/measure-schemas';
import { openProject, type ProjectOptions } from './open/open-project';
import { schemaSetOf } from './judge/schema-set-of';

/** Which schemas are shown wrong values, and for how long. */
export interface StrengthOptions extends ProjectOptions {
  /** Contracts, samples and folders of samples, relative to the working folder. Default: everything. */
  readonly only?: readonly string[];
  /** What decides where a word is misspelt; the same seed gives the same result. Default: 1. */
  readonly seed?: number;
  /** In milliseconds; what there was no time for is told in the result. Default: none. */
  readonly timeLimit?: number;
  /** Hears how many schemas of how many are done, and how many wrong values passed so far. */
  readonly onProgress?: (done: number, total: number, survived: number) => void;
}

/**
 * Shows the schemas of a project wrong values, made of its samples. Where there was nothing to make them of, `tried` is 0. Throws a
 * UsageError when it cannot start, or a word in `only` names nothing.
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
