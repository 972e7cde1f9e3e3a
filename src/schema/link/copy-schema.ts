import { childPointer } from '../../model/json/json-pointer';
import { isJsonArray, isJsonObject, itemsIn, type JsonObject } from '../../model/json/json-value';
import { areUnique } from '../../model/json/same-json';
import { isOfOpenApi } from '../dialects/dialect';
import { excludedBy } from './directed';
import type { CopyContext } from './copy-context';
import { applyDiscriminator, unionOf } from './discriminator';
import { keywordFaults } from '../dialects/keyword-values';
import {
  isIgnoredNextToRef,
  isReferenceOnly,
  keywordOf,
  mayBeBoolean,
  type Keyword,
} from '../dialects/keywords';
import { mapSubschemas, subschemaPointer } from '../dialects/map-subschemas';
import { modernise } from '../dialects/modernise';
import { isUnreadKeyword } from '../dialects/unread-keyword';
import {
  reportEmptyEnum,
  reportFault,
  reportIgnored,
  reportMisplaced,
  reportNonSchema,
  reportNullable,
  reportRenamed,
  reportTurnedOff,
  reportUnknown,
} from './report-keywords';
import { isCheckedFormat, isPattern } from './string-keywords';
import { turnedOff } from '../dialects/vocabulary';
import type { SubschemaPosition } from './schema-node';

/**
 * Copies a schema for ajv: in 2020-12, without annotations and names, with keys as references. So ajv has no names to resolve and needs no
 * other dialect. The origin of each object in the copy is recorded in `origins`.
 */
export function copySchema(schema: unknown, outer: SubschemaPosition, context: CopyContext): unknown {
  if (!isJsonObject(schema)) {
    reportNonSchema(schema, outer, context.report);
    return schema === true ? true : tag({ not: {} }, schema, outer, context);
  }
  const at = withExcluded(schema, context.enter(schema, outer), context);
  const kept: Record<string, unknown> = {};
  const references: string[] = [];
  let isIncomplete = false;
  let discriminates = false;
  const ignoresSiblings = context.appliesRefSiblings !== true && isReferenceOnly(schema, at.dialect);
  if (ignoresSiblings) reportIgnored(schema, at, context.report);
  reportNullable(schema, at, context.report);
  const chosen = context.isChosen(at) ? unionOf(schema) : undefined;
  // Not over `Object.keys`, as elsewhere where there are tens of thousands: a list and an iterator for each take longer than the loop.
  for (const name in schema) {
    if (name === chosen || isOfParameter(name, schema, at)) continue;
    const value = schema[name];
    const keyword = keywordOf(name, at.dialect);
    reportRenamed(name, at, context.report);
    if (keyword === undefined) {
      if (name !== '$defs' || isOfOpenApi(at.dialect)) reportUnknown(name, at, context);
      continue;
    }
    const isAnnotation = keyword.shape === 'annotation';
    // `readOnly` is an annotation, but asserted where values for excluded properties are looked for.
    if (
      ignoresSiblings &&
      (isIgnoredNextToRef(keyword) || (isAnnotation && context.refusesExcluded === true))
    )
      continue;
    const { vocabularies } = at;
    const vocabulary = vocabularies && turnedOff(name, keyword, at.dialect, vocabularies);
    if (vocabulary !== undefined) {
      reportTurnedOff(name, vocabulary, at, context.report);
      continue;
    }
    if (isUnreadKeyword(keyword, value, at.file)) continue;
    if (!isUsable(name, schema, keyword, at, context)) continue;
    if (keyword.shape === 'reference') {
      const key = context.follow(name, String(value), at);
      if (key !== undefined) references.push(key);
    } else if (keyword.shape === 'discriminator') discriminates = true;
    else {
      const copied = copyKeyword(name, value, keyword, at, context);
      if (copied !== undefined) kept[name] = copied;
      isIncomplete ||= isUnread(keyword, copied);
    }
  }
  const [first, ...others] = references;
  if (first !== undefined) kept['$ref'] = first;
  const copy = modernise(kept, schema, at.dialect);
  if (others.length > 0) copy['allOf'] = [...itemsIn(copy['allOf']), ...others.map(($ref) => ({ $ref }))];
  if (discriminates) discriminate(copy, schema, at, context);
  if (isIncomplete) context.markIncomplete(copy);
  return tag(copy, schema, at, context);
}

function discriminate(
  copy: Record<string, unknown>,
  schema: JsonObject,
  at: SubschemaPosition,
  context: CopyContext,
): void {
  if (context.isChosen(at)) return;
  applyDiscriminator(copy, schema, {
    ...context.branchesOf(at),
    follow: (reference, steps) => context.follow('discriminator', reference, at, steps),
    tag: (made) => tag(made, schema, at, context),
  });
}

