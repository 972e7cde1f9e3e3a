import { member, type JsonObject } from '../model/json-value';
import { isTypeName } from './type-name';

const WIDTH = 100;

/** What a schema says of itself, as the comment of its type: its description, else its title. */
export function docOf(schema: JsonObject): { readonly description?: string; readonly deprecated?: boolean } {
  const text = [member(schema, 'description'), titleOf(schema)].find(isText);
  return {
    ...(text === undefined ? {} : { description: wrapped(text) }),
    ...(member(schema, 'deprecated') === true ? { deprecated: true } : {}),
  };
}

/** A title that names the type is no comment on it. */
function titleOf(schema: JsonObject): unknown {
  const title = member(schema, 'title');
  return isTypeName(title) ? undefined : title;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** Lines of at most 100 characters; those that the author broke stay broken. */
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
