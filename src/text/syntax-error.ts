import { printParseErrorCode, visit } from 'jsonc-parser';

import type { TextProblem } from '../model/text-problem';

/** The first syntax error of a text, and how to fix it. Called only for texts that JSON.parse rejects; `parseError` is its message. */
export function describeSyntaxError(text: string, parseError: string): TextProblem {
  let first: { readonly code: string; readonly start: number; readonly end: number } | undefined;
  try {
    visit(
      text,
      {
        onError: (code, offset, length) => {
          first ??= { code: printParseErrorCode(code), start: offset, end: offset + length };
        },
      },
      { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
    );
  } catch (error) {
    // A quote in a comment hides brackets from the depth limit, so they can overflow the parser's stack. It reports the comment before that.
    if (!(error instanceof RangeError)) throw error;
  }
  // Where the tolerant parser accepts what JSON.parse rejects, the message of JSON.parse is the best there is.
  if (first === undefined) return { kind: 'malformed', message: parseError, span: [0, 0] };
  const { code, start, end } = first;
  return malformedAt(text, code, start, Math.max(start, end));
}

function malformedAt(text: string, code: string, start: number, end: number): TextProblem {
  const token = text.slice(start, end);
  const before = text.slice(0, start).trimEnd();
  if (before.endsWith(',') && (token === '}' || token === ']')) {
    return malformed('JSON does not allow trailing commas: remove it', before.length - 1, before.length);
  }
  if (text[start] === "'")
    return malformed('JSON strings need double quotes: replace the single quotes', start, end);
  if (code === 'InvalidSymbol' && /^[A-Za-z_$]/.test(token) && /^\s*:/.test(text.slice(end, end + 40)))
    return malformed(`JSON property names need double quotes: write \`"${token}"\``, start, end);
  const literal = PYTHON_AND_JAVASCRIPT[token];
  if (literal !== undefined) return malformed(`\`${token}\` is not JSON: ${literal}`, start, end);
  return malformed(describeErrorCode(code, token, text, start), start, end);
}

const PYTHON_AND_JAVASCRIPT: Readonly<Record<string, string | undefined>> = {
  True: 'write `true`',
  False: 'write `false`',
  None: 'write `null`',
  undefined: 'write `null`, or omit the property',
  NaN: 'write `null` or a string',
  Infinity: 'write `null` or a string',
};

function describeErrorCode(code: string, token: string, text: string, start: number): string {
  const found =
    token === '' ? 'the end of the text' : `\`${token.length > 40 ? `${token.slice(0, 40)}…` : token}\``;
  switch (code) {
    case 'InvalidCommentToken':
      return 'JSON does not allow comments: remove it';
    case 'UnexpectedEndOfComment':
      return 'JSON does not allow comments, and this one is not closed: remove it';
    case 'EndOfFileExpected':
      return /[[{"]/.test(text[start] ?? '')
        ? 'a second document starts here: keep only one'
        : `expected nothing after the document, got ${found}: remove it`;
    case 'PropertyNameExpected':
      return `expected a property name in double quotes, got ${found}`;
    case 'ValueExpected':
      return `expected a value, got ${found}`;
    case 'ColonExpected':
      return `expected a colon after the property name, got ${found}`;
    case 'CommaExpected':
      return `expected a comma before ${found}`;
    case 'CloseBraceExpected':
      return `an object is not closed: expected \`}\`, got ${found}`;
    case 'CloseBracketExpected':
      return `an array is not closed: expected \`]\`, got ${found}`;
    case 'UnexpectedEndOfString':
      return 'a string is not closed: add its closing quote on this line';
    case 'InvalidCharacter':
      return 'a control character in a string must be escaped, such as `\\n` or `\\t`';
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return `\`${token}\` has an invalid escape: JSON allows \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hex digits`;
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return `\`${token}\` is not a JSON number`;
    default:
      return `not JSON: unexpected ${found}`;
  }
}

function malformed(message: string, start: number, end: number): TextProblem {
  return { kind: 'malformed', message, span: [start, end] };
}
