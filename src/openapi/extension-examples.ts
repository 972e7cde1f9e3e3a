import { isJsonObject, member } from '../model/json/json-value';
import type { EmbeddedExample } from '../model/project/open-api';
import { isExampleObject, literalExample, ofExampleObject } from './examples';
import { mediaTypeForm, notJudgedAs } from './media-type';
import { entriesIn, spotBehind, spotIn, type DocumentReader, type ObjectSpot, type Spot } from './spot';

/**
 * The examples of an operation in `x-ms-examples` (Azure), inline or in files: each has `parameters` by name, and `responses` by status with
 * their `body`. `steps` lead from one of them to the value.
 */
export function extensionExamples(
  operation: Spot,
  steps: readonly string[],
  reader: DocumentReader,
): readonly EmbeddedExample[] {
  return entriesIn(operation, ['x-ms-examples'], reader).flatMap(([, spot]) => {
    const example = spotBehind(spot, reader, 'example');
    const value = example === undefined ? undefined : spotIn(example, ...steps);
    return value === undefined ? [] : literalExample(value, reader);
  });
}

/** The examples at these properties of a parameter or header, and those in `x-examples`, by name. */
export function extensionExamplesOf(
  holder: ObjectSpot,
  names: readonly string[],
  reader: DocumentReader,
): readonly EmbeddedExample[] {
  const single = names.flatMap((name) => spotIn(holder, name) ?? []);
  const named = namedIn(holder, reader).filter(([name]) => !name.includes('/'));
  return [
    ...single.flatMap((spot) => literalExample(spot, reader)),
    ...named.flatMap(([, spot]) =>
      isExampleObject(spot.value) ? ofExampleObject(spot, reader) : literalExample(spot, reader),
    ),
  ];
}

/** The examples of a body in Swagger 2.0, which are not in the specification: by name, or by media type. `unread` are what is not judged. */
export function besideBody(body: ObjectSpot, reader: DocumentReader): ReadExamples {
  const { read, unread } = byMediaType(
    namedIn(body, reader).filter(([name]) => name.includes('/')),
    reader,
  );
  return { read: [...extensionExamplesOf(body, ['x-example', 'example'], reader), ...read], unread };
}

export interface ReadExamples {
  readonly read: readonly EmbeddedExample[];
  /** What each of the others is, such as `XML`. */
  readonly unread: readonly string[];
}

/** Values by media type, of which only JSON is judged. */
export function byMediaType(
  entries: readonly (readonly [mediaType: string, spot: Spot])[],
  reader: DocumentReader,
): ReadExamples {
  return {
    read: entries.filter(isJson).flatMap(([, spot]) => literalExample(spot, reader)),
    unread: entries.filter((entry) => !isJson(entry)).map(([mediaType]) => notJudgedAs(mediaType)),
  };
}

function isJson([mediaType]: readonly [string, Spot]): boolean {
  return mediaTypeForm(mediaType) === 'json';
}

/** An extension may have any form; only an object has names. */
function namedIn(holder: ObjectSpot, reader: DocumentReader): readonly (readonly [string, Spot])[] {
  return isJsonObject(member(holder.value, 'x-examples')) ? entriesIn(holder, ['x-examples'], reader) : [];
}
