import { printParseErrorCode, visit } from 'jsonc-parser';

/** What may come next in a JSON text. `name` and `item` follow a comma. */
export type Expecting =
  'document' | 'first-name' | 'name' | 'colon' | 'value' | 'first-item' | 'item' | 'comma' | 'end';

/** An array or object that is open at some place of a text. */
export interface OpenContainer {
  readonly kind: 'array' | 'object';
  readonly start: number;
}

/** The first token of a text that JSON does not allow. Offsets are in UTF-16 code units. */
export interface FirstSyntaxError {
  /** The name that jsonc-parser gives it. */
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly expecting: Expecting;
  /** The innermost container around it, if any. */
  readonly container?: OpenContainer;
}

/** Finds the first syntax error of a text; undefined where the tolerant parser accepts what JSON.parse rejects. */
export function firstSyntaxError(text: string): FirstSyntaxError | undefined {
  const open: OpenContainer[] = [];
  let expecting: Expecting = 'document';
  let closed: OpenContainer | undefined;
  let first: FirstSyntaxError | undefined;
  const begin = (kind: OpenContainer['kind'], start: number) => {
    open.push({ kind, start });
    expecting = kind === 'object' ? 'first-name' : 'first-item';
  };
  const afterValue = () => {
    expecting = open.length === 0 ? 'end' : 'comma';
  };
  const end = () => {
    closed = open.pop();
    afterValue();
  };
  try {
    visit(
      text,
      {
        onObjectBegin: (start) => begin('object', start),
        onArrayBegin: (start) => begin('array', start),
        onObjectEnd: end,
        onArrayEnd: end,
        onObjectProperty: () => {
          expecting = 'colon';
        },
        onLiteralValue: afterValue,
        onSeparator: (character) => {
          expecting = character === ':' ? 'value' : open.at(-1)?.kind === 'object' ? 'name' : 'item';
        },
        onError: (error, start, length) => {
          const code = printParseErrorCode(error);
          // The parser closes a container at the end of the text before it reports that its bracket is missing.
          const isUnclosed = code === 'CloseBraceExpected' || code === 'CloseBracketExpected';
          const container = isUnclosed ? closed : open.at(-1);
          first ??= {
            code,
            start,
            end: start + length,
            expecting: isUnclosed ? 'comma' : expecting,
            ...(container === undefined ? {} : { container }),
          };
        },
      },
      { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
    );
  } catch (error) {
    // A quote in a comment hides brackets from the depth limit, so they can overflow the parser's stack. It reports the comment before that.
    if (!(error instanceof RangeError)) throw error;
  }
  return first;
}
