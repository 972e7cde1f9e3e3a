import { isJsonArray, isJsonObject, jsonTypeOf, member, type JsonObject } from '../model/json-value';
import { orList } from '../wording/list-words';
import { quote } from '../wording/quote';
import { valueWord } from '../wording/value-word';
import { typeName } from '../wording/wanted';

/** How many items of a sample are looked at for the one that an odd item is most like. */
const MOST_MODELS = 20;

/** What a response's item has that no item of the sample's list has, as the end of a sentence that names the service. */
export function oddItemWords(item: unknown, sampleItems: unknown): string {
  const models = isJsonArray(sampleItems) ? sampleItems.slice(0, MOST_MODELS) : [];
  const types = [...new Set(models.map(jsonTypeOf))];
  if (!types.includes(jsonTypeOf(item))) {
    return `lists ${valueWord(item)}, the sample only ${orList(types.map(typeName))}`;
  }
  const odd = isJsonObject(item) ? oddness(item, models.filter(isJsonObject)) : undefined;
  return `lists an item of a shape that no item of the sample has${odd === undefined ? '' : `: ${odd}`}`;
}

/** What makes an item differ from the object most like it. */
function oddness(item: JsonObject, models: readonly JsonObject[]): string | undefined {
  const [nearest] = models.map((model) => differingKeys(item, model)).toSorted((a, b) => a.length - b.length);
  const [key] = nearest ?? [];
  if (key === undefined) return undefined;
  if (!Object.hasOwn(item, key)) return `it lacks ${quote(key)}`;
  return models.some((model) => Object.hasOwn(model, key))
    ? `its ${quote(key)} is ${typeName(jsonTypeOf(item[key]))}`
    : `it has ${quote(key)} too`;
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
