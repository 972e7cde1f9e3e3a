import { displayWidth } from './display-width';

/** The least width of a line: in a narrower window, the terminal's own wrapping reads better. */
const LEAST = 20;

/**
 * A printable text in lines of at most `width` columns, broken at spaces; a longer word has a line of its own.
 * Without a width, one line.
 */
export function wrapText(text: string, width: number | undefined): readonly string[] {
  if (width === undefined) return [text];
  const most = Math.max(width, LEAST);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  // Spaces without a word after them would be searched for one from each of them.
  for (const [, spaces = '', word = ''] of text.trimEnd().matchAll(/( *)([^ ]+)/g)) {
    const needed = displayWidth(word);
    if (line !== '' && used + spaces.length + needed > most) {
      lines.push(line);
      line = word;
      used = needed;
    } else {
      line += spaces + word;
      used += spaces.length + needed;
    }
  }
  return [...lines, line];
}
