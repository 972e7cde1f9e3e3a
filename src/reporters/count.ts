/** A number and what it counts: `1 sample`, `3 samples`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
