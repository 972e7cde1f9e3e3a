import { isUrl } from '../schema/dialects/schema-uri';
import { posix } from 'node:path';

import { childPointer } from '../model/json/json-pointer';
import { isJsonArray, isJsonObject, type JsonObject } from '../model/json/json-value';
import type { EmbeddedExample } from '../model/project/open-api';
import type { Place } from '../model/documents/place';
import { percentDecoded } from '../model/percent-decoded';
import {
  entriesIn,
  spotBehind,
  placeOfSpot,
  spotIn,
  textIn,
  valueSpot,
  type DocumentReader,
  type ObjectSpot,
  type Spot,
} from './spot';

/** What holds the value of an Example Object. `dataValue` and `serializedValue` are two forms of one value (OpenAPI 3.2, 4.19). */
const VALUES: ReadonlySet<string> = new Set(['value', 'dataValue', 'serializedValue', 'externalValue']);

/**
 * The examples next to a schema: those of a media type, a parameter or a header (OpenAPI 3.0.3, 4.7.14). `example` is a value, `examples` has
 * Example Objects by name, which may be references.
 */
export function examplesOf(holder: ObjectSpot, reader: DocumentReader): readonly EmbeddedExample[] {
  const one = spotIn(holder, 'example');
  const [first, later] = Object.keys(holder.value).filter(
    (name) => name === 'example' || name === 'examples',
  );
  if (first !== undefined && later !== undefined)
    reader.report({
      kind: 'example-and-examples',
      first: keyIn(holder, first),
      place: keyIn(holder, later),
    });
  return [
    ...(one === undefined ? [] : literalExample(one, reader)),
    ...namedExamples(holder, reader).flatMap(([, spot]) => ofExampleObject(spot, reader)),
  ];
}

/** The Example Objects by name. A value as in `example`, and a list as in a schema, are frequent mistakes. */
function namedExamples(
  holder: ObjectSpot,
  reader: DocumentReader,
): readonly (readonly [name: string, spot: Spot])[] {
  const all = spotIn(holder, 'examples');
  const written = all === undefined ? undefined : spotBehind(all, reader);
  if (all === undefined || written === undefined) return [];
  const { value } = written;
  const bare = isJsonObject(value) ? bareValue(value) : undefined;
  if (isJsonObject(value) && bare === undefined) return entriesIn(written, [], reader);
  reader.report({
    kind: 'wrong-form',
    expected:
      bare === undefined
        ? 'an object with examples by name, each with its "value"'
        : 'examples by name, each an object with "value"',
    actual: bare === undefined ? value : bare,
    remedy: remedyFor(value),
    place: placeOfSpot(written, 'opening'),
  });
  return [];
}

/** What to write instead of this value of `examples`. */
function remedyFor(examples: unknown): string {
  if (isJsonArray(examples))
    return 'name each item and put it below "value", or write "example" if the array is one example';
  if (isJsonObject(examples))
    return 'put each value below "value", or write "example" if this is one example';
  return examples === null ? 'remove it' : 'write "example"';
}

/** The first value in the place of an Example Object, where there is none: the object is itself an example, or has values by name. */
function bareValue(examples: JsonObject): unknown {
  const all = Object.values(examples);
  return all.some(isNamedExample) ? undefined : all.find((each) => !isJsonObject(each));
}

function isNamedExample(value: unknown): boolean {
  return isJsonObject(value) && Object.keys(value).some((name) => VALUES.has(name) || name === '$ref');
}

/** A value that is written as such. */
export function literalExample(spot: Spot, reader: DocumentReader): readonly EmbeddedExample[] {
  const found = valueSpot(spot, reader);
  if (found === undefined) return [];
  // A `$ref` in the place of the value often leads to an Example Object.
  if (found !== spot && /(?:^|\/)examples\/[^/]+$/.test(found.pointer) && isExampleObject(found.value))
    return ofExampleObject(found, reader);
  const { file, pointer } = found;
  return [{ kind: 'value', file, pointer }];
}

/** Whether a value has nothing but what an Example Object has. */
export function isExampleObject(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const names = Object.keys(value);
  return names.some((name) => VALUES.has(name)) && names.every(isNameInExample);
}

function isNameInExample(name: string): boolean {
  return VALUES.has(name) || name === 'summary' || name === 'description' || name.startsWith('x-');
}

/** The place of a property's name. */
export function keyIn({ file, pointer, value }: Spot, name: string): Place {
  return placeOfSpot({ file, pointer: childPointer(pointer, name), value }, 'key');
}

/** The value of an Example Object. */
export function ofExampleObject(spot: Spot, reader: DocumentReader): readonly EmbeddedExample[] {
  const example = spotBehind(spot, reader, 'example');
  if (example === undefined) return [];
  const { value } = example;
  if (!isJsonObject(value)) {
    const place = placeOfSpot(example);
    const remedy = 'put it below "value"';
    reader.report({ kind: 'wrong-form', expected: 'an object with "value"', actual: value, remedy, place });
    return [];
  }
  const names = Object.keys(value).filter((name) => VALUES.has(name));
  const others = names.filter((name) => name !== 'dataValue' && name !== 'serializedValue');
  const [, extra] = others.length === names.length ? others : names;
  if (extra !== undefined && others.length > 0)
    reader.report({ kind: 'several-values', names, place: keyIn(example, extra) });
  const chosen = names.includes('dataValue') ? 'dataValue' : names[0];
  const inner = chosen === undefined ? undefined : spotIn(example, chosen);
  if (inner === undefined) {
    // A value in the place of the Example Object.
    if (!Object.keys(value).every(isNameInExample))
      reader.report({ kind: 'no-value', place: placeOfSpot(example, 'opening') });
    return [];
  }
  const found = valueOf(example, chosen, inner, reader);
  const expectInvalid = markOf(example, reader);
  return expectInvalid === undefined ? found : found.map((each) => ({ ...each, expectInvalid }));
}

function valueOf(
  example: Spot,
  name: string | undefined,
  inner: Spot,
  reader: DocumentReader,
): readonly EmbeddedExample[] {
  if (name === 'externalValue') return externalFile(inner, reader);
  if (name !== 'serializedValue') return literalExample(inner, reader);
  const text = textIn(example, name);
  return text === undefined ? [] : [{ kind: 'serialized', file: inner.file, pointer: inner.pointer, text }];
}

/** The place of `x-expect: invalid`, which marks an example that is wrong on purpose. */
function markOf(example: Spot, reader: DocumentReader): Place | undefined {
  const mark = spotIn(example, 'x-expect');
  if (mark === undefined) return undefined;
  const place = placeOfSpot(mark);
  if (mark.value === 'invalid') return place;
  reader.report({ kind: 'wrong-form', expected: '"invalid" as "x-expect"', actual: mark.value, place });
  return undefined;
}

/** A reference to a file with a value, relative to the file that contains it. Nothing is fetched. */
function externalFile(spot: Spot, reader: DocumentReader): readonly EmbeddedExample[] {
  const { file, value } = spot;
  const place = placeOfSpot(spot);
  if (typeof value !== 'string') {
    reader.report({ kind: 'wrong-form', expected: 'the path of a file', actual: value, place });
    return [];
  }
  if (isUrl(value)) {
    reader.report({ kind: 'remote', reference: value, place });
    return [];
  }
  const [path = '', fragment = ''] = value.split('#').map(percentDecoded);
  const target = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(file.file), path);
  return [{ kind: 'external', path: target, pointer: fragment, reference: value, place }];
}
