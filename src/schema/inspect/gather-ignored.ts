import { groupBy } from '../../model/group-by';
import type { SchemaProblem } from '../../model/schemas/schema-problem';

type Ignored = Extract<SchemaProblem, { kind: 'ignored-keywords' }>;

/** A file with more `$ref`s than this that have ignored keywords next to them has one problem for all of them. */
const MOST_PER_FILE = 10;

/** Joins the problems of a file with very many ignored keywords: one decision of its author is behind them all. */
export function gatherIgnored(problems: readonly SchemaProblem[]): readonly SchemaProblem[] {
  const byFile = groupBy(
    problems.filter((problem) => problem.kind === 'ignored-keywords'),
    ({ place }) => place.file,
  );
  const crowded = new Map([...byFile.values()].flatMap(joined));
  return problems.flatMap<SchemaProblem>((problem) => {
    if (problem.kind !== 'ignored-keywords') return [problem];
    const { file } = problem.place;
    const whole = crowded.get(file);
    if (whole === undefined) return [problem];
    return byFile.get(file)?.[0] === problem ? [whole] : [];
  });
}

function joined(ignored: readonly Ignored[]): readonly (readonly [file: string, Ignored])[] {
  const [first] = ignored;
  if (first === undefined || ignored.length <= MOST_PER_FILE) return [];
  return [
    [
      first.place.file,
      {
        ...first,
        keywords: ignored.flatMap(({ keywords }) => keywords.slice(0, 1)),
        count: ignored.reduce((sum, { count }) => sum + count, 0),
        references: ignored.length,
        asserted: ignored.some(({ asserted }) => asserted),
      },
    ],
  ];
}
