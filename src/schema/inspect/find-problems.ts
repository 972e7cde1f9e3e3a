import { placeKey } from '../../model/documents/place';
import type { SchemaProblem } from '../../model/schemas/schema-problem';
import { isOfOpenApi } from '../dialects/dialect';
import { circularReferences } from './circular-reference';
import { withoutDeclared } from './declared-keywords';
import { constrains } from './constrains';
import { findTextRemarks } from './text-remarks';
import { placeInSchema, reachableNodes, type CopyLookup, type SchemaNode } from '../link/schema-node';

/** Whether documents cannot be validated against a schema with this problem. */
export function isFatal(problem: SchemaProblem): boolean {
  switch (problem.kind) {
    case 'invalid-keyword':
      return problem.isFatal;
    case 'byte-order-mark':
    case 'not-json':
    case 'unknown-keyword':
    case 'unknown-format':
    case 'accepts-everything':
    case 'malformed-pattern':
    case 'needless-escapes':
    case 'ignored-keywords':
    case 'empty-enum':
    case 'renamed-keyword':
    case 'rounded-number':
    case 'repeated-property':
    case 'raw-space':
    case 'repeated-name':
    case 'circular-reference':
    case 'misplaced-keyword':
    case 'impossible-object':
    case 'nullable-without-type':
    case 'refused-by-meta-schema':
      return false;
    case 'unreadable':
    case 'missing':
    case 'unknown-dialect':
    case 'dangling-reference':
    case 'remote-reference':
    case 'does-not-compile':
      return true;
  }
}

/**
 * Whether OpenAPI does not read a keyword as its author surely means it: in 3.0, a list of types, or a `nullable` that is not a boolean; since 3.1, `examples`
 * that are not a list, which leaves them unchecked.
 */
export function isMisread(problem: SchemaProblem): boolean {
  return (
    problem.kind === 'invalid-keyword' &&
    (problem.expected === 'one-type' ||
      (problem.keyword === 'nullable' && problem.expected === 'boolean') ||
      (problem.keyword === 'examples' && isOfOpenApi(problem.dialect)))
  );
}

/** Whether a problem would be none in a dialect of OpenAPI: the file may be a part of an OpenAPI document. */
export function isOfDocument(problem: SchemaProblem): boolean {
  if (problem.kind === 'invalid-keyword')
    return typeof problem.actual === 'boolean' && /^exclusiveM(?:in|ax)imum$/.test(problem.keyword ?? '');
  if (problem.kind !== 'unknown-keyword' || problem.turnedOff !== undefined) return false;
  return problem.knownTo.some(isOfOpenApi);
}

/** All problems of a schema and the schemas it refers to, each once. */
export function findProblems(
  root: SchemaNode,
  { copyOf, originOf }: CopyLookup,
  impossibleIn: (node: SchemaNode) => readonly SchemaProblem[],
): readonly SchemaProblem[] {
  const nodes = reachableNodes(root, 'all');
  const asserted = new Set(reachableNodes(root, 'asserted'));
  const problems = nodes.flatMap((node) => {
    // Other problems may not be problems in the unknown dialect.
    const foreign = node.problems.filter(({ kind }) => kind === 'unknown-dialect');
    if (foreign.length > 0) return foreign;
    const own = withoutDeclared(node);
    return asserted.has(node) ? own : own.map(asUnasserted);
  });
  for (const { first, nodes: circular } of circularReferences(nodes)) {
    const keys = circular.map(({ key }) => key);
    problems.push({ kind: 'circular-reference', reference: first.reference, keys, place: first.place });
  }
  const isRead = nodes.every(({ file }) => file.unread === undefined);
  if (
    isRead &&
    !problems.some((problem) => isFatal(problem) || isIgnored(problem)) &&
    !constrains(root.copy, copyOf)
  ) {
    problems.push({ kind: 'accepts-everything', place: wholeSchema(root) });
  }
  return distinctProblems([...problems, ...nodes.flatMap(impossibleIn), ...findTextRemarks(nodes, originOf)]);
}

/** Each problem once: a definition belongs to the file that contains it, and to each schema that refers to it. */
export function distinctProblems(problems: readonly SchemaProblem[]): readonly SchemaProblem[] {
  if (problems.length < 2) return problems;
  const distinct = new Map<string, SchemaProblem>();
  for (const problem of problems) {
    const key = `${problem.kind}\0${placeKey(problem.place)}`;
    const known = distinct.get(key);
    distinct.set(key, known === undefined ? problem : together(known, problem));
  }
  return [...distinct.values()];
}

/** The same problem from two ways to it: asserted if either is. */
function together(known: SchemaProblem, other: SchemaProblem): SchemaProblem {
  if (known.kind === 'invalid-keyword') return isFatal(other) ? { ...known, isFatal: true } : known;
  if (known.kind === 'ignored-keywords' && other.kind === known.kind && other.asserted) return other;
  return known;
}

/** A problem in a schema that nothing asserts, such as an unused definition. */
function asUnasserted(problem: SchemaProblem): SchemaProblem {
  if (problem.kind === 'invalid-keyword') return { ...problem, isFatal: false };
  return problem.kind === 'ignored-keywords' ? { ...problem, asserted: false } : problem;
}

/** Whether a keyword, format, pattern or reference that its author meant to assert something is ignored, so that the schema accepts more than they meant. */
function isIgnored(problem: SchemaProblem): boolean {
  return (
    problem.kind === 'unknown-format' ||
    problem.kind === 'malformed-pattern' ||
    problem.kind === 'circular-reference' ||
    problem.kind === 'ignored-keywords' ||
    (problem.kind === 'invalid-keyword' && ASSERTS_NOTHING.has(problem.expected)) ||
    (problem.kind === 'unknown-keyword' && (problem.nearest !== undefined || problem.knownTo.length > 0))
  );
}

/** A limit that is missing, and lists without items. */
const ASSERTS_NOTHING: ReadonlySet<string> = new Set(['minimum', 'maximum', 'items']);

/** The place of a whole schema: its opening bracket, because a whole object would be hard to read. */
function wholeSchema({ file, pointer }: SchemaNode): SchemaProblem['place'] {
  return placeInSchema(file, pointer, 'opening');
}
