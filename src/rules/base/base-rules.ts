import type { Rule } from '../rule';
import { bumpInSamples } from './bump-in-samples';
import { contractStays } from './contract-stays';
import { foldersFrozen } from './folders-frozen';
import { idsStay } from './ids-stay';
import { microversionTaken } from './microversion-taken';
import { newestByOne } from './newest-by-one';
import { newestMonotonic } from './newest-monotonic';
import { oldestMonotonic } from './oldest-monotonic';
import { rulesLoosened } from './rules-loosened';
import { statusForward } from './status-forward';
import { updatedForward } from './updated-forward';

/** The rules about a change that a line in a commit message may allow to be broken. */
export const BASE_RULES: readonly Rule<'change'>[] = [
  newestMonotonic,
  newestByOne,
  microversionTaken,
  oldestMonotonic,
  idsStay,
  statusForward,
  updatedForward,
  bumpInSamples,
  foldersFrozen,
  contractStays,
  rulesLoosened,
];
