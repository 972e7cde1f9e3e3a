import type { Direction } from '../../model/contracts/contract';
import { isJsonObject, itemsIn, member, type JsonObject } from '../../model/json/json-value';

/** The keyword that excludes properties from a direction: `readOnly` from requests, `writeOnly` from responses (OpenAPI 3.0.3, 4.7.24.2). */
export function excludedBy(direction: Direction): 'readOnly' | 'writeOnly' {
  return direction === 'request' ? 'readOnly' : 'writeOnly';
}

/** The target of a `$ref` in a schema; undefined where there is none. */
export type FollowRef<At> = (
  reference: string,
  at: At,
) => { readonly schema: unknown; readonly at: At } | undefined;

/**
 * The properties that a schema, its `allOf` and what they refer to declare with `readOnly` or `writeOnly`. `required` does not apply to them in
 * the direction that they are excluded from.
 */
export function excludedNames<At>(
  schema: unknown,
  at: At,
  keyword: 'readOnly' | 'writeOnly',
  follow: FollowRef<At>,
): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<unknown>();
  visit(schema, at);
  return names;

  function visit(each: unknown, here: At): void {
    if (!isJsonObject(each) || seen.has(each)) return;
    seen.add(each);
    const properties = member(each, 'properties');
    for (const [name, property] of Object.entries(isJsonObject(properties) ? properties : {}))
      if (isMarked(property, here)) names.add(name);
    for (const part of itemsIn(member(each, 'allOf'))) visit(part, here);
    const target = targetOf(each, here);
    if (target !== undefined) visit(target.schema, target.at);
  }

  /** Whether a property has the keyword itself, in its `allOf` or in what these refer to. */
  function isMarked(property: unknown, here: At, met: Set<unknown> = new Set()): boolean {
    if (!isJsonObject(property) || met.has(property)) return false;
    met.add(property);
    if (member(property, keyword) === true) return true;
    const target = targetOf(property, here);
    if (target !== undefined && isMarked(target.schema, target.at, met)) return true;
    return itemsIn(member(property, 'allOf')).some((part) => isMarked(part, here, met));
  }

  function targetOf(each: JsonObject, here: At): { readonly schema: unknown; readonly at: At } | undefined {
    const reference = member(each, '$ref');
    return typeof reference === 'string' ? follow(reference, here) : undefined;
  }
}
