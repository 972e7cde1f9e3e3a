import { childPointer } from '../model/json/json-pointer';
import { isJsonArray, isJsonObject, itemsIn, member } from '../model/json/json-value';
import { spotBehind, spotIn, type DocumentReader, type Spot } from './spot';

/** The types of a property; undefined where a pattern may apply to it. */
export function propertyTypes(
  schema: Spot,
  name: string,
  reader: DocumentReader,
): ReadonlySet<unknown> | undefined {
  const own = new Set<unknown>();
  const others = new Set<unknown>();
  let hasPatterns = false;
  let isDeclared = false;
  eachPart(schema, reader, (part) => {
    const property = spotIn(part, 'properties', name);
    const rest = spotIn(part, 'additionalProperties');
    isDeclared ||= property !== undefined;
    hasPatterns ||= spotIn(part, 'patternProperties') !== undefined;
    for (const type of property === undefined ? [] : typesOf(property, reader)) own.add(type);
    for (const type of rest === undefined ? [] : typesOf(rest, reader)) others.add(type);
  });
  return hasPatterns ? undefined : isDeclared ? own : others;
}

/** The types of the items of an array. */
export function itemTypesOf(schema: Spot, reader: DocumentReader): ReadonlySet<unknown> {
  const found = new Set<unknown>();
  eachPart(schema, reader, (part) => {
    const items = spotIn(part, 'items');
    if (items !== undefined) for (const type of typesOf(items, reader)) found.add(type);
  });
  return found;
}

/** The types that a schema and what it consists of name. */
export function typesOf(schema: Spot, reader: DocumentReader): ReadonlySet<unknown> {
  const types = new Set<unknown>();
  eachPart(schema, reader, ({ value }) => {
    const type = isJsonObject(value) ? member(value, 'type') : undefined;
    for (const each of isJsonArray(type) ? type : [type]) types.add(each);
  });
  types.delete(undefined);
  return types;
}

/** Visits a schema and the schemas that apply to the same value. */
function eachPart(schema: Spot, reader: DocumentReader, visit: (part: Spot) => void): void {
  const seen = new Set<unknown>();
  const open = [schema];
  // Parts that are added to an array while it is iterated are visited too.
  for (const spot of open) {
    const part = spotBehind(spot, reader);
    if (part === undefined || !isJsonObject(part.value) || seen.has(part.value)) continue;
    seen.add(part.value);
    visit(part);
    for (const name of ['allOf', 'anyOf', 'oneOf'])
      for (const [index, value] of itemsIn(member(part.value, name)).entries()) {
        const pointer = childPointer(childPointer(part.pointer, name), index);
        open.push({ file: part.file, pointer, value });
      }
  }
}