/** Whether a property is not one of the schema: in Swagger 2.0, a parameter that is not a body is its own schema (Parameter Object). */
function isOfParameter(name: string, schema: JsonObject, { dialect }: SubschemaPosition): boolean {
  return (
    dialect === 'swagger-2.0' &&
    ['name', 'in', 'required', 'allowEmptyValue'].includes(name) &&
    typeof schema['name'] === 'string' &&
    typeof schema['in'] === 'string'
  );
}

/** Whether a pattern could not be read. */
function isUnread({ shape }: Keyword, copied: unknown): boolean {
  return shape === 'pattern'
    ? copied === undefined
    : shape === 'patterns' && isJsonObject(copied) && Object.hasOwn(copied, ANY_PROPERTY);
}

/** Reports what is wrong with a keyword. False if it cannot be copied, because its meaning is lost. */
function isUsable(
  name: string,
  schema: JsonObject,
  keyword: Keyword,
  at: SubschemaPosition,
  { report }: CopyContext,
): boolean {
  const faults = keywordFaults(name, schema, keyword, at.dialect);
  const hasFaults = faults.length > 0;
  // Nearly no keyword has any, and then there is nothing to iterate.
  if (hasFaults) for (const fault of faults) reportFault(name, schema, fault, at, report);
  if (name === 'enum') reportEmptyEnum(schema[name], at, report);
  if (name === 'properties') reportMisplaced(schema[name], at, report);
  return !hasFaults || !faults.some(({ losesMeaning }) => losesMeaning);
}

function copyKeyword(
  name: string,
  value: unknown,
  keyword: Keyword,
  at: SubschemaPosition,
  context: CopyContext,
): unknown {
  switch (keyword.shape) {
    case 'annotation':
      return isExcluded(name, value, context) ? true : undefined;
    case 'reference':
    case 'discriminator':
      return undefined;
    case 'value':
      return name === 'required' && isJsonArray(value) ? requiredIn(value, at) : value;
    case 'pattern':
      return isPattern(String(value), childPointer(at.pointer, name), 'value', at, context)
        ? value
        : undefined;
    case 'format':
      return isCheckedFormat(String(value), at, context) ? value : undefined;
    case 'patterns':
      return copyPatterns(name, value, keyword, at, context);
    case 'definitions':
      copySubschemas(name, value, keyword, { ...at, asserted: false }, context);
      return undefined;
    case 'schema':
    case 'list':
    case 'map':
      return copySubschemas(name, value, keyword, at, context);
  }
}

/** A name that is listed twice is not missing twice. */
function requiredIn(names: readonly unknown[], { excluded }: SubschemaPosition): readonly unknown[] {
  const unique = areUnique(names) ? names : [...new Set(names)];
  return excluded === undefined ? unique : unique.filter((name) => !excluded.has(String(name)));
}

/** Adds the properties that a schema excludes from the direction of its values to those that the schemas around it exclude. */
function withExcluded(schema: JsonObject, at: SubschemaPosition, context: CopyContext): SubschemaPosition {
  const direction = context.direction();
  if (direction === undefined || !isOfOpenApi(at.dialect)) return at;
  const own = context.excludedNames(schema, at, excludedBy(direction));
  if (own.size === 0) return at;
  return { ...at, excluded: new Set([...(at.excluded ?? []), ...own]) };
}

function isExcluded(name: string, value: unknown, { direction, refusesExcluded }: CopyContext): boolean {
  if (refusesExcluded !== true || value !== true) return false;
  const of = direction();
  return of !== undefined && name === excludedBy(of);
}

function copySubschemas(
  name: string,
  value: unknown,
  keyword: Keyword,
  at: SubschemaPosition,
  context: CopyContext,
): unknown {
  return mapSubschemas(name, value, keyword.shape, (schema, key) =>
    schema === false && mayBeBoolean(name)
      ? false
      : copySchema(
          schema,
          // Each property by name: there are tens of thousands of these, and spreading takes several times as long.
          {
            file: at.file,
            pointer: subschemaPointer(at.pointer, name, key),
            dialect: at.dialect,
            vocabularies: at.vocabularies,
            scope: at.scope,
            inPlace: at.inPlace && keyword.inPlace,
            asserted: at.asserted,
            keyword: name,
            excluded: keyword.inPlace ? at.excluded : undefined,
          },
          context,
        ),
  );
}

/** Nobody knows which properties an unreadable pattern would match, so every property counts as matched. */
function copyPatterns(
  name: string,
  value: unknown,
  keyword: Keyword,
  at: SubschemaPosition,
  context: CopyContext,
): unknown {
  const copies = Object.entries(Object(copySubschemas(name, value, keyword, at, context)));
  return Object.fromEntries(
    copies.map(([pattern, copy]) =>
      isPattern(pattern, childPointer(childPointer(at.pointer, name), pattern), 'key', at, context)
        ? [pattern, copy]
        : [ANY_PROPERTY, true],
    ),
  );
}

const ANY_PROPERTY = '(?:)';

function tag<Copy extends object>(
  copy: Copy,
  original: unknown,
  at: SubschemaPosition,
  { origins }: CopyContext,
): Copy {
  origins.add(copy, original, at);
  return copy;
}
