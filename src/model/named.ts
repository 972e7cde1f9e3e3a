import type { Sample } from './contracts/contract';
import type { Fact } from './project/fact';
import type { LiveExchange } from './live/live';

/** Everything in a run that the manifest names, so that it must be judged. */
export interface Named {
  /** The samples and responses that contracts name. */
  readonly samples: readonly Sample[];
  /** The requests that contracts name. */
  readonly exchanges: readonly LiveExchange[];
  readonly facts: readonly Fact[];
  /** All samples of the project, where only a part of it is checked: together, the parts find what one run finds. */
  readonly around: readonly Sample[];
}
