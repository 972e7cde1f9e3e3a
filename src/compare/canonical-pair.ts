import { exactValueOf } from '../model/documents/document';
import type { Comparison } from '../model/live/live';
import type { Canonical } from './canonical';
import { canonicalShape, type Skeletons } from './canonical-shape';
import { canonicalValue } from './canonical-value';
import { parseHomes, pathBelow, type Home } from './service-path';
import { surveyLists } from './survey-lists';

/** The two documents of a comparison in a form that removes all differences that do not matter. */
export interface CanonicalPair {
  readonly sample: Canonical;
  readonly response: Canonical;
}

/** How many items of an array in a response are read at least, to match them with those of the sample. */
const MOST_MATCHED = 1000;

export function canonicalPair({ sample, response, mode, ignored, homes }: Comparison): CanonicalPair {
  if (mode === 'shape') {
    const skeletons: Skeletons = new Map();
    return {
      sample: canonicalShape(sample.value, ignored.sample, skeletons),
      response: canonicalShape(response.value, ignored.response, skeletons),
    };
  }
  const [documented, answered] = [surveyLists(sample.value), surveyLists(response.value)];
  const repeatedRels = new Set([...documented.repeatedRels, ...answered.repeatedRels]);
  return {
    sample: canonicalValue(exactValueOf(sample), {
      ignored: ignored.sample,
      repeatedRels,
      spell: spelling(parseHomes(homes.sample)),
      mostItems: Infinity,
    }),
    response: canonicalValue(exactValueOf(response), {
      ignored: ignored.response,
      repeatedRels,
      spell: spelling(parseHomes([homes.response])),
      mostItems: Math.max(documented.longest + 1, MOST_MATCHED),
    }),
  };
}

/** Replaces the home of a URL with a marker that no real text starts with, so that links to different hosts are equal. */
function spelling(homes: readonly Home[]): (text: string) => string {
  return (text) => {
    for (const home of homes) {
      const path = pathBelow(home, text);
      if (path !== undefined) return `\0home${path}`;
    }
    return text;
  };
}
