import { isJsonArray, isJsonObject, jsonTypeOf, member, type JsonObject } from '../model/json/json-value';
import { orList } from '../wording/list-words';
import { quote } from '../wording/quote';
import { valueWord } from '../wording/value-word';
import { typeName } from '../wording/wanted';

/** How many items of the sample are searched for the one most similar to an odd item. */
const MOST_MODELS = 20;

/** How an item of the response differs from all items of the sample's array, as the end of a sentence about the service. */
export function oddItemWords(item: unknown, sampleItems: unknown): string {
  const models = isJsonArray(sampleItems) ? sampleItems.slice(0, MOST_MODELS) : [];
  const types = [...new Set(models.map(jsonTypeOf))];
  if (!types.includes(jsonTypeOf(item))) {
    return `lists ${valueWord(item)}, but each item of the sample is ${orList(types.map(typeName))}`;
  }
  const odd = isJsonObject(item) ? oddness(item, models.filter(isJsonObject)) : undefined;
  return `lists an item with a shape that no item of the sample has${odd === undefined ? '' : `: ${odd}`}`;
}

/** How an item differs from the most similar object. */
function oddness(item: JsonObject, models: readonly JsonObject[]): string | undefined {
  const [nearest] = models.map((model) => differingKeys(item, model)).toSorted((a, b) => a.length - b.length);
  const [key] = nearest ?? [];
  if (key === undefined) return undefined;
  if (!Object.hasOwn(item, key)) return `it lacks ${quote(key)}`;
  return models.some((model) => Object.hasOwn(model, key))
    ? `its ${quote(key)} is ${typeName(jsonTypeOf(item[key]))}`
    : `it also has ${quote(key)}`;
}

function differingKeys(item: JsonObject, model: JsonObject): readonly string[] {
  const keys = new Set([...Object.keys(item), ...Object.keys(model)]);
  return [...keys].filter(
    (key) =>
      !Object.hasOwn(item, key) ||
      !Object.hasOwn(model, key) ||
      jsonTypeOf(member(item, key)) !== jsonTypeOf(member(model, key)),
  );
}
