import { isJsonArray, isJsonObject, itemsIn, member, type JsonObject } from '../../model/json/json-value';
import { holdsUnread, UNREAD } from '../../model/json/unread';
import { assertionOf, patternOf, type StringSettings, type ValueAssertion } from './assertions';
import { allOf, anyOf, conditional, oneOf } from './combinators';
import { EndlessReference } from './endless-reference';
import {
  ACCEPT,
  addEvaluated,
  every,
  nothingEvaluated,
  REFUSE,
  type Evaluate,
  type Evaluated,
} from './evaluated';
import { isCounted, spend } from './work';

export interface EvaluatorSettings extends StringSettings {
  /** The copy of the node with this key. */
  readonly copyOf: (key: string) => unknown;
  /** Whether the node with this key may lead back to itself for the same value. */
  readonly isCircular: (key: string) => boolean;
}

/** Decides whether copied schemas accept values. */
export interface Evaluator {
  /** The evaluation of a copied schema, made once. It may run for as long as its patterns do: call it with a time limit. */
  readonly evaluationOf: (copy: unknown) => Evaluate;
  /** Whether a value satisfies a keyword of a copied schema whose value is not a schema. */
  readonly assertion: (copy: unknown, keyword: string) => ValueAssertion;
  /** What the keywords of a copied schema evaluate in a value, other than its own `unevaluatedProperties` and `unevaluatedItems`. */
  readonly evaluatedBy: (copy: JsonObject, value: unknown) => Evaluated;
  /** The indexes of the items that `contains` of a copied schema matches. */
  readonly containedBy: (copy: JsonObject, items: readonly unknown[]) => readonly number[];
}

/** A schema object, with and without its `unevaluated…` keywords. */
interface Parts {
  readonly whole: Evaluate;
  readonly evaluating: Evaluate;
}

/**
 * Creates an evaluator: one closure per schema object, made on first use, which implements the specification as it is written. Nothing is
 * compiled, so a schema costs little even if it is used for one value (docs/adr/0014-exact-evaluator.md).
 */
