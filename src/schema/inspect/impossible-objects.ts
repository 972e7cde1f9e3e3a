import { childPointer } from '../../model/json/json-pointer';
import { isJsonObject, itemsIn, member, type JsonObject } from '../../model/json/json-value';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import { declaredKeys, type DeclaredKeys } from '../explain/declared-keys';
import { eachCopiedSubschema } from '../dialects/map-subschemas';
import { placeInSchema, type CopyLookup, type SchemaNode } from '../link/schema-node';
import { matchesPattern } from '../patterns/pattern-reading';

/** A schema that allows only some properties, or requires some. */
interface Demand {
  readonly copy: JsonObject;
  readonly closedBy?: 'additionalProperties' | 'unevaluatedProperties';
  readonly declared: DeclaredKeys;
  readonly required: readonly string[];
}

/**
 * The schemas in a node that no object can satisfy, because a closed part excludes a property that another part requires. Parts are the schema
 * itself, each schema of its `allOf`, and the target of its `$ref`.
 */
export function impossibleObjects(node: SchemaNode, lookup: CopyLookup): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  visit(node.copy);
  return problems;

  function visit(copy: unknown): void {
    if (!isJsonObject(copy)) return;
    if (Object.hasOwn(copy, 'allOf') || Object.hasOwn(copy, '$ref')) {
      const problem = contradictionIn(copy, lookup);
      if (problem !== undefined) problems.push(problem);
    }
    eachCopiedSubschema(copy, visit);
  }
}

function contradictionIn(copy: JsonObject, lookup: CopyLookup): SchemaProblem | undefined {
  const reached = branchesOf(copy, lookup).map((branch) => partsOf(branch, lookup));
  // Nearly all objects are open.
  if (![copy, ...reached.flat()].some((part) => closingKeyword(part) !== undefined)) return undefined;
  const own = demandOf(copy, lookup);
  // Its own `unevaluatedProperties` sees the other parts.
  const itself = own.filter((demand) => demand.closedBy !== 'unevaluatedProperties');
  const parts = [itself, ...reached.map((each) => each.flatMap((part) => demandOf(part, lookup)))];
  for (const part of parts) {
    for (const closed of part) {
      if (closed.closedBy === undefined) continue;
      const [other, ...excluded] = parts
        .filter((candidate) => candidate !== part)
        .flat()
        .flatMap((demand) => demand.required.map((name) => ({ name, demand })))
        .filter(({ name }) => !isDeclared(name, closed.declared));
      if (other === undefined) continue;
      const names = [other, ...excluded].map(({ name }) => name);
      return problemOf(copy, closed, closed.closedBy, other.demand, [...new Set(names)], lookup);
    }
  }
  return undefined;
}

function problemOf(
  copy: JsonObject,
  { copy: closedCopy }: Demand,
  closedBy: NonNullable<Demand['closedBy']>,
  { copy: requiringCopy, required }: Demand,
  names: readonly string[],
  { originOf }: CopyLookup,
): SchemaProblem | undefined {
  const [own, closed, requiring] = [copy, closedCopy, requiringCopy].map(originOf);
  if (own === undefined || closed === undefined || requiring === undefined) return undefined;
  const { file, pointer, original, dialect } = own;
  const keyword = isJsonObject(original) && Object.hasOwn(original, 'allOf') ? 'allOf' : '$ref';
  const closedAt = childPointer(closed.pointer, closedBy);
  const index = required.findIndex((name) => name === names[0]);
  const requiredAt = childPointer(requiring.pointer, 'required');
  return {
    kind: 'impossible-object',
    properties: names,
    closedBy,
    dialect,
    isOwn: closed.file === file && closed.pointer === pointer,
    closed: placeInSchema(closed.file, closedAt, 'value'),
    required: placeInSchema(requiring.file, childPointer(requiredAt, Math.max(0, index)), 'value'),
    locations: [`${closed.file.file}#${closedAt}`, `${requiring.file.file}#${requiredAt}`],
    place: placeInSchema(file, childPointer(pointer, keyword), 'key'),
  };
}

function branchesOf(copy: JsonObject, { copyOf }: CopyLookup): readonly JsonObject[] {
  const all = member(copy, 'allOf');
  const reference = member(copy, '$ref');
  const targets = typeof reference === 'string' ? [copyOf(reference)] : [];
  return [...targets, ...itemsIn(all)].filter(isJsonObject);
}

/** A schema, and what applies to the same object because of it. */
function partsOf(copy: JsonObject, lookup: CopyLookup): readonly JsonObject[] {
  const reached = new Set([copy]);
  // Schemas that are added to a set while it is iterated are visited too.
  for (const schema of reached) for (const branch of branchesOf(schema, lookup)) reached.add(branch);
  return [...reached];
}

function closingKeyword(copy: JsonObject): Demand['closedBy'] {
  return CLOSING.find((name) => member(copy, name) === false);
}

const CLOSING = ['additionalProperties', 'unevaluatedProperties'] as const;

function demandOf(copy: JsonObject, { copyOf }: CopyLookup): readonly Demand[] {
  const required = member(copy, 'required');
  const closing = closingKeyword(copy);
  if (required === undefined && closing === undefined) return [];
  return [
    {
      copy,
      ...(closing === undefined ? {} : { closedBy: closing }),
      declared: declaredKeys(copy, closing === 'unevaluatedProperties' ? copyOf : undefined),
      required: itemsIn(required).map(String),
    },
  ];
}

function isDeclared(name: string, { names, patterns }: DeclaredKeys): boolean {
  return names.includes(name) || patterns.some((pattern) => matchesPattern(pattern, name));
}
