import { jsonTypeOf, type JsonType } from '../model/json-value';

/**
 * A schema reduced to what a type can say, in the few forms that json-schema-to-typescript compiles rightly:
 * each has exactly one of `tsType`, `enum`, `type`, `allOf`, `anyOf` and `$ref`.
 */
export interface TypeSchema {
  readonly tsType?: 'unknown' | 'never' | '{ [k: string]: never }';
  readonly enum?: readonly unknown[];
  readonly type?: JsonType;
  readonly properties?: Readonly<Record<string, TypeSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | TypeSchema;
  /** A list is a tuple, `additionalItems` what may follow it, `minItems` how much of it must be there. */
  readonly items?: TypeSchema | readonly TypeSchema[];
  readonly additionalItems?: boolean | TypeSchema;
  readonly minItems?: number;
  readonly allOf?: readonly TypeSchema[];
  readonly anyOf?: readonly TypeSchema[];
  readonly $ref?: string;
  /** The name of its own that the type gets. */
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly $defs?: Readonly<Record<string, TypeSchema>>;
}

/** Any value. */
export const UNKNOWN: TypeSchema = { tsType: 'unknown' };
/** No value. */
export const NEVER: TypeSchema = { tsType: 'never' };
/** The object without keys; `{}` would be any value but null. */
export const EMPTY: TypeSchema = { tsType: '{ [k: string]: never }' };

/** Any object; beside what is said of its keys it says nothing. */
export const ANY_OBJECT: TypeSchema = {
  type: 'object',
  properties: {},
  required: [],
  additionalProperties: true,
};

function isUnknown(schema: TypeSchema): boolean {
  return schema.tsType === 'unknown';
}

/** Whether it is short enough to stand where it is used: a scalar, literals, or a choice of these. */
export function isInline(schema: TypeSchema): boolean {
  if (schema.anyOf !== undefined) return schema.anyOf.every(isInline);
  return (
    schema.tsType !== undefined ||
    schema.enum !== undefined ||
    (schema.type !== undefined && schema.type !== 'object' && schema.type !== 'array')
  );
}

/** What satisfies at least one of them. */
export function union(members: readonly TypeSchema[]): TypeSchema {
  if (members.some(isUnknown)) return UNKNOWN;
  const some = distinct(members.flatMap(choicesOf).filter((member) => member.tsType !== 'never'));
  const [first] = some;
  if (first === undefined) return NEVER;
  return some.length === 1 ? first : { anyOf: some };
}

/** What satisfies all of them. */
export function intersection(members: readonly TypeSchema[]): TypeSchema {
  if (members.some((member) => member.tsType === 'never')) return NEVER;
  const telling = distinct(members.filter((member) => !isUnknown(member)));
  const needed = telling.filter(
    (member) => !telling.some((other) => other !== member && implies(other, member)),
  );
  const [first] = needed;
  if (first === undefined) return telling[0] ?? UNKNOWN;
  return needed.length === 1 ? first : { allOf: needed };
}

/** Whether `broad` adds nothing to `narrow`: any object beside a described one, `string` beside strings. */
function implies(narrow: TypeSchema, broad: TypeSchema): boolean {
  if (isAnyObject(broad) || isAnyArray(broad)) {
    return !isInline(narrow) && !isAnyObject(narrow) && !isAnyArray(narrow);
  }
  return narrow.enum !== undefined && narrow.enum.every((value) => jsonTypeOf(value) === broad.type);
}

function isAnyObject({ type, properties, additionalProperties }: TypeSchema): boolean {
  return type === 'object' && additionalProperties === true && Object.keys(properties ?? {}).length === 0;
}

function isAnyArray({ items }: TypeSchema): boolean {
  return items !== undefined && 'tsType' in items && items.tsType === 'unknown';
}

/** The members of a union that has no name or comment to keep, else the schema itself. */
function choicesOf(schema: TypeSchema): readonly TypeSchema[] {
  return schema.anyOf !== undefined && Object.keys(schema).length === 1 ? schema.anyOf : [schema];
}

function distinct(members: readonly TypeSchema[]): readonly TypeSchema[] {
  const seen = new Map<string, TypeSchema>();
  for (const member of members) {
    const key = JSON.stringify({ ...member, description: undefined });
    if (!seen.has(key)) seen.set(key, member);
  }
  return [...seen.values()];
}
