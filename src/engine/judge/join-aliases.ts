import { anchorPlaces } from '../../model/findings/finding';
import { groupBy } from '../../model/group-by';
import type { FindingInRange, LocatedFinding } from './located-finding';

/** What is written once and used through several aliases is one finding, at its first use, with the others as related places. */
export function joinAliases(located: readonly FindingInRange[]): readonly LocatedFinding[] {
  if (located.every(({ range }) => range.behind === undefined)) return located.map(({ finding }) => finding);
  const groups = groupBy(located, ({ finding: { file, part, ruleId, message }, range }) =>
    [file, part, (range.behind ?? range).start.offset, ruleId, message].join('\0'),
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { finding, range } = first;
    const uses = others.map(({ finding: { file, start, end } }) => ({
      message: 'used here too',
      file,
      start,
      end,
    }));
    return { ...finding, related: [...anchorPlaces(range, finding.file), ...finding.related, ...uses] };
  });
}
