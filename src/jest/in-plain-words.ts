import { UsageError } from '../model/usage-error';
import { formatUsageError } from '../reporters/format-usage-error';

/**
 * Runs a task. What stops it before it starts is thrown with all its details in the message, as a test runner shows nothing else,
 * and with a stack that begins where the user called `caller`.
 */
export function inPlainWords<T>(task: () => T, caller: (...args: never) => unknown): T {
  const outcome = attempt(task);
  if ('value' in outcome) return outcome.value;
  // Without a cause, which a test runner would print too: it says the same, and less of it.
  const error = new Error(formatUsageError(outcome.error, { color: false }));
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
