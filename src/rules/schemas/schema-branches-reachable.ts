import { childPointer, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, member, type JsonObject } from '../../model/json/json-value';
import type { Token } from '../../model/documents/place';
import { isSameJson } from '../../model/json/same-json';
import type { SchemaPart } from '../../model/schemas/schema-part';
import type { Report, Rule } from '../rule';
import { typeNames } from '../../wording/wanted';
import { coveredIn } from './covered-in';

export const schemaBranchesReachable: Rule<'schema-part'> = {
  id: 'schema-branches-reachable',
  subject: 'schema-part',
  severity: 'warning',
  summary: 'Each alternative of a schema matches some value that the others do not.',
  check: (part) => {
    const { schema } = part;
    // This is asked of every part of every schema, and most have none of these.
    if (!KEYWORDS.some((name) => Object.hasOwn(schema, name))) return [];
    return [...alternativesOf(part, 'anyOf'), ...alternativesOf(part, 'oneOf'), ...conditionsOf(part)];
  },
};

const KEYWORDS = ['anyOf', 'oneOf', 'if', 'then', 'else'];

function alternativesOf(
  { file, pointer, schema, isRead }: SchemaPart,
  name: 'anyOf' | 'oneOf',
): readonly Report[] {
  const list = member(schema, name);
  if (!isJsonArray(list)) return [];
  const place = childPointer(pointer, name);
  const covers = coveredIn(list).filter(
    ([covered, by]) => name === 'oneOf' || !isRead || !evaluatesMore(list[covered], list[by]),
  );
  const impossible = list.flatMap((alternative, index) =>
    covers.some(([covered]) => covered === index)
      ? []
      : typeClash(alternative, schema).map((clash) => ({ index, clash })),
  );
  return [
    ...covers.map(([covered, by]) => ({
      at: placeOf(file, childPointer(place, covered), 'opening'),
      message:
        name === 'anyOf'
          ? `alternative ${covered + 1} accepts no value that alternative ${by + 1} does not accept too: remove one of them`
          : `alternative ${by + 1} also accepts every value of alternative ${covered + 1}, so \`oneOf\` rejects them all: remove one of them, or make them exclusive`,
      related: [{ at: placeOf(file, childPointer(place, by), 'opening'), message: `alternative ${by + 1}` }],
    })),
    ...impossible.map(({ index, clash }) => ({
      at: placeOf(file, childPointer(childPointer(place, index), 'type'), 'value'),
      message: `alternative ${index + 1} ${clash}, so no value matches it: fix one of the types, or remove it`,
    })),
  ];
}

/**
 * Whether a schema may evaluate properties or items that another one does not. Without the schema, `unevaluatedProperties` would no longer
 * allow those, although the other one accepts the same values.
 */
function evaluatesMore(schema: unknown, other: unknown): boolean {
  return (
    isJsonObject(schema) &&
    Object.entries(schema).some(
      ([name, value]) =>
        !ASSERTING_ONLY.has(name) && !(isJsonObject(other) && isSameJson(member(other, name), value)),
    )
  );
}

/** Keywords that evaluate no properties and no items. */
const ASSERTING_ONLY: ReadonlySet<string> = new Set(
  `type enum const multipleOf maximum minimum exclusiveMaximum exclusiveMinimum maxLength minLength pattern format maxItems minItems uniqueItems
   maxProperties minProperties required dependentRequired propertyNames not title description default examples example $comment`.split(
    /\s+/,
  ),
);

/** The type of an alternative and the one next to the alternatives, if no value has both. */
function typeClash(alternative: unknown, around: JsonObject): readonly string[] {
  const inner = isJsonObject(alternative) ? member(alternative, 'type') : undefined;
  const outer = member(around, 'type');
  if (inner === undefined || outer === undefined) return [];
  const [few, many] = [typesOf(inner), typesOf(outer)];
  return few.some((type) => many.includes(type))
    ? []
    : [`is ${typeNames(inner)}, but the type next to the alternatives is ${typeNames(outer)}`];
}

/** An integer is a number too. */
function typesOf(type: unknown): readonly unknown[] {
  const types = isJsonArray(type) ? type : [type];
  return types.includes('number') ? [...types, 'integer'] : types;
}

function conditionsOf({ file, pointer, schema }: SchemaPart): readonly Report[] {
  const condition = member(schema, 'if');
  if (typeof condition === 'boolean') {
    const dead = condition ? 'else' : 'then';
    const message = `\`if: ${String(condition)}\` makes \`${dead}\` unreachable: write the intended condition`;
    return [{ at: placeOf(file, childPointer(pointer, 'if'), 'value'), message }];
  }
  if (condition !== undefined) return [];
  return ['then', 'else']
    .filter((name) => Object.hasOwn(schema, name))
    .map((name) => ({
      at: placeOf(file, childPointer(pointer, name), 'key'),
      message: `\`${name}\` without \`if\` is ignored: add the condition, or remove it`,
    }));
}

function placeOf(file: string, pointer: JsonPointer, token: Token): Report['at'] {
  return { file, pointer, token };
}
