import type { PatternMistake } from '../../model/schemas/pattern-mistake';
import { messageOf } from '../../model/thrown';
import { foreignSyntax } from './foreign-syntax';
import { ignoringCase } from './ignoring-case';
import { patternTokens, type PatternToken } from './pattern-tokens';

/** How a pattern of a schema is read. */
export type PatternReading =
  | { readonly kind: 'regular'; readonly regex: RegExp }
  /** Valid but for escapes that only the `u` flag forbids, such as `\_`: it is read without their backslashes. */
  | {
      readonly kind: 'lenient';
      readonly regex: RegExp;
      readonly escapes: readonly string[];
      /** The pattern without the needless backslashes. */
      readonly plain: string;
    }
  | { readonly kind: 'malformed'; readonly mistake: PatternMistake };

/** Reads a pattern, with the `u` flag where `unicode` is set. */
export function readPattern(pattern: string, unicode: boolean): PatternReading {
  const compiled = compile(pattern, unicode);
  if ('regex' in compiled) return { kind: 'regular', ...compiled };
  const tokens = patternTokens(pattern);
  const needless = unicode ? tokens.filter(isNeedless) : [];
  if (needless.length > 0) {
    const read = compile(
      tokens.map((token) => (isNeedless(token) ? asCode(token) : token.text)).join(''),
      true,
    );
    const plain = tokens.map((token) => (isNeedless(token) ? token.text.slice(1) : token.text)).join('');
    if ('regex' in read) return { kind: 'lenient', ...read, escapes: distinct(needless), plain };
  }
  const ecma = rewrite(tokens, unicode);
  return {
    kind: 'malformed',
    mistake: {
      reason: compiled.reason,
      foreign: distinct(tokens.filter((token) => foreignSyntax(token) !== undefined)),
      ...(ecma === undefined ? {} : { ecma }),
      predatesUnicode: unicode && 'regex' in compile(pattern, false),
    },
  };
}

/** Whether a text matches a pattern, read with the `u` flag; a malformed one matches nothing. */
export function matchesPattern(pattern: string, text: string): boolean {
  const reading = readPattern(pattern, true);
  return reading.kind !== 'malformed' && reading.regex.test(text);
}

/** The regular expression that a pattern is read as. Throws a SyntaxError for a malformed one. */
export function compilePattern(pattern: string, unicode: boolean): RegExp {
  const reading = readPattern(pattern, unicode);
  if (reading.kind === 'malformed') throw new SyntaxError(reading.mistake.reason);
  return reading.regex;
}

function compile(
  pattern: string,
  unicode: boolean,
): { readonly regex: RegExp } | { readonly reason: string } {
  try {
    return { regex: new RegExp(pattern, unicode ? 'u' : '') };
  } catch (error) {
    const message = messageOf(error);
    const reason = message.slice(message.lastIndexOf(': ') + 2);
    return { reason: reason.charAt(0).toLowerCase() + reason.slice(1) };
  }
}

/** Whether a token escapes a character that has no special meaning and is neither a letter nor a digit. */
function isNeedless({ kind, text, isInClass }: PatternToken): boolean {
  const character = text.slice(1);
  return (
    kind === 'escape' &&
    !/^[A-Za-z\d]/.test(character) &&
    !(isInClass ? /^[$()*+./?[\\\]^{|}-]$/ : /^[$()*+./?[\\\]^{|}]$/).test(character)
  );
}

/** The escaped character as a code. The plain character could form something else with its neighbours, such as `(?:`. */
function asCode({ text }: PatternToken): string {
  return String.raw`\u{${(text.codePointAt(1) ?? 0).toString(16)}}`;
}

/** The pattern with every part in the form of ECMA-262. Undefined where a part has none. */
function rewrite(tokens: readonly PatternToken[], unicode: boolean): string | undefined {
  const [ignoresCase, rest] = withoutCaseFlag(tokens);
  const parts = rest.map((token, index): string | undefined => {
    if (isNeedless(token)) return token.text.slice(1);
    const foreign = foreignSyntax(token);
    if (foreign !== undefined) return foreign.ecma;
    return isBare(token) || isBareHyphen(rest, index) ? `\\${token.text}` : token.text;
  });
  if (parts.includes(undefined)) return undefined;
  const source = parts.join('');
  const ecma = ignoresCase ? ignoringCase(patternTokens(source)) : source;
  return 'regex' in compile(ecma, unicode) ? ecma : undefined;
}

/** Whether a pattern begins with `(?i)`, and its other tokens. */
function withoutCaseFlag(tokens: readonly PatternToken[]): readonly [boolean, readonly PatternToken[]] {
  const index = tokens.findIndex(({ text }) => text !== '^');
  return tokens[index]?.text === '(?i)' ? [true, tokens.toSpliced(index, 1)] : [false, tokens];
}

/** A bracket that stands for itself needs an escape with the `u` flag. */
function isBare({ kind, text, isInClass }: PatternToken): boolean {
  return kind === 'character' && !isInClass && /^[{}\]]$/.test(text);
}

/** A hyphen next to a class such as `\w` does not form a range, and needs an escape with the `u` flag. */
function isBareHyphen(tokens: readonly PatternToken[], index: number): boolean {
  const [before, token, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  return (
    token?.kind === 'character' &&
    token.isInClass &&
    token.text === '-' &&
    before?.kind !== 'open' &&
    after?.kind !== 'close' &&
    (isSet(before) || isSet(after))
  );
}

/** Whether a token in a character class is itself a class. */
function isSet(token: PatternToken | undefined): boolean {
  return token?.isInClass === true && /^\\[dDsSwWpP]/.test(token.text);
}

function distinct(tokens: readonly PatternToken[]): readonly string[] {
  return [...new Set(tokens.map(({ text }) => text))];
}
