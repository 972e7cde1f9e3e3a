import { childPointer, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, itemsIn, member } from '../../model/json/json-value';
import type { AlternativeHints } from '../../model/schemas/violation';

/** How many properties and items deep the constants that distinguish alternatives are looked for: `/kind/name` is 2 deep. */
const DEEPEST = 3;

const known = new WeakMap<object, AlternativeHints>();

/** What shows that a value is meant for the alternative with this copy. `follow` gives the copy that a reference leads to. */
export function hintsOf(copy: unknown, follow: (key: string) => unknown): AlternativeHints {
  if (!isJsonObject(copy)) return { names: [], constants: [] };
  const hints = known.get(copy) ?? collect(copy, follow);
  known.set(copy, hints);
  return hints;
}

/** The alternatives of an inner union have hints of their own, so only what always applies counts. */
function collect(copy: object, follow: (key: string) => unknown): AlternativeHints {
  const names = new Set<string>();
  const constants = new Map<JsonPointer, readonly unknown[]>();
  const seen = new Set<unknown>();
  visit(copy, '', 0);
  return {
    names: [...names],
    constants: Array.from(constants, ([pointer, values]) => ({ pointer, values })),
  };

  function visit(part: unknown, at: JsonPointer, depth: number): void {
    if (!isJsonObject(part) || seen.has(part)) return;
    seen.add(part);
    const values = constantsOf(part);
    if (at !== '' && values !== undefined && !constants.has(at)) constants.set(at, values);
    const properties = member(part, 'properties');
    for (const [name, property] of Object.entries(isJsonObject(properties) ? properties : {})) {
      if (at === '') names.add(name);
      if (depth < DEEPEST) visit(property, childPointer(at, name), depth + 1);
    }
    const prefix = member(part, 'prefixItems');
    for (const [index, item] of isJsonArray(prefix) && depth < DEEPEST ? prefix.entries() : [])
      visit(item, childPointer(at, index), depth + 1);
    const all = member(part, 'allOf');
    for (const inner of itemsIn(all)) visit(inner, at, depth);
    const reference = member(part, '$ref');
    if (typeof reference === 'string') visit(follow(reference), at, depth);
    // The same schema may apply at several places, but not inside itself.
    seen.delete(part);
  }
}

function constantsOf(schema: object): readonly unknown[] | undefined {
  if (!isJsonObject(schema)) return undefined;
  if (Object.hasOwn(schema, 'const')) return [schema['const']];
  const values = member(schema, 'enum');
  return isJsonArray(values) ? values : undefined;
}
