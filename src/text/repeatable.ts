let notes = 0;

/**
 * Notes that the output of the process depends on more than its arguments and what it reads, such as time, or that it changes something: another
 * process must not be answered with the same output.
 */
export function noteUnrepeatable(): void {
  notes += 1;
}

/** Starts to watch for such notes. The returned function says whether there have been none since. */
export function watchRepeatable(): () => boolean {
  const before = notes;
  return () => notes === before;
}
