import { childPointer, type JsonPointer } from '../../model/json-pointer';
import { isJsonArray, member } from '../../model/json-value';
import type { Token } from '../../model/place';
import type { SchemaPart } from '../../model/schema-part';
import type { Report, Rule } from '../rule';
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
  return coveredIn(list).map(([covered, by]) => ({
    at: placeOf(file, childPointer(place, covered), 'opening'),
    message:
      name === 'anyOf'
        ? `alternative ${covered + 1} accepts nothing that alternative ${by + 1} does not: remove one of them`
        : `whatever alternative ${covered + 1} accepts, alternative ${by + 1} accepts too, so \`oneOf\` refuses it: remove one of them, or tell them apart`,
    related: [{ at: placeOf(file, childPointer(place, by), 'opening'), message: `alternative ${by + 1}` }],
  }));
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
