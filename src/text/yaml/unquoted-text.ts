import type { Span } from '../../model/documents/text-problem';

/** What a character begins in YAML. A text that has it there needs quotes. */
const BEGINS: readonly (readonly [character: string, what: string])[] = [
  ['{', 'a map'],
  ['[', 'an array'],
  ['*', 'an alias'],
  ['&', 'an anchor'],
  ['!', 'a tag'],
  ['|', 'a block of text'],
  ['>', 'a block of text'],
  ['#', 'a comment'],
];

/** A text without the quotes that it needs. */
interface UnquotedText {
  readonly span: Span;
  readonly message: string;
}

/** A text such as `$.a[*]` or `*.json` at an offset, which was meant as a string. */
export function unquotedText(text: string, offset: number): UnquotedText | undefined {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  const [whole = ''] = text.slice(line, offset + LONGEST_LINE).split(/\r?\n/, 1);
  const span: Span = [line + startIn(whole, offset - line), line + endIn(whole, offset - line)];
  const word = text.slice(...span);
  const [character, what] =
    BEGINS.find(([first]) => word.startsWith(first)) ?? BEGINS.find(([first]) => word.includes(first)) ?? [];
  return character === undefined
    ? undefined
    : { span, message: `\`${character}\` begins ${what} in YAML: put \`${word}\` in quotes` };
}

/** Whether a name that YAML reads was meant as a path or a pattern: names of anchors and tags rarely have these characters. */
export function isLikePath(name: string): boolean {
  return name === '' || /[./*?]/.test(name);
}

const LONGEST_LINE = 1000;

/** Where the word at an index starts; what is in brackets right before it belongs to it. */
function startIn(line: string, index: number): number {
  let at = index;
  while (at > 0) {
    const before = line[at - 1] ?? '';
    const open = before === ']' ? '[' : before === '}' ? '{' : undefined;
    if (open !== undefined && line.lastIndexOf(open, at - 1) !== -1) at = line.lastIndexOf(open, at - 1);
    else if (/[\s"',[{\]}]/.test(before)) break;
    else at -= 1;
  }
  return at;
}

/** Where the word at an index ends: at a space or at the next item, but not inside brackets of its own. */
function endIn(line: string, index: number): number {
  let depth = 0;
  for (let at = index; at < line.length; at += 1) {
    const character = line[at] ?? '';
    if ('[{'.includes(character)) depth += 1;
    else if (']}'.includes(character)) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (depth === 0 && /[\s,]/.test(character)) return at;
  }
  return line.trimEnd().length;
}
