import type { StrengthResult } from '../model/findings/strength';
import { measureSchemas } from '../strength/measure-schemas';
import { openProject, PROJECT_OPTIONS, type ProjectOptions } from './open/open-project';
import { aCall, listOf, OPTION_KINDS, type OptionKinds } from './options/option-kinds';
import { refuseWrongOptions } from './options/refuse-wrong-options';
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

const OPTIONS: OptionKinds<StrengthOptions> = {
  ...PROJECT_OPTIONS,
  only: listOf(OPTION_KINDS.text),
  seed: OPTION_KINDS.number,
  timeLimit: OPTION_KINDS.number,
  onProgress: aCall(),
};

/**
 * Measures how many wrong values the schemas of a project reject. The wrong values are made from its samples; without samples, `tried` is 0.
 * Throws a UsageError if it cannot start, or if `only` contains a name that does not exist.
 */
export function measureStrength(strengthOptions: StrengthOptions = {}): StrengthResult {
  refuseWrongOptions(strengthOptions, OPTIONS, '`measureStrength`');
  const { only = [], seed = 1, timeLimit = Infinity, onProgress, ...options } = strengthOptions;
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
