import type { PatternToken } from './pattern-tokens';

/** The pattern that matches what this one matches with the flag `i`: `a[x-z]` is `[aA][x-zX-Z]`. */
export function ignoringCase(tokens: readonly PatternToken[]): string {
  let source = '';
  for (let index = 0; index < tokens.length; index += 1) {
    const { kind = 'character', text = '', isInClass = false } = tokens[index] ?? {};
    const end = isInClass && tokens[index + 1]?.text === '-' ? tokens[index + 2] : undefined;
    if (kind !== 'character') source += text;
    else if (end?.kind === 'character') {
      source += rangeOf(text, end.text);
      index += 2;
    } else {
      const other = otherCase(text);
      source += isInClass || other === undefined ? text + (other ?? '') : `[${text}${other}]`;
    }
  }
  return source;
}

/** A range of letters of one case is followed by that of the other case. */
function rangeOf(first: string, last: string): string {
  const range = `${first}-${last}`;
  const others = [otherCase(first), otherCase(last)];
  return others.includes(undefined) || isLower(first) !== isLower(last) ? range : range + others.join('-');
}

function isLower(text: string): boolean {
  return text === text.toLowerCase();
}

/** Undefined for a character without another case, or with one that is longer than a character. */
function otherCase(text: string): string | undefined {
  const other = isLower(text) ? text.toUpperCase() : text.toLowerCase();
  return other === text || other.length !== text.length ? undefined : other;
}
