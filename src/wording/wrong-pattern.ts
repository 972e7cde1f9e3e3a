import type { PatternMistake } from '../model/schemas/pattern-mistake';
import { andList } from './list-words';
import { patternName } from './wanted';

/** What is wrong with a pattern and what to write instead; to be put after the pattern. */
export function wrongPattern({ reason, foreign, ecma, predatesUnicode }: PatternMistake): string {
  if (foreign.length > 0) {
    const what = andList(foreign.map((text) => `\`${patternName(text)}\``));
    const remedy =
      ecma === undefined ? `rewrite it without ${foreign.length === 1 ? 'it' : 'them'}` : write(ecma);
    return `uses ${what}, which ECMA-262 does not define, so it is not checked: ${remedy}`;
  }
  const what = `is not a regular expression: ${reason}`;
  if (ecma !== undefined)
    return `${what}; ${write(ecma)}${predatesUnicode ? ', or set `unicode_patterns: false` in the manifest' : ''}`;
  return predatesUnicode
    ? `${what}; it is valid without the u flag: fix it, or set \`unicode_patterns: false\` in the manifest`
    : what;
}

function write(pattern: string): string {
  return `write \`${patternName(pattern)}\``;
}
