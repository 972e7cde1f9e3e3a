import { clipMessage } from './clip-text';
import type { Place } from './documents/place';
import type { Source } from './documents/source';

/** One mistake in a file that a run needs. */
export interface UsageDetail {
  readonly place: Place;
  readonly message: string;
  /** The text that the place is in. Default: the one of the error. */
  readonly source?: Source;
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
    this.details = details.map((detail) => ({ ...detail, message: clipMessage(detail.message) }));
    this.source = source;
  }
}

/** One error for all that stop a run. `heading` says what they are about; those without a place are listed after it. */
export function joinUsageErrors(heading: string, errors: readonly UsageError[]): UsageError {
  const isPlaced = ({ details, source }: UsageError) => details.length > 0 || source !== undefined;
  const others = errors.filter((error) => !isPlaced(error)).map(({ message }) => message);
  return new UsageError(
    [heading, ...others].join('; '),
    errors
      .filter(isPlaced)
      .flatMap(({ details, message, source }) =>
        (details.length > 0 || source === undefined
          ? details
          : [{ place: { file: source.name }, message }]
        ).map((detail) => (source === undefined ? detail : { source, ...detail })),
      ),
  );
}
