import { member, type JsonObject } from '../model/json/json-value';
import { isTypeName } from './type-name';

const WIDTH = 100;

/** The comment for the type of a schema: its description, else its title; then whether it is deprecated. */
export function docOf(schema: JsonObject): string | undefined {
  const text = [member(schema, 'description'), titleOf(schema)].find(isText);
  const parts = [
    ...(text === undefined ? [] : [harmless(wrapped(text))]),
    // Last, because the text after a tag belongs to the tag.
    ...(member(schema, 'deprecated') === true ? ['@deprecated'] : []),
  ];
  return parts.length === 0 ? undefined : parts.join('\n\n');
}

/** Text that neither ends a comment nor begins a tag. Editors render Markdown, where a backslash before punctuation is not shown. */
function harmless(text: string): string {
  return text.replaceAll('*/', '*\\/').replaceAll(/(?<![\w`\\])@(?=\w)/g, '\\@');
}

/** A title that is the name of the type is not a useful comment. */
function titleOf(schema: JsonObject): unknown {
  const title = member(schema, 'title');
  return isTypeName(title) ? undefined : title;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** Wraps lines at 100 characters, and keeps the author's line breaks. */
function wrapped(text: string): string {
  return text
    .trim()
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(wrappedLine)
    .join('\n');
}

function wrappedLine(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const word of line.trimEnd().split(/(?<=\S) +/)) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (longer.length <= WIDTH || current === '') current = longer;
    else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current].join('\n');
}
