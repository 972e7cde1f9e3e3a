import { childPointer, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, member } from '../../model/json/json-value';
import { MICROVERSION_KEYS, objectEntries } from '../../model/versions/versions-entry';
import { placeIn } from '../place-in';
import { placeholderIn } from './about/placeholder-in';
import type { Rule } from '../rule';
import { quote } from '../../wording/quote';

/** Free text, such as a description, is not checked, because it may mention `<id>` on purpose. */
const VALUE_KEYS = ['id', 'status', ...MICROVERSION_KEYS, 'updated', 'links', 'media-types'];

/** Readers copy samples, and clients are tested with them. `{Current_Max_Version}` was once published as a version. */
export const noPlaceholder: Rule<'versions'> = {
  id: 'no-placeholder',
  subject: 'versions',
  severity: 'error',
  summary: 'A versions document contains values, not placeholders that nobody filled in.',
  check: function* ({ document, view }) {
    if (document.kind !== 'sample') return;
    for (const entry of objectEntries(view)) {
      for (const key of VALUE_KEYS) {
        const texts = textsBelow(childPointer(entry.pointer, key), member(entry.value, key));
        for (const [pointer, text] of texts) {
          const placeholder = placeholderIn(text);
          if (placeholder === undefined) continue;
          const what =
            placeholder === text ? 'is a placeholder' : `contains the placeholder ${quote(placeholder)}`;
          const message = `${quote(text)} ${what}: write the value that a service would return`;
          yield { at: placeIn(document, pointer, 'value'), message };
        }
      }
    }
  },
};

function* textsBelow(pointer: JsonPointer, value: unknown): Iterable<readonly [JsonPointer, string]> {
  if (typeof value === 'string') yield [pointer, value];
  else if (isJsonArray(value)) {
    for (const [index, item] of value.entries()) yield* textsBelow(childPointer(pointer, index), item);
  } else if (isJsonObject(value)) {
    for (const [key, item] of Object.entries(value)) yield* textsBelow(childPointer(pointer, key), item);
  }
}
