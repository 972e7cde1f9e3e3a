import { visibleText } from '../visible-text';

/** Text as Markdown shows it, in a paragraph or in a cell of a table: nothing in it is markup, a link or HTML. */
export function markdownText(text: string): string {
  return visibleText(inOneLine(text))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]()#+!|~:@$]/g, String.raw`\$&`);
}

/** A message with what it quotes in backticks as code. */
export function markdownMessage(message: string): string {
  return message
    .split(/(`[^`]+`)/)
    .map((part, index) =>
      index % 2 === 1 ? `<code>${markdownText(part.slice(1, -1))}</code>` : markdownText(part),
    )
    .join('');
}

/** A text with a space for each line break and the white space around it. A regular expression for both would take quadratic time. */
function inOneLine(text: string): string {
  const [first = '', ...others] = text.split(/[\r\n]+/);
  if (others.length === 0) return first;
  const last = others.pop() ?? '';
  return [first.trimEnd(), ...others.map((line) => line.trim()), last.trimStart()].join(' ');
}
