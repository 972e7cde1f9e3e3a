/** A piece of a regular expression in any of the common dialects. Together, the tokens of a pattern are the whole pattern. */
export interface PatternToken {
  readonly kind: 'escape' | 'group' | 'comment' | 'quantifier' | 'open' | 'close' | 'posix' | 'character';
  readonly text: string;
  readonly isInClass: boolean;
}

/** Longer forms come first. `\Q…\E` and comments are one token, because what is in them is text. */
const ESCAPE = String.raw`\\(?:Q[\s\S]*?(?:\\E|$)|[pPuxN]\{[^{}]*\}|[kg](?:<[^<>]*>|\{[^{}]*\}|'[^']*')|g\d+|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|c[A-Za-z]|[pP][A-Z]|\d+|[\s\S])`;
const OUTSIDE = new RegExp(
  String.raw`(?<escape>${ESCAPE})|(?<comment>\(\?#[^)]*\))|(?<group>\((?:\?(?:P?<[A-Za-z_$][\w$]*>|'\w+'|P[=>]\w+\)|&\w+\)|R\)|[+-]?\d+\)|\([^()]*\)|<?[=!]|[:>|]|[a-zA-Z^-]+[:)]))?)|(?<quantifier>(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?)|(?<open>\[\^?)|(?<character>[\s\S])`,
  'uy',
);
const INSIDE = new RegExp(
  String.raw`(?<posix>\[:\^?[a-z]+:\])|(?<escape>${ESCAPE})|(?<close>\])|(?<character>[\s\S])`,
  'uy',
);

const KINDS = ['escape', 'group', 'comment', 'quantifier', 'open', 'close', 'posix', 'character'] as const;

/** Splits a pattern into tokens. */
export function patternTokens(pattern: string): readonly PatternToken[] {
  const tokens: PatternToken[] = [];
  let isInClass = false;
  for (let at = 0; at < pattern.length;) {
    const form = isInClass ? INSIDE : OUTSIDE;
    form.lastIndex = at;
    const { 0: text = pattern.slice(at), groups = {} } = form.exec(pattern) ?? {};
    const kind = KINDS.find((name) => groups[name] !== undefined) ?? 'character';
    tokens.push({ kind, text, isInClass });
    if (kind === 'open') isInClass = true;
    if (kind === 'close') isInClass = false;
    at += Math.max(1, text.length);
  }
  return tokens;
}
