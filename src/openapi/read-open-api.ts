import { isJsonObject, member } from '../model/json/json-value';
import { UNREAD } from '../model/json/unread';
import type { OpenApiDocument, OpenApiProblem, Operation } from '../model/project/open-api';
import type { SchemaFile } from '../model/project/schema-files';
import type { SchemaLibrary } from '../schema/link/schema-library';
import { DEFAULT_DIALECT } from '../schema/dialects/dialect';
import { statedDialect } from '../schema/dialects/stated-dialect';
import { findOperations } from './find-operations';
import { operationIdOf, labelOf, type FoundOperation } from './found-operation';
import { readOperation } from './read-operation';
import { rootSpot, spotKey } from './spot';
import { unusedComponents } from './unused-components';

/**
 * Reads the operations of an OpenAPI document (2.0, 3.0, 3.1 or 3.2) with everything that has a schema and may have examples. References are
 * followed, also into other files. What cannot be read is reported, and the rest is read. `prefix` is what the names of contracts begin with.
 */
export function readOpenApi(file: SchemaFile, library: SchemaLibrary, prefix?: string): OpenApiDocument {
  const stated = statedDialect(file.value);
  const dialect = stated.kind === 'known' ? stated.dialect : DEFAULT_DIALECT;
  const reached = new Set<string>();
  const onReached = (target: Parameters<typeof spotKey>[0]) => reached.add(spotKey(target));
  const problems: OpenApiProblem[] = [];
  const reader = { library, root: file, dialect, report: reporter(problems), onReached };
  const found = findOperations(rootSpot(file), reader);
  const nameOf = namesOf(found, prefix);
  const operations = withOwnNames(
    found.map((operation) => {
      const own: OpenApiProblem[] = [];
      const itsReader = { ...reader, report: reporter(own) };
      return { ...readOperation(operation, nameOf(operation), itsReader), problems: own };
    }),
  );
  return {
    file,
    version: versionOf(file.value),
    operations,
    unused: unusedComponents(reader, (spot) => reached.has(spotKey(spot))),
    problems,
  };
}

/** Adds problems to a list, except for values that are reported where the file is read. */
function reporter(problems: OpenApiProblem[]): (problem: OpenApiProblem) => void {
  return (problem) => {
    if (problem.kind !== 'wrong-form' || problem.actual !== UNREAD) problems.push(problem);
  };
}

/**
 * What the names of an operation's contracts begin with: the `operationId`, or `GET /servers/{id}` where there is none or where several
 * operations have the same one; of a callback, the operation that it belongs to and its name.
 */
function namesOf(
  operations: readonly FoundOperation[],
  prefix: string | undefined,
): (operation: FoundOperation) => string {
  const uses = countBy(operations.map(shortName));
  const unique = (operation: FoundOperation): string => {
    const name = shortName(operation);
    if (uses.get(name) === 1) return name;
    const { method, path, callback } = operation;
    return callback === undefined
      ? labelOf(operation)
      : `${unique(callback.of)}.callback.${callback.name} ${method} ${path}`;
  };
  const before = prefix === undefined ? '' : `${prefix}.`;
  return (operation) => before + unique(operation);
}

/** The names of contracts are unique, even if an `operationId` looks like the name of another contract. */
function withOwnNames(operations: readonly Operation[]): readonly Operation[] {
  const uses = new Map<string, number>();
  return operations.map((operation) => ({
    ...operation,
    parts: operation.parts.map((part) => {
      const use = (uses.get(part.contract) ?? 0) + 1;
      uses.set(part.contract, use);
      return use === 1 ? part : { ...part, contract: `${part.contract} (${use})` };
    }),
  }));
}

function shortName(operation: FoundOperation): string {
  const { callback } = operation;
  return callback === undefined
    ? (operationIdOf(operation) ?? labelOf(operation))
    : `${shortName(callback.of)}.callback.${callback.name}`;
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function versionOf(document: unknown): string {
  if (!isJsonObject(document)) return '';
  return String(member(document, 'openapi') ?? member(document, 'swagger'));
}
