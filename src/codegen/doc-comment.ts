import { member, type JsonObject } from '../model/json-value';
import { isTypeName } from './type-name';

const WIDTH = 100;

/** The comment for the type of a schema: its description, else its title. */
export function docOf(schema: JsonObject): { readonly description?: string; readonly deprecated?: boolean } {
  const text = [member(schema, 'description'), titleOf(schema)].find(isText);
  return {
    ...(text === undefined ? {} : { description: wrapped(text) }),
    ...(member(schema, 'deprecated') === true ? { deprecated: true } : {}),
  };
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
