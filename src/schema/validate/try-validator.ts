import { messageOf } from '../../model/thrown';

/** Runs a task that uses ajv. Whatever it throws is about the schema, such as too deep nesting, and must not be taken for a verdict. */
export function tryValidator<T>(
  task: () => T,
): { readonly value: T } | { readonly reason: string; readonly error: unknown } {
  try {
    return { value: task() };
  } catch (error) {
    return { reason: messageOf(error), error };
  }
}
