import { isUrl } from '../schema/dialects/schema-uri';
import { pointerFrom, valueBelow, type JsonPointer } from '../model/json/json-pointer';
import { isJsonArray, isJsonObject, member, type JsonObject, textMember } from '../model/json/json-value';
import type { OpenApiProblem } from '../model/project/open-api';
import type { Place, Token } from '../model/documents/place';
import type { SchemaFile } from '../model/project/schema-files';
import type { Dialect } from '../schema/dialects/dialect';
import { dialectBehind } from '../schema/dialects/stated-dialect';
import { resolveReference } from '../schema/link/resolve-reference';
import type { SchemaLibrary } from '../schema/link/schema-library';

/** A value of an OpenAPI document, or of a file that it refers to. */
export interface Spot {
  readonly file: SchemaFile;
  readonly pointer: JsonPointer;
  readonly value: unknown;
}

/** An object of an OpenAPI document. */
export interface ObjectSpot extends Spot {
  readonly value: JsonObject;
}

export function rootSpot(file: SchemaFile): Spot {
  return { file, pointer: '', value: file.value };
}

/** The value at these steps; undefined where there is none. */
export function spotIn(
  { file, pointer, value }: Spot,
  ...steps: readonly (string | number)[]
): Spot | undefined {
  const inner = steps.reduce<unknown>(valueBelow, value);
  return inner === undefined ? undefined : { file, pointer: pointerFrom(steps, pointer), value: inner };
}

/** A string that identifies a spot. */
export function spotKey({ file, pointer }: Pick<Spot, 'file' | 'pointer'>): string {
  return `${file.file}#${pointer}`;
}

export function placeOfSpot({ file, pointer }: Spot, token: Token = 'value'): Place {
  return { file: file.source.name, pointer, token };
}

/** Reads a document from spot to spot: follows references, and reports what has the wrong form. */
export interface DocumentReader {
  readonly library: SchemaLibrary;
  /** The document itself. */
  readonly root: SchemaFile;
  /** The dialect of its schemas. */
  readonly dialect: Dialect;
  readonly report: (problem: OpenApiProblem) => void;
  /** Called with what a reference leads to. */
  readonly onReached?: (target: Pick<Spot, 'file' | 'pointer'>) => void;
}

/** The dialect of the schemas at a spot, unless they name one. */
export function dialectAt({ file }: Pick<Spot, 'file'>, { root, dialect }: DocumentReader): Dialect {
  return file === root ? dialect : dialectBehind(root.value, dialect);
}

/** Where a `$ref` leads, through others; undefined where it leads nowhere, which is reported once. */
export function spotBehind(spot: Spot, reader: DocumentReader, what?: 'example'): Spot | undefined {
  // Nearly all spots are no references, and there are tens of thousands.
  if (!isJsonObject(spot.value) || !Object.hasOwn(spot.value, '$ref')) return spot;
  let at = spot;
  for (const seen = new Set<string>(); ;) {
    const reference = isJsonObject(at.value) ? member(at.value, '$ref') : undefined;
    const place: Place = { file: at.file.source.name, pointer: `${at.pointer}/$ref`, token: 'value' };
    if (typeof reference !== 'string') {
      // A property of this name may be a header or a media type, as an object.
      if (reference !== undefined && !isJsonObject(reference))
        reader.report({ kind: 'wrong-form', expected: 'a reference', actual: reference, place });
      return at;
    }
    const key = spotKey(at);
    if (seen.has(key)) {
      reader.report({ kind: 'circular', reference, place });
      return undefined;
    }
    seen.add(key);
    const { library } = reader;
    const from = library.resourceAt(at.file, at.pointer, dialectAt(at, reader));
    const target = resolveReference(reference, from, library);
    switch (target.kind) {
      case 'found':
        at = { file: target.file, pointer: target.pointer, value: target.value };
        reader.onReached?.(at);
        break;
      case 'remote':
        reader.report(
          isUrl(reference)
            ? { kind: 'remote', reference, place }
            : {
                kind: 'dangling',
                reference,
                ...(target.nearest === undefined ? { isOutside: true } : { nearest: target.nearest }),
                isExample: what === 'example',
                place,
              },
        );
        return undefined;
      case 'unreadable':
        // The file is reported with the reason, like every schema file that cannot be read.
        reader.report({ kind: 'unreadable', problem: target.problem, place });
        return undefined;
      case 'dangling':
        reader.report({ ...target, kind: 'dangling', reference, isExample: what === 'example', place });
        return undefined;
    }
  }
}

/** The object at these steps, after references. Another value is reported; an absent one is not. */
export function objectIn(
  spot: Spot,
  steps: readonly (string | number)[],
  reader: DocumentReader,
): ObjectSpot | undefined {
  const found = spotIn(spot, ...steps);
  return found === undefined ? undefined : asObject(found, reader);
}

/** Where the literal value of an example is: a `$ref` alone is not meant as a value, although the specification reads it as one. */
export function valueSpot(spot: Spot, reader: DocumentReader): Spot | undefined {
  const { value } = spot;
  const isReference = isJsonObject(value) && Object.keys(value).length === 1 && '$ref' in value;
  return isReference ? spotBehind(spot, reader, 'example') : spot;
}

/** The object that a spot is or refers to. */
export function asObject(spot: Spot, reader: DocumentReader): ObjectSpot | undefined {
  const at = spotBehind(spot, reader);
  if (at === undefined) return undefined;
  const { value } = at;
  if (isJsonObject(value)) return { ...at, value };
  reader.report({ kind: 'wrong-form', expected: 'an object', actual: value, place: placeOfSpot(at) });
  return undefined;
}

/** The properties of the object at these steps, each with its spot before references are followed. */
export function entriesIn(
  spot: Spot,
  steps: readonly (string | number)[],
  reader: DocumentReader,
): readonly (readonly [name: string, spot: Spot])[] {
  const holder = objectIn(spot, steps, reader);
  if (holder === undefined) return [];
  return Object.keys(holder.value).flatMap((name) => {
    const inner = spotIn(holder, name);
    return inner === undefined ? [] : [[name, inner] as const];
  });
}

/** As `entriesIn`, for an object of the specification, which may be extended: without the properties that begin with `x-`. */
export function fieldsIn(
  spot: Spot,
  steps: readonly (string | number)[],
  reader: DocumentReader,
): readonly (readonly [name: string, spot: Spot])[] {
  return entriesIn(spot, steps, reader).filter(([name]) => !name.startsWith('x-'));
}

/** The items of the array at these steps. */
export function itemsAt(
  spot: Spot,
  steps: readonly (string | number)[],
  reader: DocumentReader,
): readonly Spot[] {
  const found = spotIn(spot, ...steps);
  if (found === undefined) return [];
  if (isJsonArray(found.value)) return [...found.value.keys()].flatMap((index) => spotIn(found, index) ?? []);
  reader.report({ kind: 'wrong-form', expected: 'an array', actual: found.value, place: placeOfSpot(found) });
  return [];
}

/** The text at a property of an object. */
export function textIn({ value }: Spot, name: string): string | undefined {
  return isJsonObject(value) ? textMember(value, name) : undefined;
}
