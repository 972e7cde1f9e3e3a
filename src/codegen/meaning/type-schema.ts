import { uniqueBy } from '../../model/group-by';
import { jsonTypeOf, type JsonType } from '../../model/json/json-value';

/**
 * A schema reduced to what a type can express, in the few forms that json-schema-to-typescript compiles correctly. Each has exactly one of
 * `tsType`, `enum`, `type`, `allOf`, `anyOf` and `$ref`.
 */
export interface TypeSchema {
  readonly tsType?: 'unknown' | 'never' | '{}' | '{ [k: string]: never }';
  readonly enum?: readonly unknown[];
  readonly type?: JsonType;
  readonly properties?: Readonly<Record<string, TypeSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | TypeSchema;
  /** An array means a tuple; `additionalItems` are the items after it, `minItems` the number of required items. */
  readonly items?: TypeSchema | readonly TypeSchema[];
  readonly additionalItems?: boolean | TypeSchema;
  readonly minItems?: number;
  readonly allOf?: readonly TypeSchema[];
  readonly anyOf?: readonly TypeSchema[];
  readonly $ref?: string;
  /** The name of the type, where it gets its own declaration. */
  readonly title?: string;
  readonly description?: string;
  readonly $defs?: Readonly<Record<string, TypeSchema>>;
}

/** Any value. */
export const UNKNOWN: TypeSchema = { tsType: 'unknown' };
/** No value. */
export const NEVER: TypeSchema = { tsType: 'never' };
/** The empty object; `{}` would mean any value except null and undefined. */
export const EMPTY: TypeSchema = { tsType: '{ [k: string]: never }' };

/** Any object. In an intersection with a described object it adds nothing. */
export const ANY_OBJECT: TypeSchema = {
  type: 'object',
  properties: {},
  required: [],
  additionalProperties: true,
};

function isUnknown(schema: TypeSchema): boolean {
  return schema.tsType === 'unknown';
}

/** Whether a type is short enough to be written where it is used: a scalar, literals, or a union of these. */
export function isInline(schema: TypeSchema): boolean {
  if (schema.anyOf !== undefined) return schema.anyOf.every(isInline);
  return (
    schema.tsType !== undefined ||
    schema.enum !== undefined ||
    (schema.type !== undefined && schema.type !== 'object' && schema.type !== 'array')
  );
}

/** The type of values that satisfy at least one member. */
export function union(members: readonly TypeSchema[]): TypeSchema {
  if (members.some(isUnknown)) return UNKNOWN;
  const some = distinct(members.flatMap(choicesOf).filter((member) => member.tsType !== 'never'));
  const [first] = some;
  if (first === undefined) return NEVER;
  return some.length === 1 ? first : { anyOf: some };
}

/** The type of values that satisfy all members. */
export function intersection(members: readonly TypeSchema[]): TypeSchema {
  if (members.some((member) => member.tsType === 'never')) return NEVER;
  const known = distinct(members.filter((member) => !isUnknown(member)));
  const needed = known.filter((member) => !known.some((other) => other !== member && implies(other, member)));
  const [first] = needed;
  if (first === undefined) return known[0] ?? UNKNOWN;
  return needed.length === 1 ? first : { allOf: needed };
}

/** Whether `broad` adds nothing to `narrow`, such as "any object" to a described object, or `string` to string literals. */
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

/** The members of a union without a name or a comment, else the schema itself. */
function choicesOf(schema: TypeSchema): readonly TypeSchema[] {
  return schema.anyOf !== undefined && Object.keys(schema).length === 1 ? schema.anyOf : [schema];
}

function distinct(members: readonly TypeSchema[]): readonly TypeSchema[] {
  return uniqueBy(members, (member) => JSON.stringify({ ...member, description: undefined }));
}
