import { clipEnd } from '../model/clip-text';

const MOST = 40;

/** A piece of a text in backticks, cut to 40 characters. */
export function shownCode(code: string): string {
  return `\`${clipEnd(code, MOST + 1)}\``;
}
