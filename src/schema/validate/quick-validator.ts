import { isJsonArray, isJsonObject, type JsonObject } from '../../model/json-value';
import {
  ACCEPT,
  LEAVE,
  quickAssertion,
  REFUSE,
  type QuickValidator,
  type QuickSettings,
  type QuickVerdict,
} from './quick-assertions';
import { reachableNodes, type SchemaNode } from '../link/schema-node';

/** Deeper schemas are left to ajv, which may fail to compile them for any value. */
const MOST_NESTED = 100;

/**
 * Creates validators that decide for most values whether a schema accepts them, without compiling the schema: ajv needs longer to compile
 * a schema than this needs for a hundred samples. Only keywords with an unambiguous meaning are checked; all others are `undecided`.
 */
export function createQuickValidators(settings: QuickSettings): (root: SchemaNode) => QuickValidator {
  const byKey = new Map<string, QuickValidator | undefined>();

  return (root) => {
    const nodes = reachableNodes(root, 'asserted');
    for (const { key, copy } of nodes) if (!byKey.has(key)) byKey.set(key, ofSchema(copy, 0));
    return nodes.some(({ key }) => byKey.get(key) === undefined) ? LEAVE : (byKey.get(root.key) ?? LEAVE);
  };

  /** Undefined where the schema nests too deep. */
  function ofSchema(schema: unknown, depth: number): QuickValidator | undefined {
    if (depth > MOST_NESTED) return undefined;
    if (!isJsonObject(schema)) return schema === true ? ACCEPT : REFUSE;
    const parts: QuickValidator[] = [];
    let isShallow = true;
    const inner = (subschema: unknown): QuickValidator => {
      const validate = ofSchema(subschema, depth + 1);
      isShallow &&= validate !== undefined;
      return validate ?? LEAVE;
    };
    for (const [name, value] of Object.entries(schema)) {
      const part = ofKeyword(name, value, inner) ?? quickAssertion(name, value, settings);
      if (part !== undefined) parts.push(part);
      else if (!COMBINED.has(name)) parts.push(LEAVE);
    }
    parts.push(...ofObject(schema, inner), ...ofArray(schema, inner), ...ofCondition(schema, inner));
    return isShallow ? allOf(parts) : undefined;
  }

  function ofKeyword(name: string, value: unknown, inner: (schema: unknown) => QuickValidator) {
    switch (name) {
      case '$ref':
        return (instance: unknown) => (byKey.get(String(value)) ?? LEAVE)(instance);
      case 'allOf':
        return isJsonArray(value) ? allOf(value.map(inner)) : LEAVE;
      case 'anyOf':
        return isJsonArray(value) ? anyOf(value.map(inner)) : LEAVE;
      case 'oneOf':
        return isJsonArray(value) ? oneOf(value.map(inner)) : LEAVE;
      case 'not': {
        const validate = inner(value);
        return (instance: unknown) => NEGATED[validate(instance)];
      }
      case 'propertyNames': {
        const validate = inner(value);
        return (instance: unknown) =>
          isJsonObject(instance)
            ? Object.keys(instance).reduce<QuickVerdict>(
                (verdict, key) => both(verdict, validate(key)),
                'accepted',
              )
            : 'accepted';
      }
      default:
        return undefined;
    }
  }

  function ofObject(
    schema: JsonObject,
    inner: (schema: unknown) => QuickValidator,
  ): readonly QuickValidator[] {
    const { properties = {}, patternProperties = {}, additionalProperties = true } = schema;
    if (!Object.keys(schema).some((name) => OF_OBJECTS.has(name))) return [];
    const named = new Map(Object.entries(Object(properties)).map(([name, part]) => [name, inner(part)]));
    const patterned = Object.entries(Object(patternProperties)).map(
      ([pattern, part]) => [new RegExp(pattern, settings.unicodePatterns ? 'u' : ''), inner(part)] as const,
    );
    const additional = inner(additionalProperties);
    const validateProperty = (key: string, property: unknown): QuickVerdict => {
      const own = named.get(key);
      let verdict = own === undefined ? 'accepted' : own(property);
      let isNamed = own !== undefined;
      for (const [pattern, validate] of patterned) {
        if (!pattern.test(key)) continue;
        isNamed = true;
        verdict = both(verdict, validate(property));
      }
      return isNamed ? verdict : additional(property);
    };
    return [
      (value) => {
        let verdict: QuickVerdict = 'accepted';
        if (!isJsonObject(value)) return verdict;
        for (const key of Object.keys(value)) {
          verdict = both(verdict, validateProperty(key, value[key]));
          if (verdict === 'refused') break;
        }
        return verdict;
      },
    ];
  }
}

