import { DEFAULT_LIMITS } from '../model/project/limits';
import { childPointer, valueAt } from '../model/json/json-pointer';
import { isJsonArray, isJsonObject, member } from '../model/json/json-value';
import type { EmbeddedExample, SerializedExample } from '../model/project/open-api';
import { readStrictJson } from '../text/json/strict-json';
import { eventsIn } from './event-stream';
import type { MediaTypeForm } from './media-type';
import type { DocumentReader } from './spot';

/** How the examples of a media type are read. */
export interface SequenceForm {
  readonly form: MediaTypeForm;
  /** Whether a text of several items is an array. */
  readonly isSequence: boolean;
  /** Whether the data of events are JSON. */
  readonly hasJsonData: boolean;
}

/**
 * An example as the value that its schema describes; undefined where that cannot be said. Text in a media type that is not JSON is not a value,
 * but an object in a form is what its schema describes, and so is a sequence of JSON texts, as an array.
 */
export function wholeOf(
  example: EmbeddedExample,
  { form, isSequence, hasJsonData }: SequenceForm,
): EmbeddedExample | undefined {
  if (form === 'text' || (form !== 'json' && example.kind === 'external')) return undefined;
  const texts = textsOf(example, form, hasJsonData);
  if (texts !== undefined) return isSequence ? arrayOf(example, texts) : undefined;
  if (example.kind !== 'value') return form === 'json' ? example : undefined;
  const value = valueAt(example.file.value, example.pointer);
  return form !== 'json' && (typeof value !== 'object' || value === null) ? undefined : example;
}

/** The items of an example of a sequence, which `itemSchema` describes; undefined where that cannot be said. */
export function itemsOf(
  example: EmbeddedExample,
  { form, hasJsonData }: Omit<SequenceForm, 'isSequence'>,
): readonly EmbeddedExample[] | undefined {
  if (form === 'text') return undefined;
  const texts = textsOf(example, form, hasJsonData);
  if (texts !== undefined || example.kind !== 'value') return texts;
  const value = valueAt(example.file.value, example.pointer);
  if (!isJsonArray(value)) return undefined;
  return [...value.keys()].map((index) => ({ ...example, pointer: childPointer(example.pointer, index) }));
}

/** Before OpenAPI 3.2, many documents have the schema of an item as `schema`. */
export function hasSequences({ root }: DocumentReader): boolean {
  return isJsonObject(root.value) && /^3\.(?:[2-9]|\d\d)/.test(String(member(root.value, 'openapi')));
}

/** The items in the text of an example, as JSON; undefined where it is not the text of a sequence. */
function textsOf(
  example: EmbeddedExample,
  form: MediaTypeForm,
  hasJsonData: boolean,
): readonly SerializedExample[] | undefined {
  if (example.kind === 'external' || (form !== 'lines' && form !== 'events')) return undefined;
  const text = example.kind === 'serialized' ? example.text : valueAt(example.file.value, example.pointer);
  if (typeof text !== 'string') return undefined;
  const texts = form === 'lines' ? linesIn(text) : eventsIn(text, hasJsonData);
  // Text without an event is probably something else.
  if (form === 'events' && texts.length === 0) return undefined;
  return texts.map((each) => ({ ...example, kind: 'serialized', text: each }));
}

/** The JSON texts in JSON Lines or in a JSON text sequence (RFC 7464). */
function linesIn(text: string): readonly string[] {
  return text.split(text.includes('\u001E') ? '\u001E' : '\n').filter((line) => line.trim() !== '');
}

/** Lines as one array; the first that is not JSON, where there is one, so that it is reported. */
function arrayOf(example: EmbeddedExample, lines: readonly SerializedExample[]): EmbeddedExample {
  if (example.kind === 'external') return example;
  const text = `[${lines.map((line) => line.text).join(',')}]`;
  const wrong = lines.find((line) => readStrictJson(line.text, DEFAULT_LIMITS.depth).value === undefined);
  return wrong ?? { ...example, kind: 'serialized', text };
}
