import { groupBy } from '../../model/group-by';
import type { Project } from '../../model/project/project';
import { schemaFileAt } from '../../model/project/schema-files';
import type { SchemaProblem } from '../../model/schemas/schema-problem';

type Unknown = Extract<SchemaProblem, { kind: 'unknown-keyword' }>;

/** Joins the problems of a file with one unknown keyword, at the first place in the text: one decision of its author is behind them all. */
export function gatherUnknown(
  problems: readonly SchemaProblem[],
  files: Project['schemas'],
): readonly SchemaProblem[] {
  const groups = groupBy(
    problems.filter((problem) => problem.kind === 'unknown-keyword'),
    ({ place, keyword, dialect, turnedOff }) =>
      [place.file, keyword, dialect, turnedOff?.vocabulary].join('\0'),
  );
  const joined = new Map<SchemaProblem, readonly SchemaProblem[]>();
  for (const group of groups.values()) {
    if (group.length > 1) for (const [problem, whole] of joinedIn(group, files)) joined.set(problem, whole);
  }
  return problems.flatMap((problem) => joined.get(problem) ?? [problem]);
}

/** What each problem of a group is replaced by. What is written once, and used through several aliases of YAML, stays as it is. */
function joinedIn(
  group: readonly Unknown[],
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
