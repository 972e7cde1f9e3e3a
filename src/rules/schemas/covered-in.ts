import { isJsonArray, isJsonObject, type JsonObject } from '../../model/json/json-value';
import { isSameJson } from '../../model/json/same-json';

/** Keywords that do not depend on their neighbours: with fewer of these, a schema accepts the same values or more. */
const INDEPENDENT: ReadonlySet<string> = new Set(
  `type enum const multipleOf maximum minimum maxLength minLength pattern format maxItems minItems uniqueItems
   maxProperties minProperties required properties patternProperties propertyNames`.split(/\s+/),
);

const ANNOTATIONS: ReadonlySet<string> = new Set(['title', 'description', '$comment', 'default', 'examples']);

/** Each alternative that another one certainly covers, with the first that does. Of two equal ones, the later is covered. */
export function coveredIn(list: readonly unknown[]): readonly (readonly [covered: number, by: number])[] {
  const read = list.map(assertionsOf);
  return read.flatMap((inner, index) => {
    const by = read.findIndex(
      (outer, other) => other !== index && covers(outer, inner) && (other < index || !covers(inner, outer)),
    );
    return by === -1 ? [] : [[index, by] as const];
  });
}

function assertionsOf(schema: unknown): JsonObject | undefined {
  if (schema === true) return {};
  if (!isJsonObject(schema)) return undefined;
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !ANNOTATIONS.has(name)));
}

/** Whether the outer schema certainly accepts every value that the inner one accepts: it requires the same, or less. */
function covers(outer: JsonObject | undefined, inner: JsonObject | undefined): boolean {
  if (outer === undefined || inner === undefined) return false;
  return (
    isSameJson(outer, inner) ||
    Object.entries(outer).every(
      ([name, value]) =>
        INDEPENDENT.has(name) &&
        Object.hasOwn(inner, name) &&
        (isSameJson(value, inner[name]) || isWider(name, value, inner[name])),
    )
  );
}

function isWider(name: string, wide: unknown, narrow: unknown): boolean {
  const [many, few] = [listOf(wide), listOf(narrow)];
  const isAllowed = (item: unknown) => many.some((other) => isSameJson(item, other));
  switch (name) {
    case 'required':
      return many.every((key) => few.includes(key));
    case 'enum':
      return few.every(isAllowed);
    case 'type':
      return few.every((type) => isAllowed(type) || (type === 'integer' && many.includes('number')));
    default:
      return false;
  }
}

function listOf(value: unknown): readonly unknown[] {
  return isJsonArray(value) ? value : [value];
}
