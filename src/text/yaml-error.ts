import type { Span, TextProblem } from '../model/text-problem';

/** An error of the YAML parser; `pos` are offsets. */
export interface YamlError {
  readonly code: string;
  readonly message: string;
  readonly pos: Span;
}

/** Where a text stops being YAML, and how to fix it. */
export function describeYamlErrors(errors: readonly YamlError[], text: string): readonly TextProblem[] {
  // After the parser ran out of stack, it adds an error for every level: they are only consequences.
  const overflow = errors.find(isOverflow);
  return (overflow === undefined ? errors : [overflow]).map((error) => describeYamlError(error, text));
}

function isOverflow({ message }: YamlError): boolean {
  return message.includes('call stack');
}

function describeYamlError(error: YamlError, text: string): TextProblem {
  const {
    code,
    message,
    pos: [start, end],
  } = error;
  if (isOverflow(error)) return malformed('nests too deep to be read: flatten it', start, end);
  if (message.includes('alias count'))
    return malformed('its aliases expand to too many values: use fewer aliases', start, end);
  if (code === 'MULTIPLE_DOCS') return malformed('a second document starts here: keep only one', start, end);
  if (code === 'TAB_AS_INDENT')
    return malformed('YAML must be indented with spaces: replace the tabs', start, end);
  if (code === 'DUPLICATE_KEY') {
    const from = startOfRepeat(error, text);
    const key = /^(?:"[^"\n]*"|'[^'\n]*'|[^:\s]+)/.exec(text.slice(from, from + 100))?.[0] ?? '';
    const remedy = key === '<<' ? 'merge several objects with `<<: [*a, *b]`' : 'remove one';
    return malformed(`the property \`${key}\` appears twice: ${remedy}`, from, from + key.length);
  }
  return malformed(message.charAt(0).toLowerCase() + message.slice(1), start, end);
}

/** Where the name of a repeated property starts. After a property without a value, the parser gives the end of its line. */
export function startOfRepeat({ pos: [start] }: YamlError, text: string): number {
  return start + text.slice(start).search(/\S|$/);
}

function malformed(message: string, start: number, end: number): TextProblem {
  return { kind: 'malformed', message, span: [start, end] };
}
