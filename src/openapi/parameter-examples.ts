import { isJsonArray, isJsonObject, member } from '../model/json-value';
import { valueAt } from '../model/json-pointer';
import type { EmbeddedExample } from '../model/open-api';
import { spotBehind, spotIn, type DocumentReader, type ObjectSpot } from './spot';

/**
 * The examples of a parameter that are values. A string for an array or an object is the value as it is sent, in the parameter's `style`:
 * `a,b,c` is `["a", "b", "c"]` in the style `simple`, which is checked only as far as that is JSON.
 */
export function parameterExamples(
  parameter: ObjectSpot,
  examples: readonly EmbeddedExample[],
  reader: DocumentReader,
): readonly EmbeddedExample[] {
  const types = typesOf(parameter, reader);
  const isStructured = types.includes('array') || types.includes('object');
  if (!isStructured || types.includes('string')) return examples;
  return examples.filter((example) => {
    if (example.kind !== 'value') return example.kind === 'external';
    return typeof valueAt(example.file.value, example.pointer) !== 'string';
  });
}

function typesOf(parameter: ObjectSpot, reader: DocumentReader): readonly unknown[] {
  const spot = spotIn(parameter, 'schema');
  const schema = spot === undefined ? undefined : spotBehind(spot, { ...reader, report: () => undefined });
  const type = schema !== undefined && isJsonObject(schema.value) ? member(schema.value, 'type') : undefined;
  return isJsonArray(type) ? type : [type];
}
