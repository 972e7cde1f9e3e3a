/** A pseudo-random integer from 0 up to, not including, a bound. The same seed always gives the same sequence. */
export type Chance = (bound: number) => number;

/**
 * Mulberry32, seeded with an FNV-1a hash of the text. Each place of a document has a seed of its own, so that its numbers
 * do not depend on how many were drawn before.
 */
export function createChance(seed: string): Chance {
  let state = 2_166_136_261;
  for (let index = 0; index < seed.length; index += 1) {
    state = Math.imul(state ^ seed.charCodeAt(index), 16_777_619);
  }
  return (bound) => {
    state = Math.trunc(state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}
