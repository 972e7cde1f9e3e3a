import type { Chance } from './chance';

/** A word with two neighbouring letters swapped, the commonest slip of the fingers; with its last one doubled where that changes nothing. */
export function misspell(word: string, chance: Chance): string {
  const spots = word
    .split('')
    .flatMap((letter, index) =>
      index > 0 && word[index - 1] !== letter && isPlain(letter) && isPlain(word[index - 1]) ? [index] : [],
    );
  const spot = spots[chance(spots.length)];
  if (spot === undefined) return `${word}${word.at(-1) ?? 'x'}`;
  return `${word.slice(0, spot - 1)}${word[spot] ?? ''}${word[spot - 1] ?? ''}${word.slice(spot + 1)}`;
}

/** Half of a surrogate pair, alone, would make a text that is none. */
function isPlain(letter: string | undefined): boolean {
  return letter !== undefined && /^[ -~]$/.test(letter);
}
