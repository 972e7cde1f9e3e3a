import { clipEnd, clipMiddle } from '../model/clip-text';
import type { JsonPointer } from '../model/json/json-pointer';

const LONGEST_TOKEN = 60;
const LONGEST = 200;

/** A pointer for people: long property names are cut, and so is the middle of a long pointer. */
export function shownPointer(pointer: JsonPointer): string {
  if (pointer.length <= LONGEST_TOKEN) return pointer;
  const tokens = pointer.split('/').map((token) => clipEnd(token, LONGEST_TOKEN));
  return clipMiddle(tokens.join('/'), LONGEST);
}
