import { memoizeObject } from '../model/memoize';
import type { Comparison } from '../model/live/live';
import { parseHomes, pathBelow } from './service-path';

/** How the texts of the two documents of a comparison are spelled alike. */
export interface Spelling {
  readonly sample: (text: string) => string;
  readonly response: (text: string) => string;
}

/** The spelling for some homes. All comparisons with one service share them. */
export const spellingOf: (homes: Comparison['homes']) => Spelling = memoizeObject(({ sample, response }) => ({
  sample: sampleSpelling(sample),
  response: spellingBelow([response]),
}));

/** All services are compared with the same samples. */
const sampleSpelling = memoizeObject(spellingBelow);

/** Replaces the home of a URL with a marker that no real text starts with, so that links to different hosts are equal. */
function spellingBelow(urls: readonly string[]): (text: string) => string {
  const homes = parseHomes(urls);
  return (text) => {
    for (const home of homes) {
      const path = pathBelow(home, text);
      if (path !== undefined) return `\0home${path}`;
    }
    return text;
  };
}
