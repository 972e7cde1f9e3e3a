import { UsageError } from '../model/usage-error';
import { formatUsageError } from '../reporters/pretty/format-usage-error';
import { inOptionWords } from './option-words';

/**
 * The error that fails a test with a text for its reader. Its stack starts where the user called `caller`; without one, it has none, as all of it would be
 * code of this package.
 */
export function framedError(text: string, caller?: (...args: never) => unknown): Error {
  const error = new Error(inOptionWords(text));
  if (caller === undefined) error.stack = `${error.name}: ${error.message}`;
  else Error.captureStackTrace(error, caller);
  return error;
}

/** What a task threw, for a test runner: a UsageError with every mistake in the message, as a runner shows nothing else. */
export function framedUsageError(error: unknown, caller?: (...args: never) => unknown): unknown {
  // Without a `cause`: a runner would print it too, and it has less information.
  return error instanceof UsageError ? framedError(formatUsageError(error, { color: false }), caller) : error;
}
