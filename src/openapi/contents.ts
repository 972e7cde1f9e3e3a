import type { SchemaRef, Direction } from '../model/contract';
import { isJsonArray } from '../model/json-value';
import type { EmbeddedExample, OperationPart } from '../model/open-api';
import { valueAt } from '../model/json-pointer';
import { examplesOf } from './examples';
import { mediaTypeForm, notJudgedAs, type MediaTypeForm } from './media-type';
import { asObject, entriesIn, placeOfSpot, spotIn, type DocumentReader, type ObjectSpot } from './spot';

/** What a media type, a parameter or a header belongs to. */
export interface PartIdentity {
  /** The name of its contract, without the media type. */
  readonly contract: string;
  /** For people: `GET /servers/{id} → 200`. */
  readonly label: string;
  readonly direction: Direction;
}

/** The contracts of a `content` map, one per media type: the first that is JSON has the plain name, any other the media type after it. */
export function partsOfContent(
  holder: ObjectSpot,
  identity: PartIdentity,
  reader: DocumentReader,
): readonly OperationPart[] {
  const entries = entriesIn(holder, ['content'], reader);
  const plain = Math.max(
    0,
    entries.findIndex(([mediaType]) => mediaTypeForm(mediaType) === 'json'),
  );
  return entries.flatMap(([mediaType, spot], index) => {
    const media = asObject(spot, reader);
    if (media === undefined) return [];
    const { contract, label, direction } = identity;
    const named =
      index === plain
        ? identity
        : { contract: `${contract}[${mediaType}]`, label: `${label} ${mediaType}`, direction };
    return [partOfMedia(media, mediaType, named, reader)];
  });
}

function partOfMedia(
  media: ObjectSpot,
  mediaType: string,
  identity: PartIdentity,
  reader: DocumentReader,
): OperationPart {
  const all = examplesOf(media, reader);
  const form = mediaTypeForm(mediaType);
  const judged = all.filter((example) => isJudgedAs(form, example));
  const hasItems = spotIn(media, 'schema') === undefined && spotIn(media, 'itemSchema') !== undefined;
  return {
    ...partWith(
      media,
      hasItems ? 'itemSchema' : 'schema',
      hasItems ? judged.flatMap(itemsOf) : judged,
      identity,
      reader,
    ),
    ...notJudged(all.length - judged.length, notJudgedAs(mediaType)),
  };
}

/** The contract of something with a schema and examples next to it. */
export function partWith(
  holder: ObjectSpot,
  name: 'schema' | 'itemSchema',
  examples: readonly EmbeddedExample[],
  { contract, label, direction }: PartIdentity,
  { report, dialect }: DocumentReader,
): OperationPart {
  const schema = spotIn(holder, name);
  if (schema === undefined && examples.length > 0)
    report({ kind: 'no-schema', label, place: placeOfSpot(holder, 'opening') });
  const ref: SchemaRef | undefined =
    schema === undefined
      ? undefined
      : { file: schema.file.file, pointer: schema.pointer, direction, dialect };
  return {
    contract,
    label,
    place: placeOfSpot(holder, 'opening'),
    ...(ref === undefined ? {} : { schema: ref }),
    examples,
  };
}

export function notJudged(count: number, what: string): Pick<OperationPart, 'notJudged'> {
  return count === 0 ? {} : { notJudged: { what, count } };
}

/** Text in a media type that is not JSON is not a value, but an object in a form is what its schema describes. */
function isJudgedAs(form: MediaTypeForm, example: EmbeddedExample): boolean {
  if (form === 'json') return true;
  if (form === 'text' || example.kind !== 'value') return false;
  const value = valueAt(example.file.value, example.pointer);
  return typeof value === 'object' && value !== null;
}

/** `itemSchema` describes each item of a sequence (OpenAPI 3.2, 4.14). */
function itemsOf(example: EmbeddedExample): readonly EmbeddedExample[] {
  if (example.kind !== 'value') return [];
  const value = valueAt(example.file.value, example.pointer);
  return isJsonArray(value)
    ? [...value.keys()].map((index) => ({ ...example, pointer: `${example.pointer}/${index}` }))
    : [];
}
