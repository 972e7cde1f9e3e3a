import type { Place } from '../../model/documents/place';
import { fileOf, type Source } from '../../model/documents/source';

/** The name of a schema in a comment, and its place. */
export interface CommentedSchema {
  readonly name: string;
  readonly place: Place;
}

/**
 * The schema that a comment `# yaml-language-server: $schema=…` names for a YAML document: in the comments before its first value, or else in
 * those before the first value of the stream.
 */
export function schemaInComment(source: Source): CommentedSchema | undefined {
  const { name: file, text, part } = source;
  // The schema of a file is not the schema of a value in it.
  if (!/\.ya?ml$/i.test(fileOf(source)) || part?.inside !== undefined || !MODELINE.test(text))
    return undefined;
  const [range] = source.locate([{ file, pointer: '', token: 'opening' }]);
  const own = linesBefore(text, range?.start.offset ?? 0);
  const found = nameIn(own) ?? (part === undefined ? undefined : nameIn(firstComments(text)));
  return found === undefined ? undefined : { name: found.name, place: { file, span: found.span } };
}

interface Line {
  readonly text: string;
  readonly start: number;
}

const MODELINE = /#[ \t]*yaml-language-server:[ \t]*\$schema=(\S+)/d;
/** Comments, blank lines, directives and the lines that begin or end a document. */
const BEFORE_VALUE = /^\uFEFF?\s*$|^\uFEFF?\s*#|^%|^(?:---|\.\.\.)(?:\s|$)/;

/** The lines without a value that end at an offset, back to the beginning of the document; what precedes the value on its own line counts too. */
function linesBefore(text: string, offset: number): readonly Line[] {
  const lines = [...linesOf(text.slice(0, offset))];
  const value = lines.pop();
  const found = value?.text.startsWith('---') === true ? [value] : [];
  while (found[0]?.text.startsWith('---') !== true || lines.every(isBeforeValue)) {
    const line = lines.pop();
    if (line === undefined || !isBeforeValue(line)) break;
    found.unshift(line);
  }
  return found;
}

/** The lines before the first value of a stream. */
function firstComments(text: string): readonly Line[] {
  const found: Line[] = [];
  for (const line of linesOf(text)) {
    if (!isBeforeValue(line)) break;
    found.push(line);
  }
  return found;
}

function isBeforeValue({ text }: Line): boolean {
  return BEFORE_VALUE.test(text);
}

function* linesOf(text: string): Iterable<Line> {
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    yield { text: text.slice(start, end), start };
    start = end + 1;
  }
}

function nameIn(
  lines: readonly Line[],
): { readonly name: string; readonly span: [number, number] } | undefined {
  for (const { text, start } of lines) {
    const found = MODELINE.exec(text);
    const [from, to] = found?.indices?.[1] ?? [];
    if (found?.[1] !== undefined && from !== undefined && to !== undefined)
      return { name: found[1], span: [start + from, start + to] };
  }
  return undefined;
}
