import { patternTokens, type PatternToken } from './pattern-tokens';

/** The characters that a part of a pattern may match next. */
export interface CharacterSet {
  /** One bit per ASCII character. */
  readonly ascii: bigint;
  /** Whether it may match any other character. */
  readonly other: boolean;
  /** Whether it may match at the end of the text. */
  readonly end: boolean;
}

/** A pattern as a tree. */
export type PatternTree =
  | { readonly kind: 'characters'; readonly set: CharacterSet }
  /** Matches without a character, such as `^` and `\b`. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'end' }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly PatternTree[] }
  | { readonly kind: 'repeat'; readonly part: PatternTree; readonly least: number; readonly most: number }
  | { readonly kind: 'look-ahead'; readonly part: PatternTree };

const EMPTY: PatternTree = { kind: 'empty' };
const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join('');

/** The tree of a valid pattern. Undefined where it refers back to a group or looks behind. */
export function patternTree({ source, flags }: Pick<RegExp, 'source' | 'flags'>): PatternTree | undefined {
  const tokens = patternTokens(source);
  let at = 0;
  const tree = readChoice();
  return at === tokens.length ? tree : undefined;

  function readChoice(): PatternTree | undefined {
    const options: PatternTree[] = [];
    for (;;) {
      const option = readSequence();
      if (option === undefined) return undefined;
      options.push(option);
      if (!isCharacter(tokens[at], '|')) return oneOrAll('choice', options);
      at += 1;
    }
  }

  function readSequence(): PatternTree | undefined {
    const parts: PatternTree[] = [];
    for (;;) {
      const token = tokens[at];
      if (token === undefined || isCharacter(token, '|') || isCharacter(token, ')'))
        return oneOrAll('sequence', parts);
      at += 1;
      const part = readPart(token);
      if (part === undefined) return undefined;
      parts.push(readQuantifier(part));
    }
  }

  function readPart(token: PatternToken): PatternTree | undefined {
    if (token.kind === 'group') return readGroup(token.text);
    if (token.kind === 'open') return readClass(token.text);
    if (token.kind === 'escape') return readEscape(token.text);
    if (token.kind !== 'character') return undefined;
    if (token.text === '^') return EMPTY;
    return token.text === '$' ? { kind: 'end' } : charactersOf(token.text, flags);
  }

  function readGroup(opening: string): PatternTree | undefined {
    const part = readChoice();
    if (part === undefined || !isCharacter(tokens[at], ')')) return undefined;
    at += 1;
    if (/^\((?:\?:|\?<[A-Za-z_$][\w$]*>)?$/.test(opening)) return part;
    return /^\(\?[=!]$/.test(opening) ? { kind: 'look-ahead', part } : undefined;
  }

  function readClass(opening: string): PatternTree | undefined {
    let text = opening;
    for (; at < tokens.length; at += 1) {
      const token = tokens[at];
      text += token?.text ?? '';
      if (token?.kind !== 'close') continue;
      at += 1;
      return charactersOf(text, flags);
    }
    return undefined;
  }

  function readEscape(text: string): PatternTree | undefined {
    if (/^\\[bB]$/.test(text)) return EMPTY;
    return /^\\[1-9k]/.test(text) ? undefined : charactersOf(text, flags);
  }

  function readQuantifier(part: PatternTree): PatternTree {
    const token = tokens[at];
    if (token?.kind !== 'quantifier') return part;
    at += 1;
    const [, least = '', comma, most = ''] = /^\{(\d+)(?:(,)(\d*))?\}/.exec(token.text) ?? [];
    if (least !== '') {
      const end = comma === undefined ? Number(least) : most === '' ? Infinity : Number(most);
      return { kind: 'repeat', part, least: Number(least), most: end };
    }
    const isOptional = token.text.startsWith('?');
    return {
      kind: 'repeat',
      part,
      least: token.text.startsWith('+') ? 1 : 0,
      most: isOptional ? 1 : Infinity,
    };
  }
}

function oneOrAll(kind: 'sequence' | 'choice', parts: readonly PatternTree[]): PatternTree {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind, parts };
}

function isCharacter(token: PatternToken | undefined, text: string): boolean {
  return token?.kind === 'character' && token.text === text;
}

/** What `text`, one character, escape or class of a pattern, matches. Undefined where it means nothing on its own. */
function charactersOf(text: string, flags: string): PatternTree | undefined {
  const key = `${flags} ${text}`;
  if (!KNOWN.has(key)) KNOWN.set(key, matchedBy(text, flags));
  return KNOWN.get(key);
}

/** Patterns share most of their characters and classes. */
const KNOWN = new Map<string, PatternTree | undefined>();

function matchedBy(text: string, flags: string): PatternTree | undefined {
  const ignoresCase = flags.includes('i');
  const literal = /^\\?([^\w\\.])$|^(\w)$/.exec(text);
  const only = ignoresCase ? undefined : (literal?.[1] ?? literal?.[2]);
  if (only !== undefined && only < '\u0080') return setOf(1n << BigInt(only.charCodeAt(0)), false);
  let regex;
  try {
    regex = new RegExp(text, `${flags.replaceAll(/[gy]/g, '')}g`);
  } catch {
    return undefined;
  }
  let ascii = 0n;
  for (const [character] of ASCII.matchAll(regex)) ascii |= 1n << BigInt(character.charCodeAt(0));
  // Only what consists of ASCII characters and the classes of them surely matches nothing else. With the flag `i`, `k` matches the sign of Kelvin.
  const isAscii = /^[\u0020-\u007E]*$/.test(text) && !/^\.$|^\[\^|\\[^dwtnrfv0!-/:-@[-`{-~]/.test(text);
  return setOf(ascii, !isAscii || ignoresCase);
}

function setOf(ascii: bigint, other: boolean): PatternTree {
  return { kind: 'characters', set: { ascii, other, end: false } };
}
