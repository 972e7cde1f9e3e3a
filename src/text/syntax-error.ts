import { printParseErrorCode, visit } from 'jsonc-parser';

import type { TextProblem } from '../model/text-problem';

/** Where a text stops being JSON, and how to mend it. Called only for texts that JSON.parse refuses. */
export function describeSyntaxError(text: string, refusal: string): TextProblem {
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
    // Behind a comment brackets may nest out of sight of the depth limit, deeper than the parser's stack: the comment is told by then.
    if (!(error instanceof RangeError)) throw error;
  }
  // JSON.parse alone refuses what the tolerant parser lets through; its message is then the best there is.
  if (first === undefined) return { kind: 'malformed', message: refusal, span: [0, 0] };
  const { code, start, end } = first;
  return malformedAt(text, code, start, Math.max(start, end));
}

function malformedAt(text: string, code: string, start: number, end: number): TextProblem {
  const token = text.slice(start, end);
  const before = text.slice(0, start).trimEnd();
  if (before.endsWith(',') && (token === '}' || token === ']')) {
    return malformed('a trailing comma is not JSON: remove it', before.length - 1, before.length);
  }
  if (text[start] === "'") return malformed('strings take double quotes in JSON', start, end);
  if (code === 'InvalidSymbol' && /^[A-Za-z_$]/.test(token) && /^\s*:/.test(text.slice(end, end + 40)))
    return malformed(`a key takes double quotes in JSON: write \`"${token}"\``, start, end);
  const literal = PYTHON_AND_JAVASCRIPT[token];
  if (literal !== undefined) return malformed(`\`${token}\` is not JSON: ${literal}`, start, end);
  return malformed(messageOf(code, token, text, start), start, end);
}

const PYTHON_AND_JAVASCRIPT: Readonly<Record<string, string | undefined>> = {
  True: 'write `true`',
  False: 'write `false`',
  None: 'write `null`',
  undefined: 'write `null`, or leave the key out',
  NaN: 'JSON has no such number',
  Infinity: 'JSON has no such number',
};

function messageOf(code: string, token: string, text: string, start: number): string {
  const found =
    token === '' ? 'the text ends here' : `found \`${token.length > 40 ? `${token.slice(0, 40)}…` : token}\``;
  switch (code) {
    case 'InvalidCommentToken':
      return 'a comment is not JSON: remove it';
    case 'UnexpectedEndOfComment':
      return 'a comment is not JSON, and this one is not closed: remove it';
    case 'EndOfFileExpected':
      return /[[{"]/.test(text[start] ?? '')
        ? 'a second document starts here: keep one'
        : `nothing may follow the document, but ${found}`;
    case 'PropertyNameExpected':
      return `a key in double quotes belongs here, but ${found}`;
    case 'ValueExpected':
      return `a value belongs here, but ${found}`;
    case 'ColonExpected':
      return `a colon belongs after the key, but ${found}`;
    case 'CommaExpected':
      return `a comma belongs before this: ${found}`;
    case 'CloseBraceExpected':
      return `an object is not closed: \`}\` belongs here, but ${found}`;
    case 'CloseBracketExpected':
      return `an array is not closed: \`]\` belongs here, but ${found}`;
    case 'UnexpectedEndOfString':
      return 'a string is not closed: its end quote is missing on this line';
    case 'InvalidCharacter':
      return 'a control character must be escaped inside a string, as `\\n` or `\\t`';
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return `\`${token}\` has an escape that JSON does not know: it has \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hex digits`;
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return `\`${token}\` is not a JSON number`;
    default:
      return `this is not JSON: ${found}`;
  }
}

function malformed(message: string, start: number, end: number): TextProblem {
  return { kind: 'malformed', message, span: [start, end] };
}
