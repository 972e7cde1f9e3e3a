import { formatNumber } from '../../reporters/format-number';

/** `1 finding`, `2,000 findings`. */
export function shownCount(number: number, one: string, several = `${one}s`): string {
  return `${formatNumber(number)} ${number === 1 ? one : several}`;
}
