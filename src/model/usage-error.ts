import { clipMessage } from './clip-text';
import type { Place } from './place';
import type { Source } from './source';

/** One mistake in a file that a run needs. */
export interface UsageDetail {
  readonly place: Place;
  readonly message: string;
}

/** An error that stops a run before it starts: wrong arguments, a wrong manifest, a path that does not exist. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly details: readonly UsageDetail[];
  /** The text that the details point into. */
  readonly source: Source | undefined;
  /** Which file that text is. */
  readonly topic: 'manifest' | 'targets' | 'report';

  constructor(
    message: string,
    details: readonly UsageDetail[] = [],
    source?: Source,
    topic: UsageError['topic'] = 'manifest',
  ) {
    super(clipMessage(message));
    this.topic = topic;
    this.details = details.map(({ place, message: text }) => ({ place, message: clipMessage(text) }));
    this.source = source;
  }
}
