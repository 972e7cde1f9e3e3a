import { childPointer, valueAt } from '../model/json/json-pointer';
import { isJsonArray, isJsonObject, itemsIn, member } from '../model/json/json-value';
import type { EmbeddedExample } from '../model/project/open-api';
import { isSwagger } from './is-swagger';
import { spotBehind, spotIn, textIn, type DocumentReader, type ObjectSpot, type Spot } from './spot';

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
  const isStructured = types.has('array') || types.has('object');
  return examples.flatMap((example): readonly EmbeddedExample[] => {
    if (example.kind === 'external') return [example];
    // How a value is sent depends on its style, its name and its encoding.
    if (example.kind === 'serialized') return [];
    const { file, pointer } = example;
    const written = valueAt(file.value, pointer);
    if (schema === undefined || types.has('string') || typeof written !== 'string') return [example];
    const style = isSwagger(reader.root) ? swaggerStyleOf(parameter) : styleOf(parameter);
    const value = withoutPrefix(written, style);
    if (!isStructured)
      return value === written
        ? [example]
        : [{ kind: 'serialized', file, pointer, text: literalOf(value, types) }];
    if (/^\s*[[{]/.test(written)) return [example];
    if (types.has('object')) return [];
    const itemTypes = itemTypesOf(schema, quiet);
    if (itemTypes.has('array') || itemTypes.has('object')) return [];
    const items = style.prefix === '.' ? splitLabel(value, itemTypes) : splitText(value, style);
    if (items === undefined) return [];
    const text = `[${items.map((item) => literalOf(item, itemTypes)).join(',')}]`;
    return [{ kind: 'serialized', file, pointer, text }];
  });
}

/** The separator of each style that puts an array into one value, without `explode` (OpenAPI 3.0.3, 4.7.12.3). */
const SEPARATORS: Readonly<Record<string, string>> = {
  simple: ',',
  form: ',',
  spaceDelimited: ' ',
  pipeDelimited: '|',
  label: ',',
  matrix: ',',
};

/** How an array is sent. */
interface Style {
  /** Absent where it is not one text. */
  readonly separator?: string | undefined;
  /** Whether each item is sent with the name of the parameter. */
  readonly isExploded: boolean;
  /** What comes before the value in a path: `.`, or `;id=`. */
  readonly prefix?: string;
  /** Whether the text is that of a header, in which spaces around items mean nothing (RFC 9110, 5.6.1). */
  readonly isHeader?: boolean;
}

function styleOf(parameter: ObjectSpot): Style {
  const location = textIn(parameter, 'in') ?? 'header';
  const style =
    textIn(parameter, 'style') ?? (location === 'path' || location === 'header' ? 'simple' : 'form');
  const explode = parameter.value['explode'];
  const separator = Object.hasOwn(SEPARATORS, style) ? SEPARATORS[style] : undefined;
  const isExploded = style !== 'simple' && (explode === true || (explode === undefined && style === 'form'));
  return {
    separator,
    isExploded,
    isHeader: location === 'header',
    ...(style === 'label' ? { prefix: '.' } : {}),
    ...(style === 'matrix' ? { prefix: `;${textIn(parameter, 'name') ?? ''}=` } : {}),
  };
}

/** The separators of the values of `collectionFormat` in Swagger 2.0. */
const COLLECTION_FORMATS: Readonly<Record<string, string>> = {
  csv: ',',
  ssv: ' ',
  tsv: '\t',
  pipes: '|',
  multi: '&',
};

function swaggerStyleOf(parameter: ObjectSpot): Style {
  const format = textIn(parameter, 'collectionFormat') ?? 'csv';
  const separator = Object.hasOwn(COLLECTION_FORMATS, format) ? COLLECTION_FORMATS[format] : undefined;
  // A header of a response has no `in`.
  const isHeader = (textIn(parameter, 'in') ?? 'header') === 'header';
  return { separator, isExploded: format === 'multi', isHeader };
}

function withoutPrefix(text: string, { prefix = '' }: Style): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

/** The items of an array as it is sent; undefined where the text could be read in several ways. */
function splitText(text: string, { separator, isExploded, isHeader }: Style): readonly string[] | undefined {
  if (separator === undefined || text === '' || /[%&=;]/.test(text)) return undefined;
  // An exploded text is one item, or several in another style.
  if (isExploded) return /[,| ]/.test(text) ? undefined : [text];
  const items = text.split(separator);
  return isHeader === true ? items.map((item) => item.trim()) : items;
}

/** Before OpenAPI 3.1, the items of a label are separated by periods, exploded or not (3.0.3, 4.7.12.3); a number may contain one. */
function splitLabel(text: string, itemTypes: ReadonlySet<unknown>): readonly string[] | undefined {
  if (text === '' || /[%&=;]/.test(text)) return undefined;
  if (text.includes(',')) return text.split(',');
  return text.includes('.') && itemTypes.has('number') ? undefined : text.split('.');
}

/** An item as JSON. It is a string unless the schema expects something else that it can be. */
function literalOf(item: string, types: ReadonlySet<unknown>): string {
  const isNumber = (types.has('integer') || types.has('number')) && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(item);
  const isBoolean = types.has('boolean') && /^(?:true|false)$/.test(item);
  return !types.has('string') && (isNumber || isBoolean) ? item : JSON.stringify(item);
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
