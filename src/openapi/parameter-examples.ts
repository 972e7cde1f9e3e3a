import { childPointer, valueAt } from '../model/json/json-pointer';
import { isJsonArray, isJsonObject, itemsIn, member } from '../model/json/json-value';
import type { EmbeddedExample } from '../model/project/open-api';
import { spotBehind, spotIn, type DocumentReader, type ObjectSpot, type Spot } from './spot';
import { itemsInText, propertiesInText, styleOf, withoutPrefix, type TextStyle } from './styled-text';

/**
 * The examples of a parameter or header with this schema that are values. A string for an array or an object is the value as it is sent, in the parameter's
 * `style`: in the style `simple`, `a,b,c` is `["a", "b", "c"]`. Where a style leaves open what is meant, the example is not checked.
 */
export function parameterExamples(
  parameter: ObjectSpot,
  schema: Spot | undefined,
  examples: readonly EmbeddedExample[],
  reader: DocumentReader,
): readonly EmbeddedExample[] {
  const quiet: DocumentReader = { ...reader, report: () => undefined };
  const types = schema === undefined ? new Set() : typesOf(schema, quiet);
  return examples.flatMap((example): readonly EmbeddedExample[] => {
    if (example.kind === 'external') return [example];
    const { file, pointer } = example;
    const isSent = example.kind === 'serialized';
    const written = isSent ? example.text : valueAt(file.value, pointer);
    const style = styleOf(parameter, reader);
    const isStructured = types.has('array') || types.has('object');
    if (!isSent) {
      if (schema === undefined || types.has('string') || typeof written !== 'string') return [example];
      if (!isStructured && written === withoutPrefix(written, style)) return [example];
      if (isStructured && /^\s*[[{]/.test(written)) return [example];
    }
    // How a single value is encoded depends on more than its style.
    if (schema === undefined || typeof written !== 'string' || (isSent && !isStructured)) return [];
    const text = isStructured
      ? structureIn(written, style, types, schema, quiet)
      : literalOf(withoutPrefix(written, style), types);
    return text === undefined ? [] : [{ ...example, kind: 'serialized', text }];
  });
}

/** An array or an object as it is sent, as JSON; undefined where the text could be read in several ways. */
function structureIn(
  text: string,
  style: TextStyle,
  types: ReadonlySet<unknown>,
  schema: Spot,
  reader: DocumentReader,
): string | undefined {
  if (types.has('string') || (types.has('array') && types.has('object'))) return undefined;
  if (types.has('object')) {
    const read = propertiesInText(text, style)?.map(([name, value]) => {
      const own = propertyTypes(schema, name, reader);
      const literal = own === undefined ? undefined : literalOf(value, own);
      return literal === undefined ? undefined : `${JSON.stringify(name)}:${literal}`;
    });
    return read?.every((property) => property !== undefined) === true ? `{${read.join(',')}}` : undefined;
  }
  const itemTypes = itemTypesOf(schema, reader);
  const items = itemsInText(text, style, itemTypes.has('number'))?.map((item) => literalOf(item, itemTypes));
  return items?.every((item) => item !== undefined) === true ? `[${items.join(',')}]` : undefined;
}

/** A number of JSON (RFC 8259, 6). */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/**
 * An item as JSON. It is a string unless the schema expects something else that it can be; undefined where it could be several things, or the
 * schema expects what is not one text.
 */
function literalOf(item: string, types: ReadonlySet<unknown>): string | undefined {
  if (types.has('array') || types.has('object')) return undefined;
  if (types.size === 0 && /^(?:-?\d.*|true|false|null)$/.test(item)) return undefined;
  const isNumber = (types.has('integer') || types.has('number')) && NUMBER.test(item);
  const isBoolean = types.has('boolean') && /^(?:true|false)$/.test(item);
  if (!isNumber && !isBoolean) return JSON.stringify(item);
  return types.has('string') ? undefined : item;
}

/** The types of a property; undefined where a pattern may apply to it. */
function propertyTypes(schema: Spot, name: string, reader: DocumentReader): ReadonlySet<unknown> | undefined {
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

function itemTypesOf(schema: Spot, reader: DocumentReader): ReadonlySet<unknown> {
  const found = new Set<unknown>();
  eachPart(schema, reader, (part) => {
    const items = spotIn(part, 'items');
    if (items !== undefined) for (const type of typesOf(items, reader)) found.add(type);
  });
  return found;
}

/** The types that a schema and what it consists of name. */
function typesOf(schema: Spot, reader: DocumentReader): ReadonlySet<unknown> {
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
