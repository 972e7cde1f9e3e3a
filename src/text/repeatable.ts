let notes = 0;

/**
 * Notes that the output of the process depends on more than its arguments and what it reads, such as time, or that it changes something: another
 * process must not be answered with the same output.
 */
export function noteUnrepeatable(): void {
  notes += 1;
}

/** Watches for such notes from now on; the function tells whether there were none. */
export function watchRepeatable(): () => boolean {
  const before = notes;
  return () => notes === before;
}
