import { childPointer, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, itemsIn, member, type JsonObject } from '../../model/json/json-value';
import { UNREAD } from '../../model/json/unread';
import type { Violation } from '../../model/schemas/violation';
import type { Evaluator } from '../evaluate/evaluator';
import type { CopyLookup } from '../link/schema-node';
import { branchNameOf, dialectForNull, nameKeyword, placeOfFalse } from './violations';

/** The input for explaining a value without ajv. */
export interface PlainContext extends CopyLookup {
  readonly evaluator: Evaluator;
}

/**
 * The violations of a value that the evaluator refuses, for the rare case that ajv finds none or fails: each keyword that fails, followed down
 * to the property or item that makes it fail. At least one, with an exact place, but with fewer details than ajv gives.
 */
export function explainWithoutAjv(
  copy: unknown,
  value: unknown,
  context: PlainContext,
): readonly Violation[] {
  return explain(copy, value, '', context);
}

function explain(
  copy: unknown,
  value: unknown,
  at: JsonPointer,
  context: PlainContext,
): readonly Violation[] {
  const { evaluator } = context;
  if (value === UNREAD || evaluator.evaluationOf(copy)(value)) return [];
  if (!isJsonObject(copy)) return [plain('false schema', copy, value, at, context)];
  const violations = Object.keys(copy).flatMap((keyword) => ofKeyword(keyword, copy, value, at, context));
  // Every keyword by itself accepts the value: then it is the combination with those that look at what the others evaluated.
  return violations.length > 0 ? violations : [ofUnevaluated(copy, value, at, context)];
}

function ofKeyword(
  keyword: string,
  copy: JsonObject,
  value: unknown,
  at: JsonPointer,
  context: PlainContext,
): readonly Violation[] {
  const inner = copy[keyword];
  switch (keyword) {
    case '$ref':
      return explain(context.copyOf(String(inner)), value, at, context);
    case 'allOf':
      return itemsIn(inner).flatMap((part) => explain(part, value, at, context));
    case 'properties':
      return isJsonObject(inner) && isJsonObject(value)
        ? Object.keys(inner).flatMap((key) =>
            Object.hasOwn(value, key)
              ? explain(member(inner, key), value[key], childPointer(at, key), context)
              : [],
          )
        : [];
    case 'items':
    case 'prefixItems':
      return isJsonArray(value) ? ofItems(keyword, copy, value, at, context) : [];
    case 'required':
      return missingIn(inner, value).map((property) => ({
        ...plain(keyword, copy, value, at, context),
        property,
      }));
    case 'dependentRequired':
    case 'dependentSchemas':
    case 'dependencies':
      return ofDependents(keyword, copy, value, at, context);
    case 'then':
    case 'else':
    case 'unevaluatedProperties':
    case 'unevaluatedItems':
      return [];
    default: {
      const alone = keyword === 'if' ? pick(copy, ['if', 'then', 'else']) : withNeighbours(copy, keyword);
      return context.evaluator.evaluationOf(alone)(value) ? [] : [plain(keyword, copy, value, at, context)];
    }
  }
}

function missingIn(names: unknown, value: unknown): readonly string[] {
  return isJsonArray(names) && isJsonObject(value)
    ? names.filter((name) => typeof name === 'string').filter((name) => !Object.hasOwn(value, name))
    : [];
}

function ofDependents(
  keyword: string,
  copy: JsonObject,
  value: unknown,
  at: JsonPointer,
  context: PlainContext,
): readonly Violation[] {
  if (!isJsonObject(value)) return [];
  return Object.entries(Object(copy[keyword])).flatMap(([because, needed]: [string, unknown]) => {
    if (!Object.hasOwn(value, because)) return [];
    if (!isJsonArray(needed)) return explain(needed, value, at, context);
    return missingIn(needed, value).map((property) => ({
      ...plain(keyword, copy, value, at, context),
      property,
      because,
    }));
  });
}

function ofItems(
  keyword: string,
  copy: JsonObject,
  value: readonly unknown[],
  at: JsonPointer,
  context: PlainContext,
): readonly Violation[] {
  const prefix = itemsIn(copy['prefixItems']);
  return value.flatMap((item, index) => {
    const isOfPrefix = index < prefix.length;
    if (isOfPrefix !== (keyword === 'prefixItems')) return [];
    return explain(isOfPrefix ? prefix[index] : copy['items'], item, childPointer(at, index), context);
  });
}

/** The keyword with those that change its meaning. */
function withNeighbours(copy: JsonObject, keyword: string): JsonObject {
  switch (keyword) {
    case 'additionalProperties': {
      const { properties, ...rest } = pick(copy, ['properties', 'patternProperties', keyword]);
      const names = isJsonObject(properties) ? Object.keys(properties) : [];
      return { ...rest, properties: Object.fromEntries(names.map((name) => [name, true])) };
    }
    case 'contains':
      return pick(copy, ['contains', 'minContains', 'maxContains']);
    case 'minContains':
    case 'maxContains':
      return {};
    default:
      return pick(copy, [keyword]);
  }
}

function pick(copy: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(copy).filter(([name]) => names.includes(name)));
}

function ofUnevaluated(copy: JsonObject, value: unknown, at: JsonPointer, context: PlainContext): Violation {
  const keyword = isJsonArray(value) ? 'unevaluatedItems' : 'unevaluatedProperties';
  const seen = context.evaluator.evaluatedBy(copy, value);
  const violation = plain(keyword, copy, value, at, context);
  if (isJsonArray(value)) {
    const index = [...value.keys()].find((candidate) => !seen.items.has(candidate));
    return index === undefined ? violation : { ...violation, items: [index] };
  }
  const property = isJsonObject(value)
    ? Object.keys(value).find((key) => !seen.properties.has(key))
    : undefined;
  return property === undefined ? violation : { ...violation, property };
}

function plain(
  keyword: string,
  copy: unknown,
  value: unknown,
  at: JsonPointer,
  context: PlainContext,
): Violation {
  const parentSchema = isJsonObject(copy) ? copy : undefined;
  const origin = parentSchema === undefined ? undefined : context.originOf(parentSchema);
  const error = { keyword, schema: parentSchema?.[keyword] ?? copy, schemaPath: `#/${keyword}` };
  return {
    ...nameKeyword(error, origin),
    ...placeOfFalse(origin, at, value),
    ...dialectForNull(error, origin, value),
    ...branchNameOf(error, at, value),
  };
}
