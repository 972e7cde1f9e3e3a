import type { PatternToken } from './pattern-tokens';

/** The form in ECMA-262 of something that only other languages have. Undefined where ECMA-262 has no form for it. */
export interface Foreign {
  readonly ecma?: string;
}

/** Escaped letters of Python, Perl, Java, Ruby and .NET that ECMA-262 does not define. */
const LETTERS: Readonly<Record<string, string>> = {
  A: '^',
  Z: '$',
  z: '$',
  a: String.raw`\x07`,
  e: String.raw`\x1b`,
  h: String.raw`[ \t]`,
  H: String.raw`[^ \t]`,
  V: String.raw`[^\n\v\f\r]`,
  N: String.raw`[^\n]`,
  R: String.raw`(?:\r\n|[\n\v\f\r])`,
};

/** As members of a character class. */
const LETTERS_IN_CLASS: Readonly<Record<string, string>> = {
  a: String.raw`\x07`,
  e: String.raw`\x1b`,
  h: String.raw` \t`,
};

/** The letters that may follow a backslash in ECMA-262. Where one is wrong, such as a lone `\u`, it is a typing mistake. */
const DEFINED = /^\\[bBcdDfknpPrsStuvwWx]/;

const POSIX: Readonly<Record<string, string>> = {
  alpha: 'A-Za-z',
  digit: '0-9',
  alnum: 'A-Za-z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: String.raw`\s`,
  blank: String.raw` \t`,
  punct: String.raw`!-\/:-@\[-\`{-~`,
  xdigit: '0-9A-Fa-f',
  word: String.raw`\w`,
  cntrl: String.raw`\x00-\x1f\x7f`,
  graph: '!-~',
  print: ' -~',
  ascii: String.raw`\x00-\x7f`,
};

/** Whether a token is something that ECMA-262 does not have, and what to write instead. */
export function foreignSyntax(token: PatternToken): Foreign | undefined {
  const { kind, text } = token;
  switch (kind) {
    case 'escape':
      return foreignEscape(token);
    case 'comment':
      return { ecma: '' };
    case 'group':
      return foreignGroup(text);
    case 'quantifier':
      // A possessive quantifier does not backtrack.
      return text.length > 1 && text.endsWith('+') ? { ecma: text.slice(0, -1) } : undefined;
    case 'posix': {
      const members = POSIX[text.slice(2, -2)];
      return members === undefined ? {} : { ecma: members };
    }
    case 'open':
    case 'close':
    case 'character':
      return undefined;
  }
}

function foreignEscape({ text, isInClass }: PatternToken): Foreign | undefined {
  const letter = text.charAt(1);
  if (letter === 'Q') return { ecma: escapeText(text.slice(2).replace(/\\E$/, '')) };
  const code = /^\\(?:x\{|U0*)([\da-fA-F]+)\}?$/.exec(text)?.[1];
  if (code !== undefined) return { ecma: String.raw`\u{${code}}` };
  const name = /^\\[kg][<{'](\w+)[>}']$/.exec(text)?.[1] ?? /^\\g(\d+)$/.exec(text)?.[1];
  if (name !== undefined && !text.startsWith(String.raw`\k<`))
    return { ecma: /^\d+$/.test(name) ? `\\${name}` : String.raw`\k<${name}>` };
  const category = /^\\([pP])([A-Z])$/.exec(text);
  if (category !== null) return { ecma: `\\${category[1]}{${category[2]}}` };
  const property = /^\\[pP]\{(\w+)\}$/.exec(text)?.[1];
  if (property !== undefined) return foreignProperty(text, property);
  if (!/[A-Za-z]/.test(letter) || DEFINED.test(text)) return undefined;
  const ecma = (isInClass ? LETTERS_IN_CLASS : LETTERS)[letter];
  return ecma === undefined || text.length > 2 ? {} : { ecma };
}

/** In Java and Perl, a script needs no `Script=`. */
function foreignProperty(text: string, property: string): Foreign | undefined {
  if (isPattern(text)) return undefined;
  const script = String.raw`${text.slice(0, 3)}Script=${property.replace(/^Is/, '')}}`;
  return isPattern(script) ? { ecma: script } : {};
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}

function foreignGroup(text: string): Foreign | undefined {
  if (text === '(' || /^\(\?(?::|<?[=!]|<[A-Za-z_$][\w$]*>)$/.test(text)) return undefined;
  const named = /^\(\?(?:P<|')(\w+)[>']$/.exec(text)?.[1];
  if (named !== undefined) return { ecma: `(?<${named}>` };
  const repeated = /^\(\?P=(\w+)\)$/.exec(text)?.[1];
  if (repeated !== undefined) return { ecma: String.raw`\k<${repeated}>` };
  // An atomic group does not backtrack. The flags `a` and `u` change nothing in most patterns.
  if (text === '(?>') return { ecma: '(?:' };
  return /^\(\?[au]+\)$/.test(text) ? { ecma: '' } : {};
}

function escapeText(text: string): string {
  return text.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`);
}
