import { placeKey } from '../../model/place';
import type { SchemaFile } from '../../model/schema-files';
import type { SchemaProblem } from '../../model/schema-problem';
import type { Violation } from '../../model/violation';
import { causesOf } from '../explain/causes';
import { findCircularReference } from './circular-reference';
import { constrains } from './constrains';
import { placeInSchema, reachableNodes, type SchemaNode } from '../link/schema-node';
import type { Dialect } from '../link/dialect';

/** Whether documents cannot be validated against a schema with this problem. */
export function isFatal({ kind }: SchemaProblem): boolean {
  switch (kind) {
    case 'unknown-keyword':
    case 'unknown-format':
    case 'accepts-everything':
    case 'malformed-pattern':
    case 'needless-escapes':
      return false;
    case 'unreadable':
    case 'missing':
    case 'unknown-dialect':
    case 'not-a-schema':
    case 'dangling-reference':
    case 'remote-reference':
    case 'circular-reference':
    case 'does-not-compile':
      return true;
  }
}

/** All problems of a schema and the schemas it refers to, each once. `validate` validates a schema against the meta-schema of its dialect. */
export function findProblems(
  root: SchemaNode,
  copyOf: (key: string) => unknown,
  validate: (schema: unknown, dialect: Dialect) => readonly Violation[],
): readonly SchemaProblem[] {
  const nodes = reachableNodes(root, 'all');
  const problems = nodes.flatMap((node) => {
    // Other problems may not be problems in the unknown dialect.
    const foreign = node.problems.filter(({ kind }) => kind === 'unknown-dialect');
    if (foreign.length > 0) return foreign;
    return [
      ...node.problems,
      ...(node.isMalformed ? findMistakes(node, validate(node.original, node.dialect)) : []),
    ];
  });
  const circle = findCircularReference(nodes);
  if (circle !== undefined) {
    problems.push({ kind: 'circular-reference', reference: circle.reference, place: circle.place });
  }
  if (
    !problems.some((problem) => isFatal(problem) || isMisspelling(problem)) &&
    !constrains(root.copy, copyOf)
  ) {
    problems.push({ kind: 'accepts-everything', place: wholeSchema(root) });
  }
  return [
    ...new Map(problems.map((problem) => [`${problem.kind}\0${placeKey(problem.place)}`, problem])).values(),
  ];
}

/** Whether a keyword, format or pattern is likely wrong, so that the schema accepts more than its author meant. */
function isMisspelling(problem: SchemaProblem): boolean {
  return (
    problem.kind === 'unknown-format' ||
    problem.kind === 'malformed-pattern' ||
    (problem.kind === 'unknown-keyword' && problem.nearest !== undefined)
  );
}

function findMistakes(node: SchemaNode, violations: readonly Violation[]): readonly SchemaProblem[] {
  const { file, pointer } = node;
  if (violations.length === 0) {
    const message = 'a keyword has an invalid value, such as an empty `enum`';
    return [{ kind: 'does-not-compile', message, place: wholeSchema(node) }];
  }
  return causesOf(violations).map(({ violation, pointer: inner, token }) => ({
    kind: 'not-a-schema',
    violation,
    place: placeInSchema(file, pointer + inner, token),
  }));
}

/** The place of a whole schema: its opening bracket, because a whole object would be hard to read. */
function wholeSchema({
  file,
  pointer,
}: {
  readonly file: SchemaFile;
  readonly pointer: string;
}): SchemaProblem['place'] {
  return placeInSchema(file, pointer, 'opening');
}