export function createEvaluator(settings: EvaluatorSettings): Evaluator {
  const known = new WeakMap<object, Parts>();
  /** For each node that may lead back to itself, the values that it is evaluating now. */
  const circles = new Map<string, Set<unknown>>();
  return {
    evaluationOf,
    assertion: (copy, keyword) =>
      (isJsonObject(copy) ? assertionOf(keyword, member(copy, keyword), settings) : undefined) ?? ACCEPT,
    evaluatedBy: (copy, value) => {
      const seen = nothingEvaluated();
      partsOf(copy).evaluating(value, seen);
      return seen;
    },
    containedBy: (copy, items) => matching(evaluationOf(copy['contains']), items),
  };

  function evaluationOf(copy: unknown): Evaluate {
    if (isJsonObject(copy)) return partsOf(copy).whole;
    return copy === true ? ACCEPT : REFUSE;
  }

  function partsOf(copy: JsonObject): Parts {
    const parts = known.get(copy) ?? createParts(copy);
    known.set(copy, parts);
    return parts;
  }

  function createParts(schema: JsonObject): Parts {
    const keywords: Evaluate[] = [];
    for (const name in schema) {
      const made = ofKeyword(name, schema[name], schema);
      if (made !== undefined) keywords.push(made);
    }
    const evaluating = allOf(keywords);
    // Hardly any schema has them.
    if (schema['unevaluatedItems'] === undefined && schema['unevaluatedProperties'] === undefined)
      return { whole: evaluating, evaluating };
    const rest = [
      ...given(schema, 'unevaluatedItems', (inner) => unevaluatedItems(later(inner))),
      ...given(schema, 'unevaluatedProperties', (inner) => unevaluatedProperties(later(inner))),
    ];
    const parts = [evaluating, ...rest];
    const whole: Evaluate = (value, outer) => {
      // What the schemas around this one evaluated does not count: they are its cousins, not its parts.
      const seen = nothingEvaluated();
      const accepts = every(parts, outer, (part) => part(value, seen));
      if (outer !== undefined) addEvaluated(seen, outer);
      return accepts;
    };
    return { whole, evaluating };
  }

  function later(copy: unknown): Evaluate {
    if (!isJsonObject(copy)) return evaluationOf(copy);
    let made: Evaluate | undefined;
    return (value, seen) => {
      spend(1);
      // Not kept: no other schema contains this object.
      return (made ??= createParts(copy).whole)(value, seen) || value === UNREAD;
    };
  }

  /** Made when it is first needed, because schemas refer to themselves. */
  function deferred(find: () => unknown): Evaluate {
    let made: Evaluate | undefined;
    return (value, seen) => {
      spend(1);
      return (made ??= evaluationOf(find()))(value, seen);
    };
  }

  function reference(key: string): Evaluate {
    const target = deferred(() => settings.copyOf(key));
    if (!settings.isCircular(key)) return target;
    const values = circles.get(key) ?? new Set();
    circles.set(key, values);
    return (value, seen) => {
      if (values.has(value)) throw new EndlessReference(key);
      values.add(value);
      try {
        return target(value, seen);
      } finally {
        values.delete(value);
      }
    };
  }

  /** Keywords that depend on each other are evaluated together, at the first of them. */
  function ofKeyword(name: string, value: unknown, schema: JsonObject): Evaluate | undefined {
    switch (name) {
      case '$ref':
        return reference(String(value));
      case 'allOf':
        return isJsonArray(value) ? allOf(value.map(later)) : undefined;
      case 'anyOf':
        return isJsonArray(value) ? anyOf(value.map(later)) : undefined;
      case 'oneOf':
        return isJsonArray(value) ? oneOf(value.map(later)) : undefined;
      case 'not': {
        const refused = later(value);
        return (instance) => !refused(instance) || holdsUnread(instance);
      }
      case 'if':
        return conditional(later(value), later(schema['then'] ?? true), later(schema['else'] ?? true));
      case 'dependentSchemas':
      case 'dependencies':
        return isJsonObject(value) ? dependents(Object.entries(value)) : undefined;
      case 'propertyNames': {
        const ofName = later(value);
        return (instance) => !isJsonObject(instance) || Object.keys(instance).every((key) => ofName(key));
      }
      case 'properties':
      case 'patternProperties':
      case 'additionalProperties':
        return name === firstOf(schema, ABOUT_PROPERTIES) ? propertiesOfObject(schema) : undefined;
      case 'prefixItems':
      case 'items':
        return name === firstOf(schema, ABOUT_ITEMS) ? itemsOfArray(schema) : undefined;
      case 'contains':
        return contains(later(value), schema);
      default:
        return assertionOf(name, value, settings);
    }
  }

  function dependents(entries: readonly (readonly [string, unknown])[]): Evaluate {
    const parts = entries.map(
      ([name, value]) =>
        [
          name,
          isJsonArray(value) ? (assertionOf('required', value, settings) ?? ACCEPT) : later(value),
        ] as const,
    );
    return (value, seen) =>
      !isJsonObject(value) ||
      every(parts, seen, ([name, part]) => !Object.hasOwn(value, name) || part(value, seen));
  }

  function propertiesOfObject(schema: JsonObject): Evaluate {
    const named = new Map<string, Evaluate>();
    const properties: JsonObject = Object(schema['properties'] ?? {});
    for (const name in properties) named.set(name, later(properties[name]));
    const patterned = Object.entries(Object(schema['patternProperties'] ?? {})).map(
      ([pattern, inner]) => [patternOf(pattern, settings), later(inner)] as const,
    );
    const [additional] = given(schema, 'additionalProperties', later);
    return (value, seen) => {
      if (!isJsonObject(value)) return true;
      let accepts = true;
      if (isCounted()) spend(Object.keys(value).length * (1 + patterned.length));
      for (const key in value) {
        const own = named.get(key);
        let isKnown = own !== undefined;
        if (own !== undefined && !own(value[key])) accepts = false;
        if (patterned.length > 0)
          for (const [pattern, inner] of patterned) {
            if (!pattern.test(key)) continue;
            isKnown = true;
            if (!inner(value[key])) accepts = false;
          }
        if (!isKnown && additional !== undefined) {
          isKnown = true;
          if (!additional(value[key])) accepts = false;
        }
        if (seen === undefined) {
          if (!accepts) return false;
        } else if (isKnown) seen.properties.add(key);
      }
      return accepts;
    };
  }

  function itemsOfArray(schema: JsonObject): Evaluate {
    const prefix = itemsIn(schema['prefixItems']).map(later);
    const [rest] = given(schema, 'items', later);
    return (value, seen) => {
      if (!isJsonArray(value)) return true;
      const end = rest === undefined ? Math.min(prefix.length, value.length) : value.length;
      let accepts = true;
      for (let index = 0; index < end; index += 1) {
        const inner = prefix[index] ?? rest;
        if (inner !== undefined && !inner(value[index])) accepts = false;
        if (seen === undefined) {
          if (!accepts) return false;
        } else seen.items.add(index);
      }
      return accepts;
    };
  }
}

const ABOUT_PROPERTIES = ['properties', 'patternProperties', 'additionalProperties'] as const;
const ABOUT_ITEMS = ['prefixItems', 'items'] as const;

function firstOf(schema: JsonObject, names: readonly string[]): string | undefined {
  return names.find((name) => member(schema, name) !== undefined);
}

function given<Result>(
  schema: JsonObject,
  name: string,
  make: (value: unknown) => Result,
): readonly Result[] {
  const value = member(schema, name);
  return value === undefined ? [] : [make(value)];
}

/**
 * In 2019-09, by the letter, `contains` evaluates no items; that came with 2020-12. No test of the official suite depends on it, and other
 * validators treat both dialects alike, as this one does.
 */
function contains(inner: Evaluate, schema: JsonObject): Evaluate {
  const { minContains = 1, maxContains = Infinity } = schema;
  return (value, seen) => {
    if (!isJsonArray(value)) return true;
    const found = matching(inner, value);
    if (seen !== undefined) for (const index of found) seen.items.add(index);
    return found.length >= Number(minContains) && (found.length <= Number(maxContains) || holdsUnread(value));
  };
}

function matching(inner: Evaluate, values: readonly unknown[]): readonly number[] {
  return values.flatMap((value, index) => (inner(value) ? [index] : []));
}

function unevaluatedProperties(inner: Evaluate): Evaluate {
  return (value, seen) =>
    !isJsonObject(value) ||
    every(Object.keys(value), seen, (key) => {
      if (seen?.properties.has(key) === true) return true;
      seen?.properties.add(key);
      return inner(value[key]);
    });
}

function unevaluatedItems(inner: Evaluate): Evaluate {
  return (value, seen) =>
    !isJsonArray(value) ||
    every(value.entries(), seen, ([index, item]) => {
      if (seen?.items.has(index) === true) return true;
      seen?.items.add(index);
      return inner(item);
    });
}
