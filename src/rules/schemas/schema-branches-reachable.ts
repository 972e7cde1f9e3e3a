import { childPointer, type JsonPointer } from '../../model/json-pointer';
import { isJsonArray, isJsonObject, member, type JsonObject } from '../../model/json-value';
import type { Token } from '../../model/place';
import type { SchemaPart } from '../../model/schema-part';
import type { Report, Rule } from '../rule';
import { typeNames } from '../../wording/wanted';
import { coveredIn } from './covered-in';

export const schemaBranchesReachable: Rule<'schema-part'> = {
  id: 'schema-branches-reachable',
  subject: 'schema-part',
  severity: 'warning',
  summary: 'Each alternative of a schema is one that some value takes.',
  check: (part) => [
    ...alternativesOf(part, 'anyOf'),
    ...alternativesOf(part, 'oneOf'),
    ...(['if', 'then', 'else'].some((name) => Object.hasOwn(part.schema, name)) ? conditionsOf(part) : []),
  ],
};

function alternativesOf({ file, pointer, schema }: SchemaPart, name: 'anyOf' | 'oneOf'): readonly Report[] {
  const list = member(schema, name);
  if (!isJsonArray(list)) return [];
  const place = childPointer(pointer, name);
  const covers = coveredIn(list);
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
          ? `alternative ${covered + 1} accepts nothing that alternative ${by + 1} does not: remove one of them`
          : `whatever alternative ${covered + 1} accepts, alternative ${by + 1} accepts too, so \`oneOf\` refuses it: remove one of them, or tell them apart`,
      related: [{ at: placeOf(file, childPointer(place, by), 'opening'), message: `alternative ${by + 1}` }],
    })),
    ...impossible.map(({ index, clash }) => ({
      at: placeOf(file, childPointer(childPointer(place, index), 'type'), 'value'),
      message: `alternative ${index + 1} ${clash}, so no value takes it: mend one of the types, or remove it`,
    })),
  ];
}

/** What the type of an alternative and that beside the alternatives say, where no value is of both. */
function typeClash(alternative: unknown, around: JsonObject): readonly string[] {
  const inner = isJsonObject(alternative) ? member(alternative, 'type') : undefined;
  const outer = member(around, 'type');
  if (inner === undefined || outer === undefined) return [];
  const [few, many] = [typesOf(inner), typesOf(outer)];
  return few.some((type) => many.includes(type))
    ? []
    : [`is ${typeNames(inner)}, and the type beside it says ${typeNames(outer)}`];
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
    const message = `\`if: ${String(condition)}\` never leads to \`${dead}\`: write the condition that is meant`;
    return [{ at: placeOf(file, childPointer(pointer, 'if'), 'value'), message }];
  }
  if (condition !== undefined) return [];
  return ['then', 'else']
    .filter((name) => Object.hasOwn(schema, name))
    .map((name) => ({
      at: placeOf(file, childPointer(pointer, name), 'key'),
      message: `\`${name}\` without \`if\` is never looked at: add the condition, or remove it`,
    }));
}

function placeOf(file: string, pointer: JsonPointer, token: Token): Report['at'] {
  return { file, pointer, token };
}
