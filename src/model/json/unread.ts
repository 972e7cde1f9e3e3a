import { everyObjectIn } from './every-object-in';

/**
 * Stands for a value of YAML that JSON has no form for, such as `.inf`. It is reported where it was read, and nothing else is said about it: every schema
 * accepts it. To all other code it is an object without properties.
 */
export const UNREAD: Readonly<Record<string, never>> = Object.freeze({});

/** Whether a value has such a part, or is one. */
export function holdsUnread(value: unknown): boolean {
  // Most values that are asked about are scalars.
  return typeof value === 'object' && everyObjectIn(value).includes(UNREAD);
}
