import { isJsonObject } from '../../model/json/json-value';
import { schemaPlaceKey, type SchemaPlace } from './schema-place';

/** What a property or an item must satisfy: a schema, a single value, or a combination of them. */
export type ChildSchema =
  | { readonly is: 'anything' }
  | { readonly is: 'nothing' }
  | { readonly is: 'schema'; readonly place: SchemaPlace }
  | { readonly is: 'literal'; readonly value: unknown }
  | { readonly is: 'all' | 'any'; readonly members: readonly ChildSchema[] }
  /** `not`: what does not satisfy the member. `matches`: what satisfies it, including values of types that it does not describe. */
  | { readonly is: 'not' | 'matches'; readonly member: ChildSchema }
  /** What satisfies the member, without what the schema around it allows no value for. The type of that schema is written next to it. */
  | { readonly is: 'within'; readonly member: ChildSchema; readonly outer: ChildSchema };

export const ANYTHING: ChildSchema = { is: 'anything' };
export const NOTHING: ChildSchema = { is: 'nothing' };

/** The child at a place, where `true` and `false` are schemas too. */
export function childAt(place: SchemaPlace): ChildSchema {
  if (place.value === true || isEmpty(place.value)) return ANYTHING;
  return place.value === false ? NOTHING : { is: 'schema', place };
}

function isEmpty(value: unknown): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0;
}

/** What satisfies all members. */
export function allOfChildren(members: readonly ChildSchema[]): ChildSchema {
  return combined('all', members, 'nothing', 'anything');
}

/** What satisfies at least one member. */
export function anyOfChildren(members: readonly ChildSchema[]): ChildSchema {
  return combined('any', members, 'anything', 'nothing');
}

/** What does not satisfy a member. */
export function notChild(member: ChildSchema): ChildSchema {
  if (member.is === 'anything') return NOTHING;
  if (member.is === 'nothing') return ANYTHING;
  return member.is === 'not' ? member.member : { is: 'not', member };
}

/** What satisfies a member, including values of types that it does not describe. */
export function matching(member: ChildSchema): ChildSchema {
  return member.is === 'anything' || member.is === 'nothing' || member.is === 'matches'
    ? member
    : { is: 'matches', member };
}

/** Whether a child says what satisfies a condition, or does not. */
export function isConditional(child: ChildSchema): boolean {
  if (child.is === 'all' || child.is === 'any') return child.members.some(isConditional);
  return child.is === 'not' || child.is === 'matches';
}

/** A text for each child, to compare them. */
export function childKey(child: ChildSchema): string {
  switch (child.is) {
    case 'anything':
    case 'nothing':
      return child.is;
    case 'schema':
      return schemaPlaceKey(child.place);
    case 'literal':
      return `= ${JSON.stringify(child.value)}`;
    case 'all':
    case 'any':
      return `${child.is}(${child.members.map(childKey).toSorted().join('\n')})`;
    case 'not':
    case 'matches':
      return `${child.is}(${childKey(child.member)})`;
    case 'within':
      return `within(${childKey(child.member)}\n${childKey(child.outer)})`;
  }
}

function combined(
  is: 'all' | 'any',
  members: readonly ChildSchema[],
  decisive: 'anything' | 'nothing',
  neutral: 'anything' | 'nothing',
): ChildSchema {
  const flat = members
    .flatMap((member) => (member.is === is ? member.members : [member]))
    .filter((member) => member.is !== neutral);
  if (flat.some((member) => member.is === decisive)) return { is: decisive };
  const distinct = [...new Map(flat.map((member) => [childKey(member), member])).values()];
  const [only] = distinct;
  if (only === undefined) return { is: neutral };
  return distinct.length === 1 ? only : { is, members: distinct };
}
