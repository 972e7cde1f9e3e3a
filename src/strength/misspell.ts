import type { Chance } from './chance';

/** Swaps two adjacent letters of a word, the most common typing mistake. If no swap changes the word, its last letter is doubled. */
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

/** Printable ASCII only: half of a surrogate pair on its own would not be valid Unicode. */
function isPlain(letter: string | undefined): boolean {
  return letter !== undefined && /^[ -~]$/.test(letter);
}
