import { placeKey } from '../../model/place';
import type { SchemaFile } from '../../model/schema-files';
import type { SchemaProblem } from '../../model/schema-problem';
import type { Violation } from '../../model/violation';
import { causesOf } from '../explain/causes';
import { findCircularReference } from './circular-reference';
import { constrains } from './constrains';
import { placeInSchema, reachableNodes, type SchemaNode } from '../link/schema-node';
import type { Dialect } from '../link/dialect';

/** Whether a problem leaves nothing to judge a document by. */
export function isFatal({ kind }: SchemaProblem): boolean {
  switch (kind) {
    case 'unknown-keyword':
    case 'unknown-format':
    case 'accepts-everything':
      return false;
    case 'unreadable':
    case 'missing':
    case 'unknown-dialect':
    case 'not-a-schema':
    case 'dangling-reference':
    case 'remote-reference':
    case 'circular-reference':
    case 'malformed-pattern':
    case 'does-not-compile':
      return true;
  }
}

/** All problems of a schema and of those it refers to, each once. `judge` holds a schema to the meta-schema of its dialect. */
export function findProblems(
  root: SchemaNode,
  copyOf: (key: string) => unknown,
  judge: (schema: unknown, dialect: Dialect) => readonly Violation[],
): readonly SchemaProblem[] {
  const nodes = reachableNodes(root, 'all');
  const problems = nodes.flatMap((node) => {
    // What else seems wrong may be right in a dialect that is not known.
    const foreign = node.problems.filter(({ kind }) => kind === 'unknown-dialect');
    if (foreign.length > 0) return foreign;
    return [
      ...node.problems,
      ...(node.isMalformed ? findMistakes(node, judge(node.original, node.dialect)) : []),
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

/** Whether a problem is that something which would have asserted does not. */
function isMisspelling(problem: SchemaProblem): boolean {
  return (
    problem.kind === 'unknown-format' || (problem.kind === 'unknown-keyword' && problem.nearest !== undefined)
  );
}

function findMistakes(node: SchemaNode, violations: readonly Violation[]): readonly SchemaProblem[] {
  const { file, pointer } = node;
  if (violations.length === 0) {
    const message = 'a keyword has a value that it cannot have, such as an empty `enum`';
    return [{ kind: 'does-not-compile', message, place: wholeSchema(node) }];
  }
  return causesOf(violations).map(({ violation, pointer: inner, token }) => ({
    kind: 'not-a-schema',
    violation,
    place: placeInSchema(file, pointer + inner, token),
  }));
}

/** The opening of an object, which is easier to see than all of it. */
function wholeSchema({
  file,
  pointer,
}: {
  readonly file: SchemaFile;
  readonly pointer: string;
}): SchemaProblem['place'] {
  return placeInSchema(file, pointer, 'opening');
}
