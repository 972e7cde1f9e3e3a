import { lastToken } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, type JsonObject } from '../../model/json/json-value';
import type { Violation } from '../../model/schemas/violation';
import { shortOrList } from '../../wording/list-words';
import { quote } from '../../wording/quote';
import { predicate } from '../../wording/wanted';
import { valueText } from './expected-text';

/** A value that a `false` schema rejects: the condition for it, or what to remove. */
export function forbiddenMessage({ instanceLocation, condition, actual }: Violation): string {
  if (condition !== undefined) {
    const { schemas, holds } = condition;
    const words = schemas.map((schema) => conditionText(schema, holds ? actual : undefined));
    const known = words.filter((text) => text !== undefined);
    const what =
      known.length === words.length
        ? shortOrList(known)
        : `satisfies ${words.length === 1 ? 'its "if"' : 'one of its "if" conditions'}`;
    return `the schema allows ${holds ? 'no' : 'only a'} value that ${what}, got ${valueText(actual)}`;
  }
  const key = lastToken(instanceLocation);
  if (instanceLocation === '') return 'the schema rejects every value';
  return `${/^\d+$/.test(key) ? 'this item' : `property ${quote(key)}`} is not allowed: remove it`;
}

/** Keywords without an effect on the verdict. */
const ANNOTATIONS: ReadonlySet<string> = new Set(['title', 'description', '$comment']);

/** The condition in a few words, if they say all of it. `matching` is a value for which it holds. */
function conditionText(schema: object, matching: unknown): string | undefined {
  if (!isJsonObject(schema)) return undefined;
  const { properties, required } = schema;
  const keys = Object.keys(schema).filter((key) => key !== 'type' && !ANNOTATIONS.has(key));
  const isWhole =
    keys.every((key) => NAMED.has(key)) &&
    (keys.length <= 1 || (keys.length === 2 && isJsonObject(properties) && onlyThese(required, properties)));
  return isWhole && (matching === undefined || appliesTo(schema, matching)) ? predicate(schema) : undefined;
}

/** What a few words can say. */
const NAMED: ReadonlySet<string> = new Set(['const', 'enum', 'pattern', 'format', 'properties', 'required']);

function onlyThese(names: unknown, properties: object): boolean {
  return isJsonArray(names) && names.every((name) => Object.hasOwn(properties, String(name)));
}

/** Whether the keywords of the schema say anything about this value: `pattern` accepts every number. */
function appliesTo({ properties, required, pattern, format }: JsonObject, value: unknown): boolean {
  if (pattern !== undefined || format !== undefined) return typeof value === 'string';
  if (properties === undefined && required === undefined) return true;
  return isJsonObject(value) && Object.keys(Object(properties)).every((name) => Object.hasOwn(value, name));
}
