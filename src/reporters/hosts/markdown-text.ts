import { visibleText } from '../visible-text';

/** Text as Markdown shows it, in a paragraph or in a cell of a table: nothing in it is markup, a link or HTML. */
export function markdownText(text: string): string {
  return visibleText(text.replaceAll(/\s*[\r\n]+\s*/g, ' '))
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
