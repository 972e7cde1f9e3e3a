import { exactValueOf } from '../model/documents/document';
import type { Comparison } from '../model/live/live';
import type { Canonical } from './canonical';
import { canonicalShape, type Skeletons } from './canonical-shape';
import { canonicalValue } from './canonical-value';
import { spellingOf } from './spelling';
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
  const spell = spellingOf(homes);
  const repeatedRels = new Set([...documented.repeatedRels, ...answered.repeatedRels]);
  return {
    sample: canonicalValue(exactValueOf(sample), {
      ignored: ignored.sample,
      repeatedRels,
      spell: spell.sample,
      mostItems: Infinity,
    }),
    response: canonicalValue(exactValueOf(response), {
      ignored: ignored.response,
      repeatedRels,
      spell: spell.response,
      mostItems: Math.max(documented.longest + 1, MOST_MATCHED),
    }),
  };
}