const OF_OBJECTS: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'additionalProperties']);
/** The keywords that are checked together with the related keywords next to them. */
const COMBINED: ReadonlySet<string> = new Set([...OF_OBJECTS, 'prefixItems', 'items', 'if', 'then', 'else']);

const NEGATED: Readonly<Record<QuickVerdict, QuickVerdict>> = {
  accepted: 'refused',
  refused: 'accepted',
  undecided: 'undecided',
};

function both(one: QuickVerdict, other: QuickVerdict): QuickVerdict {
  if (one === 'accepted') return other;
  return other === 'refused' ? other : one;
}

/** Whether a value can come from a JSON text. Others, such as infinite numbers, are left to the compiled schema. */
function isOrdinary(value: unknown): boolean {
  return typeof value === 'number' ? Number.isFinite(value) : value !== undefined;
}

function allOf(validators: readonly QuickValidator[]): QuickValidator {
  return (value) => {
    if (!isOrdinary(value)) return 'undecided';
    let verdict: QuickVerdict = 'accepted';
    for (const validate of validators) {
      verdict = both(verdict, validate(value));
      if (verdict === 'refused') return verdict;
    }
    return verdict;
  };
}

function anyOf(validators: readonly QuickValidator[]): QuickValidator {
  return (value) => {
    let verdict: QuickVerdict = 'refused';
    for (const validate of validators) {
      const one = validate(value);
      if (one === 'accepted') return one;
      if (one === 'undecided') verdict = one;
    }
    return verdict;
  };
}

function oneOf(validators: readonly QuickValidator[]): QuickValidator {
  return (value) => {
    let accepting = 0;
    for (const validate of validators) {
      const one = validate(value);
      if (one === 'undecided') return one;
      if (one === 'accepted') accepting += 1;
      if (accepting > 1) return 'refused';
    }
    return accepting === 1 ? 'accepted' : 'refused';
  };
}

function ofCondition(
  schema: JsonObject,
  inner: (schema: unknown) => QuickValidator,
): readonly QuickValidator[] {
  if (schema['if'] === undefined) return [];
  const condition = inner(schema['if']);
  const then = schema['then'] === undefined ? ACCEPT : inner(schema['then']);
  const otherwise = schema['else'] === undefined ? ACCEPT : inner(schema['else']);
  return [
    (value) => {
      const verdict = condition(value);
      if (verdict === 'undecided') return verdict;
      return verdict === 'accepted' ? then(value) : otherwise(value);
    },
  ];
}

function ofArray(schema: JsonObject, inner: (schema: unknown) => QuickValidator): readonly QuickValidator[] {
  const { prefixItems, items } = schema;
  if (prefixItems === undefined && items === undefined) return [];
  const first = isJsonArray(prefixItems) ? prefixItems.map(inner) : [];
  const rest = items === undefined ? ACCEPT : inner(items);
  return [
    (value) => {
      let verdict: QuickVerdict = 'accepted';
      if (!isJsonArray(value)) return verdict;
      for (const [index, item] of value.entries()) {
        verdict = both(verdict, (first[index] ?? rest)(item));
        if (verdict === 'refused') break;
      }
      return verdict;
    },
  ];
}
