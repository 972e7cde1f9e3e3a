import { FAULTS } from './registry';

/** Every kind of fault with what it does, a line each. */
export function describeFaults(): readonly string[] {
  const width = Math.max(...Array.from(FAULTS.keys(), (kind) => kind.length));
  return Array.from(FAULTS, ([kind, { summary }]) => `  ${kind.padEnd(width)}  ${summary}`);
}
