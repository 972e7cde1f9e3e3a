import { isJsonArray, isJsonObject, textMember } from '../model/json/json-value';

/** Facts about all arrays of a document that are needed before their items can be matched. */
export interface ListSurvey {
  /** The `rel`s that occur more than once in an array of links. */
  readonly repeatedRels: ReadonlySet<string>;
  /** How many items the longest array has. */
  readonly longest: number;
}

export function surveyLists(document: unknown): ListSurvey {
  const repeatedRels = new Set<string>();
  let longest = 0;

  function visit(value: unknown): void {
    if (isJsonArray(value)) {
      longest = Math.max(longest, value.length);
      for (const item of value) visit(item);
    } else if (isJsonObject(value)) {
      for (const key of Object.keys(value)) {
        const child = value[key];
        if (key === 'links' && isJsonArray(child)) addRepeated(child, repeatedRels);
        visit(child);
      }
    }
  }

  visit(document);
  return { repeatedRels, longest };
}

function addRepeated(links: readonly unknown[], repeated: Set<string>): void {
  const seen = new Set<string>();
  for (const link of links) {
    const rel = isJsonObject(link) ? textMember(link, 'rel') : undefined;
    if (rel === undefined) continue;
    if (seen.has(rel)) repeated.add(rel);
    seen.add(rel);
  }
}
