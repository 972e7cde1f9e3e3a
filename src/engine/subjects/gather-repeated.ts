import { groupBy } from '../../model/group-by';
import type { Project } from '../../model/project/project';
import { schemaFileAt } from '../../model/project/schema-files';
import type { SchemaProblem } from '../../model/schemas/schema-problem';

type Repeated = Extract<
  SchemaProblem,
  { readonly kind: 'unknown-keyword' | 'unknown-format' | 'nullable-without-type' }
>;

/** A file that has one unknown format, or a `nullable` without effect, more often than this has one problem for all of them. */
const MOST_PER_FILE = 10;

/**
 * Joins the problems of a file with one unknown keyword, and those with very many of one unknown format or of `nullable` without effect, at the first
 * place in the text: one decision of its author is behind them all.
 */
export function gatherRepeated(
  problems: readonly SchemaProblem[],
  files: Project['schemas'],
): readonly SchemaProblem[] {
  const groups = groupBy(
    problems.filter(isRepeated),
    (problem) => `${problem.place.file}\0${nameOf(problem)}`,
  );
  const joined = new Map<SchemaProblem, readonly SchemaProblem[]>();
  for (const group of groups.values())
    if (group.length > (group[0]?.kind === 'unknown-keyword' ? 1 : MOST_PER_FILE))
      for (const [problem, whole] of joinedIn(group, files)) joined.set(problem, whole);
  return problems.flatMap((problem) => joined.get(problem) ?? [problem]);
}

function isRepeated(problem: SchemaProblem): problem is Repeated {
  return (
    problem.kind === 'unknown-keyword' ||
    problem.kind === 'unknown-format' ||
    problem.kind === 'nullable-without-type'
  );
}

/** What the problems of a file that are one have in common. */
function nameOf(problem: Repeated): string {
  switch (problem.kind) {
    case 'unknown-keyword':
      return [problem.kind, problem.keyword, problem.dialect, problem.turnedOff?.vocabulary].join('\0');
    case 'unknown-format':
      return [problem.kind, problem.format].join('\0');
    case 'nullable-without-type':
      return [problem.kind, problem.isNextToRef].join('\0');
  }
}

/** What each problem of a group is replaced by. What is written once, and used through several aliases of YAML, stays as it is. */
function joinedIn(
  group: readonly Repeated[],
  files: Project['schemas'],
): readonly (readonly [SchemaProblem, readonly SchemaProblem[]])[] {
  const file = group[0]?.place.file ?? '';
  const ranges = files.get(schemaFileAt(files, file))?.source.locate(group.map(({ place }) => place)) ?? [];
  const offsets = ranges.map(({ start }) => start.offset);
  const written = ranges.map((range) => (range.behind ?? range).start.offset);
  const count = new Set(written).size;
  if (count < 2) return [];
  const first = written[offsets.indexOf(Math.min(...offsets))];
  return group.map((problem, index) => [problem, written[index] === first ? [{ ...problem, count }] : []]);
}
