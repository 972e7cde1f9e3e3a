import type { SchemaRef, Direction } from '../model/contracts/contract';
import { groupBy } from '../model/group-by';
import { DEFAULT_LIMITS } from '../model/project/limits';
import { isJsonObject } from '../model/json/json-value';
import { contractOfItem, type EmbeddedExample, type OperationPart } from '../model/project/open-api';
import { readStrictJson } from '../text/json/strict-json';
import { hasSequences, itemsOf, wholeOf } from './example-values';
import { examplesOf } from './examples';
import { propertyTypes } from './schema-types';
import { mediaTypeForm, notJudgedAs, type MediaTypeForm } from './media-type';
import {
  asObject,
  dialectAt,
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
    return partsOfMedia(media, mediaType, named, reader, index === plain ? others : []);
  });
}

/**
 * The contracts of one media type. Where it has both, `schema` describes a sequence as an array, and `itemSchema` each of its items (OpenAPI
 * 3.2, 4.14): these are two contracts.
 */
export function partsOfMedia(
  media: ObjectSpot,
  mediaType: string,
  identity: PartIdentity,
  reader: DocumentReader,
  others: readonly EmbeddedExample[] = [],
): readonly OperationPart[] {
  const all = [...examplesOf(media, reader), ...others];
  const [schema, itemSchema] = [spotIn(media, 'schema'), spotIn(media, 'itemSchema')];
  const form = {
    form: mediaFormOf(media, mediaType),
    isSequence: itemSchema !== undefined || hasSequences(reader),
    hasJsonData: itemSchema !== undefined && hasJsonData(itemSchema, reader),
  };
  const read = all.map((example) => {
    // One wrong item makes a sequence wrong on purpose, and which one it is is not known.
    if (itemSchema !== undefined && example.expectInvalid !== undefined) return { example };
    return {
      example,
      whole: schema === undefined && itemSchema !== undefined ? undefined : wholeOf(example, form),
      items: itemSchema === undefined ? undefined : itemsOf(example, form),
    };
  });
  const unread = read.flatMap(({ example, whole, items }) => ((whole ?? items) ? [] : [example]));
  const files = unread.flatMap((example) => (example.kind === 'external' ? [example] : []));
  const about = {
    ...notJudged(unread.map(() => notJudgedAs(mediaType))),
    ...(files.length === 0 ? {} : { files }),
  };
  const part = (spot: Spot | undefined, values: readonly EmbeddedExample[], named: PartIdentity) =>
    partWith(
      media,
      spot,
      values.filter((example) => isReadable(example, reader)),
      named,
      reader,
    );
  const ofItems = read.flatMap(({ items }) => items ?? []);
  if (schema === undefined && itemSchema !== undefined)
    return [{ ...part(itemSchema, ofItems, identity), ...about }];
  const ofSchema = part(
    schema,
    read.flatMap(({ whole }) => whole ?? []),
    identity,
  );
  if (itemSchema === undefined) return [{ ...ofSchema, ...about }];
  const { contract, label } = identity;
  const item = { ...identity, contract: contractOfItem(contract), label: `${label} item` };
  return [{ ...ofSchema, ...about }, part(itemSchema, ofItems, item)];
}

/** Data of an event are text, but many schemas describe what the text is as JSON. */
function hasJsonData(event: Spot, reader: DocumentReader): boolean {
  const types = propertyTypes(event, 'data', { ...reader, report: () => undefined });
  return types !== undefined && types.size > 0 && !types.has('string');
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
  reader: DocumentReader,
): OperationPart {
  if (schema === undefined && examples.length > 0)
    reader.report({ kind: 'no-schema', label, place: placeOfSpot(holder, 'opening') });
  const ref: SchemaRef | undefined =
    schema === undefined
      ? undefined
      : {
          file: schema.file.file,
          pointer: schema.pointer,
          ...(direction === undefined ? {} : { direction }),
          dialect: dialectAt(schema, reader),
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
