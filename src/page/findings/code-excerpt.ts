import type { Finding } from '../../model/findings/finding';
import { element, type ElementContent } from '../elements/element';

/** The source of a finding, with line numbers and the place marked; undefined if the report has none. */
export function codeExcerpt(finding: Finding): HTMLElement | undefined {
  const { excerpt, file, start } = finding;
  if (excerpt === undefined || excerpt.lines.length === 0) return undefined;
  return element(
    'pre',
    { class: 'excerpt', tabindex: '0', role: 'group', 'aria-label': `Source of ${file}, line ${start.line}` },
    excerpt.lines.map((line, index) => {
      const number = excerpt.line + index;
      return element(
        'code',
        { class: number === start.line ? 'here' : undefined, 'data-line': String(number) },
        markedLine(line, number, finding),
        '\n',
      );
    }),
  );
}

/** A line with the part that the finding is about marked. The excerpt may begin after the first column. */
function markedLine(line: string, number: number, { start, end, excerpt }: Finding): ElementContent {
  if (number < start.line || number > end.line) return line;
  const cut = excerpt?.column ?? 1;
  const indent = line.length - line.trimStart().length;
  const from = number === start.line ? Math.max(0, start.column - cut) : indent;
  const to = number === end.line ? Math.max(from, end.column - cut) : line.length;
  const marked = line.slice(from, to);
  // An empty range is a place between two characters.
  return [line.slice(0, from), element('mark', {}, marked === '' ? ' ' : marked), line.slice(to)];
}
