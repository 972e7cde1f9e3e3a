import { isJsonArray, isJsonObject, member, type JsonObject } from '../../model/json/json-value';

/** The properties in which services put the reason of an error: `{"badRequest": {"message": …}}`, `{"error": …}`, `{"errors": [{"detail": …}]}`. */
const REASON_KEYS = ['message', 'detail', 'description', 'title'] as const;

/** The reason in the body of an error, without its markup. Undefined if there is none. */
export function faultMessage(body: unknown): string | undefined {
  if (!isJsonObject(body)) return undefined;
  return [body, ...Object.values(body).flatMap(inner)].flatMap((object) => reasonIn(object) ?? [])[0];
}

function inner(value: unknown): readonly JsonObject[] {
  return (isJsonArray(value) ? value.slice(0, 1) : [value]).filter(isJsonObject);
}

function reasonIn(object: JsonObject): string | undefined {
  return REASON_KEYS.map((key) => member(object, key))
    .filter((value) => typeof value === 'string')
    .map((value) => value.replaceAll(/(?:<[^<>]*>|\s)+/g, ' ').trim())
    .find((value) => value !== '');
}
