import type { SchemaRef, Direction } from '../model/contracts/contract';
import { groupBy } from '../model/group-by';
import { DEFAULT_LIMITS } from '../model/project/limits';
import { childPointer, valueAt } from '../model/json/json-pointer';
import { isJsonArray, isJsonObject } from '../model/json/json-value';
import type { EmbeddedExample, OperationPart, SerializedExample } from '../model/project/open-api';
import { readStrictJson } from '../text/json/strict-json';
import { examplesOf } from './examples';
import { mediaTypeForm, notJudgedAs, type MediaTypeForm } from './media-type';
import {
  asObject,
  entriesIn,
  placeOfSpot,
  spotIn,
  type DocumentReader,
  type ObjectSpot,
  type Spot,
} from './spot';

/** What a media type, a parameter or a header belongs to. */
export interface PartIdentity {
  /** The name of its contract, without the media type. */
  readonly contract: string;
  /** For people: `GET /servers/{id} → 200`. */
  readonly label: string;
  /** Absent where it is unknown. */
  readonly direction?: Direction;
}

/**
 * The contracts of a `content` map, one per media type: the first that is JSON has the plain name, any other the media type after it. `others` are
 * examples of the first that are not next to it.
 */
export function partsOfContent(
  holder: ObjectSpot,
  identity: PartIdentity,
  reader: DocumentReader,
  others: readonly EmbeddedExample[] = [],
): readonly OperationPart[] {
  const entries = entriesIn(holder, ['content'], reader);
  const plain = Math.max(
    0,
    entries.findIndex(([mediaType]) => mediaTypeForm(mediaType) === 'json'),
  );
  return entries.flatMap(([mediaType, spot], index) => {
    const media = asObject(spot, reader);
    if (media === undefined) return [];
    const { contract, label } = identity;
    const named =
      index === plain
        ? identity
        : { ...identity, contract: `${contract}[${mediaType}]`, label: `${label} ${mediaType}` };
    return [partOfMedia(media, mediaType, named, reader, index === plain ? others : [])];
  });
}

/** The contract of one media type. */
export function partOfMedia(
  media: ObjectSpot,
  mediaType: string,
  identity: PartIdentity,
  reader: DocumentReader,
  others: readonly EmbeddedExample[] = [],
): OperationPart {
  const all = [...examplesOf(media, reader), ...others];
  const form = mediaFormOf(media, mediaType);
  const hasItems = spotIn(media, 'schema') === undefined && spotIn(media, 'itemSchema') !== undefined;
  const read = all.map((example) => ({ example, values: valuesOf(example, form, hasItems) }));
  const unread = read.flatMap(({ example, values }) => (values === undefined ? [example] : []));
  const values = read.flatMap((each) => each.values ?? []).filter((example) => isReadable(example, reader));
  const files = unread.flatMap((example) => (example.kind === 'external' ? [example] : []));
  return {
    ...partWith(media, spotIn(media, hasItems ? 'itemSchema' : 'schema'), values, identity, reader),
    ...notJudged(unread.map(() => notJudgedAs(mediaType))),
    ...(files.length === 0 ? {} : { files }),
  };
}

/** Parts of a multipart body with an `encoding` of their own may be anything, so its examples are not checked. */
function mediaFormOf(media: ObjectSpot, mediaType: string): MediaTypeForm {
  const encoding = media.value['encoding'];
  const hasEncoding = isJsonObject(encoding) && Object.keys(encoding).length > 0;
  return hasEncoding && /^multipart\//i.test(mediaType) ? 'text' : mediaTypeForm(mediaType);
}

/** The contract of something with a schema and examples. */
export function partWith(
  holder: ObjectSpot,
  schema: Spot | undefined,
  examples: readonly EmbeddedExample[],
  { contract, label, direction }: PartIdentity,
  { report, dialect }: DocumentReader,
): OperationPart {
  if (schema === undefined && examples.length > 0)
    report({ kind: 'no-schema', label, place: placeOfSpot(holder, 'opening') });
  const ref: SchemaRef | undefined =
    schema === undefined
      ? undefined
      : {
          file: schema.file.file,
          pointer: schema.pointer,
          ...(direction === undefined ? {} : { direction }),
          dialect,
        };
  return {
    contract,
    label,
    place: placeOfSpot(holder, 'opening'),
    ...(ref === undefined ? {} : { schema: ref }),
    examples,
  };
}

/** What is not judged of a part, one word for each example. */
export function notJudged(whats: readonly string[]): Pick<OperationPart, 'notJudged'> {
  if (whats.length === 0) return {};
  const kinds = groupBy(whats, (what) => what);
  return { notJudged: [...kinds].map(([what, all]) => ({ what, count: all.length })) };
}

/**
 * The values that an example stands for; undefined where that cannot be said. Text in a media type that is not JSON is not a value, but an object
 * in a form is what its schema describes. `itemSchema` describes each item of a sequence (OpenAPI 3.2, 4.14).
 */
function valuesOf(
  example: EmbeddedExample,
  form: MediaTypeForm,
  hasItems: boolean,
): readonly EmbeddedExample[] | undefined {
  if (form === 'text' || (form !== 'json' && example.kind === 'external')) return undefined;
  if (form === 'lines') {
    const lines = linesOf(example);
    if (lines !== undefined) return hasItems ? lines : undefined;
  }
  if (example.kind !== 'value') return form === 'json' && !hasItems ? [example] : undefined;
  const value = valueAt(example.file.value, example.pointer);
  if (form !== 'json' && (typeof value !== 'object' || value === null)) return undefined;
  if (!hasItems) return [example];
  if (!isJsonArray(value)) return undefined;
  return [...value.keys()].map((index) => ({ ...example, pointer: childPointer(example.pointer, index) }));
}

/** The JSON texts in an example of JSON Lines or of a JSON text sequence (RFC 7464); undefined where it is not text. */
function linesOf(example: EmbeddedExample): readonly SerializedExample[] | undefined {
  if (example.kind === 'external') return undefined;
  const { file, pointer } = example;
  const text = example.kind === 'serialized' ? example.text : valueAt(file.value, pointer);
  if (typeof text !== 'string') return undefined;
  const lines = text
    .replaceAll('\u001E', '\n')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => ({ kind: 'serialized', file, pointer, text: line }));
}

/** Whether the text of an example is JSON; other text is reported. */
function isReadable(example: EmbeddedExample, { report }: DocumentReader): boolean {
  if (example.kind !== 'serialized') return true;
  const { file, pointer, text } = example;
  const { value } = readStrictJson(text, DEFAULT_LIMITS.depth);
  if (value !== undefined) return true;
  report({
    kind: 'wrong-form',
    expected: 'JSON',
    actual: text,
    place: placeOfSpot({ file, pointer, value }),
  });
  return false;
}
