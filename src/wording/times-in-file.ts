/** What follows the name of something that one finding reports for all of a file: ` (3 times in this file)`. Without a count, nothing. */
export function timesInFile(count: number | undefined): string {
  return count === undefined ? '' : ` (${count} times in this file)`;
}
