import { messageOf } from '../../model/thrown';

/** What the validator throws is about the schema: one nested too deep, or something that nobody foresaw. It must not pass for a verdict. */
export function tryValidator<T>(task: () => T): { readonly value: T } | { readonly reason: string } {
  try {
    return { value: task() };
  } catch (error) {
    return { reason: messageOf(error) };
  }
}
