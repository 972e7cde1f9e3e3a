import { isJsonArray, isJsonObject, type JsonObject } from '../../model/json-value';
import {
  ACCEPT,
  LEAVE,
  quickAssertion,
  REFUSE,
  type QuickJudge,
  type QuickSettings,
  type QuickVerdict,
} from './quick-assertions';
import { reachableNodes, type SchemaNode } from '../link/schema-node';

/** Deeper schemas are left to the validator, which may refuse to compile them whatever the value. */
const MOST_NESTED = 100;

/**
 * Says of most values whether a schema accepts them, without compiling it: that takes the validator longer than a hundred samples of
 * the schema take here. Only the keywords that leave no room for interpretation are judged; all else is `undecided`.
 */
export function createQuickJudges(settings: QuickSettings): (root: SchemaNode) => QuickJudge {
  const judges = new Map<string, QuickJudge | undefined>();

  return (root) => {
    const nodes = reachableNodes(root, 'asserted');
    for (const { key, copy } of nodes) if (!judges.has(key)) judges.set(key, ofSchema(copy, 0));
    return nodes.some(({ key }) => judges.get(key) === undefined) ? LEAVE : (judges.get(root.key) ?? LEAVE);
  };

  /** Undefined where the schema is nested too deep. */
  function ofSchema(schema: unknown, depth: number): QuickJudge | undefined {
    if (depth > MOST_NESTED) return undefined;
    if (!isJsonObject(schema)) return schema === true ? ACCEPT : REFUSE;
    const parts: QuickJudge[] = [];
    let isShallow = true;
    const inner = (subschema: unknown): QuickJudge => {
      const judge = ofSchema(subschema, depth + 1);
      isShallow &&= judge !== undefined;
      return judge ?? LEAVE;
    };
    for (const [name, value] of Object.entries(schema)) {
      const part = ofKeyword(name, value, inner) ?? quickAssertion(name, value, settings);
      if (part !== undefined) parts.push(part);
      else if (!MEMBERS.has(name)) parts.push(LEAVE);
    }
    parts.push(...ofObject(schema, inner), ...ofArray(schema, inner), ...ofCondition(schema, inner));
    return isShallow ? allOf(parts) : undefined;
  }

  function ofKeyword(name: string, value: unknown, inner: (schema: unknown) => QuickJudge) {
    switch (name) {
      case '$ref':
        return (instance: unknown) => (judges.get(String(value)) ?? LEAVE)(instance);
      case 'allOf':
        return isJsonArray(value) ? allOf(value.map(inner)) : LEAVE;
      case 'anyOf':
        return isJsonArray(value) ? anyOf(value.map(inner)) : LEAVE;
      case 'oneOf':
        return isJsonArray(value) ? oneOf(value.map(inner)) : LEAVE;
      case 'not': {
        const judge = inner(value);
        return (instance: unknown) => NEGATED[judge(instance)];
      }
      case 'propertyNames': {
        const judge = inner(value);
        return (instance: unknown) =>
          isJsonObject(instance)
            ? Object.keys(instance).reduce<QuickVerdict>(
                (verdict, key) => both(verdict, judge(key)),
                'accepted',
              )
            : 'accepted';
      }
      default:
        return undefined;
    }
  }

  function ofObject(schema: JsonObject, inner: (schema: unknown) => QuickJudge): readonly QuickJudge[] {
    const { properties = {}, patternProperties = {}, additionalProperties = true } = schema;
    if (!Object.keys(schema).some((name) => OF_OBJECTS.has(name))) return [];
    const named = new Map(Object.entries(Object(properties)).map(([name, part]) => [name, inner(part)]));
    const patterned = Object.entries(Object(patternProperties)).map(
      ([pattern, part]) => [new RegExp(pattern, settings.unicodePatterns ? 'u' : ''), inner(part)] as const,
    );
    const additional = inner(additionalProperties);
    const judgeMember = (key: string, member: unknown): QuickVerdict => {
      const own = named.get(key);
      let verdict = own === undefined ? 'accepted' : own(member);
      let isNamed = own !== undefined;
      for (const [pattern, judge] of patterned) {
        if (!pattern.test(key)) continue;
        isNamed = true;
        verdict = both(verdict, judge(member));
      }
      return isNamed ? verdict : additional(member);
    };
    return [
      (value) => {
        let verdict: QuickVerdict = 'accepted';
        if (!isJsonObject(value)) return verdict;
        for (const key of Object.keys(value)) {
          verdict = both(verdict, judgeMember(key, value[key]));
          if (verdict === 'refused') break;
        }
        return verdict;
      },
    ];
  }
}

const OF_OBJECTS: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'additionalProperties']);
/** The keywords that are judged together with their neighbours. */
const MEMBERS: ReadonlySet<string> = new Set([...OF_OBJECTS, 'prefixItems', 'items', 'if', 'then', 'else']);

const NEGATED: Readonly<Record<QuickVerdict, QuickVerdict>> = {
  accepted: 'refused',
  refused: 'accepted',
  undecided: 'undecided',
};

function both(one: QuickVerdict, other: QuickVerdict): QuickVerdict {
  if (one === 'accepted') return other;
  return other === 'refused' ? other : one;
}

/** What no JSON text gives, such as a number beyond the range of a double, is judged by the validator. */
function isOrdinary(value: unknown): boolean {
  return typeof value === 'number' ? Number.isFinite(value) : value !== undefined;
}

function allOf(judges: readonly QuickJudge[]): QuickJudge {
  return (value) => {
    if (!isOrdinary(value)) return 'undecided';
    let verdict: QuickVerdict = 'accepted';
    for (const judge of judges) {
      verdict = both(verdict, judge(value));
      if (verdict === 'refused') return verdict;
    }
    return verdict;
  };
}

function anyOf(judges: readonly QuickJudge[]): QuickJudge {
  return (value) => {
    let verdict: QuickVerdict = 'refused';
    for (const judge of judges) {
      const one = judge(value);
      if (one === 'accepted') return one;
      if (one === 'undecided') verdict = one;
    }
    return verdict;
  };
}

function oneOf(judges: readonly QuickJudge[]): QuickJudge {
  return (value) => {
    let accepting = 0;
    for (const judge of judges) {
      const one = judge(value);
      if (one === 'undecided') return one;
      if (one === 'accepted') accepting += 1;
      if (accepting > 1) return 'refused';
    }
    return accepting === 1 ? 'accepted' : 'refused';
  };
}

function ofCondition(schema: JsonObject, inner: (schema: unknown) => QuickJudge): readonly QuickJudge[] {
  if (schema['if'] === undefined) return [];
  const judge = inner(schema['if']);
  const then = schema['then'] === undefined ? ACCEPT : inner(schema['then']);
  const otherwise = schema['else'] === undefined ? ACCEPT : inner(schema['else']);
  return [
    (value) => {
      const verdict = judge(value);
      if (verdict === 'undecided') return verdict;
      return verdict === 'accepted' ? then(value) : otherwise(value);
    },
  ];
}

function ofArray(schema: JsonObject, inner: (schema: unknown) => QuickJudge): readonly QuickJudge[] {
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
