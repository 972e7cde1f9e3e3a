import type { Place } from './place';
import type { Source } from './source';

/** One thing that is wrong in a file that a run cannot do without. */
export interface UsageDetail {
  readonly place: Place;
  readonly message: string;
}

/** What stops a run before it starts: wrong arguments, a wrong manifest, no such path. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly details: readonly UsageDetail[];
  /** The text that the details point into. */
  readonly source: Source | undefined;
  /** What that text is, in a word. */
  readonly topic: 'manifest' | 'targets';

  constructor(
    message: string,
    details: readonly UsageDetail[] = [],
    source?: Source,
    topic: UsageError['topic'] = 'manifest',
  ) {
    super(message);
    this.topic = topic;
    this.details = details;
    this.source = source;
  }
}
