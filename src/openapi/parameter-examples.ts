import { valueAt } from '../model/json/json-pointer';
import type { EmbeddedExample } from '../model/project/open-api';
import { itemTypesOf, propertyTypes, typesOf } from './schema-types';
import type { DocumentReader, ObjectSpot, Spot } from './spot';
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
