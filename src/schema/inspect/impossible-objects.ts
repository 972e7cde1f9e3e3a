import { groupBy } from '../../model/group-by';
import { childPointer, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonObject, itemsIn, member, type JsonObject } from '../../model/json/json-value';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import { declaredKeys, type DeclaredKeys } from '../explain/declared-keys';
import { eachCopiedSubschema } from '../dialects/map-subschemas';
import { placeInSchema, type CopyLookup, type SchemaNode, type SchemaOrigin } from '../link/schema-node';
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
  const conflicts = parts.flatMap((part) =>
    part.flatMap((closed) => {
      const { closedBy, declared } = closed;
      if (closedBy === undefined) return [];
      return parts
        .filter((candidate) => candidate !== part)
        .flat()
        .flatMap((requiring) => requiring.required.map((name) => ({ name, closed, closedBy, requiring })))
        .filter(({ name }) => !isDeclared(name, declared));
    }),
  );
  return problemOf(copy, conflicts, lookup);
}

/** A closed part, and a part that requires a property which it excludes. */
interface Conflict {
  readonly name: string;
  readonly closed: Demand;
  readonly closedBy: NonNullable<Demand['closedBy']>;
  readonly requiring: Demand;
}

function problemOf(
  copy: JsonObject,
  conflicts: readonly Conflict[],
  { originOf }: CopyLookup,
): SchemaProblem | undefined {
  const own = originOf(copy);
  const located = conflicts.flatMap((conflict) => {
    const [closed, requiring] = [conflict.closed.copy, conflict.requiring.copy].map(originOf);
    if (closed === undefined || requiring === undefined) return [];
    const closedAt = childPointer(closed.pointer, conflict.closedBy);
    return [{ ...conflict, closed, closedAt, requiring, required: conflict.requiring.required }];
  });
  const [first] = located;
  if (own === undefined || first === undefined) return undefined;
  const { file, pointer, original, dialect } = own;
  const keyword = isJsonObject(original) && Object.hasOwn(original, 'allOf') ? 'allOf' : '$ref';
  return {
    kind: 'impossible-object',
    properties: [...new Set(located.map(({ name }) => name))],
    closedBy: first.closedBy,
    dialect,
    isOwn: first.closed.file === file && first.closed.pointer === pointer,
    // Of each closed part, the first property that it excludes.
    exclusions: [
      ...groupBy(located, ({ closed, closedAt }) => `${closed.file.file}#${closedAt}`).values(),
    ].flatMap(([each]) =>
      each === undefined
        ? []
        : {
            property: each.name,
            closed: placeInSchema(each.closed.file, each.closedAt, 'value'),
            required: placeInSchema(
              each.requiring.file,
              childPointer(requiredAt(each.requiring), each.required.indexOf(each.name)),
              'value',
            ),
          },
    ),
    locations: [
      ...new Set(
        located.flatMap(({ closed, closedAt, requiring }) => [
          `${closed.file.file}#${closedAt}`,
          `${requiring.file.file}#${requiredAt(requiring)}`,
        ]),
      ),
    ],
    place: placeInSchema(file, childPointer(pointer, keyword), 'key'),
  };
}

function requiredAt({ pointer }: SchemaOrigin): JsonPointer {
  return childPointer(pointer, 'required');
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
