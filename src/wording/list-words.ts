import type { JsonNumber } from '../model/json/exact-number';

const MOST = 10;

/** `a`, `a or b`, `a, b or c`. */
export function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function andList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** `a, b or c`, cut after ten: `a, b, …, j, … (12 in all)`. */
export function shortOrList(words: readonly string[]): string {
  return words.length <= MOST ? orList(words) : `one of ${shortList(words)}`;
}

/** `a and b and c`, cut after ten: `a, b, …, j, … (12 in all)`. */
export function shortAllOf(words: readonly string[]): string {
  return words.length <= MOST ? words.join(' and ') : shortList(words);
}

/** `a, b, c`, cut after ten: `a, b, …, j, … (12 in all)`. */
export function shortList(words: readonly string[]): string {
  return words.length <= MOST
    ? words.join(', ')
    : `${words.slice(0, MOST).join(', ')}, … (${words.length} in all)`;
}

/** `1 item`, `2 items`. */
export function count(number: JsonNumber, singular: string, plural = `${singular}s`): string {
  return `${String(number)} ${number === 1 ? singular : plural}`;
}
