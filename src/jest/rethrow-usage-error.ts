import { UsageError } from '../model/usage-error';
import { formatUsageError } from '../reporters/format-usage-error';

/**
 * Runs a task and rethrows a UsageError for a test runner: with all details in the message, as the runner shows nothing else, and with a
 * stack that starts where the user called `caller`.
 */
export function rethrowUsageError<T>(task: () => T, caller: (...args: never) => unknown): T {
  const outcome = attempt(task);
  if ('value' in outcome) return outcome.value;
  // Without a `cause`: a test runner would print it too, and it has less information.
  const message = formatUsageError(outcome.error, { color: false });
  // In a test, there is no command line.
  const error = new Error(message.replace('`--manifest FILE`', "`{ manifest: 'FILE' }`"));
  Error.captureStackTrace(error, caller);
  throw error;
}

function attempt<T>(task: () => T): { readonly value: T } | { readonly error: UsageError } {
  try {
    return { value: task() };
  } catch (error) {
    if (error instanceof UsageError) return { error };
    throw error;
  }
}
