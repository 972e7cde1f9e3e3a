import { createScanner } from 'jsonc-parser';

import { jsonOrUndefined } from '../../model/json/json-or-undefined';

/** What JSON does not allow and a manifest may: comments, and a comma before a closing bracket. */
export interface JsonLeniency {
  readonly comments: boolean;
  readonly trailingCommas: boolean;
}

/** The same text with spaces in place of what is allowed, so that every offset is kept. Text that is JSON is returned as it is. */
export function asStrictJson(text: string, { comments, trailingCommas }: JsonLeniency): string {
  if ((!comments && !trailingCommas) || jsonOrUndefined(text) !== undefined) return text;
  const bare = comments ? withoutComments(text) : text;
  return trailingCommas ? withoutTrailingCommas(bare) : bare;
}

// The kinds of tokens, which jsonc-parser declares as a const enum.
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET, COMMA, END] = [1, 2, 3, 4, 5, 17] as const;
const COMMENTS: ReadonlySet<number> = new Set([12, 13]);

/** A block comment that is not closed stays, so that it is reported. */
function withoutComments(text: string): string {
  const scanner = createScanner(text, false);
  let result = '';
  let from = 0;
  for (let token: number = scanner.scan(); token !== END; token = scanner.scan()) {
    if (!COMMENTS.has(token)) continue;
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    const comment = text.slice(start, end);
    if (comment.startsWith('/*') && (comment.length < 4 || !comment.endsWith('*/'))) continue;
    result += text.slice(from, start) + comment.replaceAll(/[^\r\n]/g, ' ');
    from = end;
  }
  return result + text.slice(from);
}

/** Only a comma after a value: `[,]` stays wrong. */
function withoutTrailingCommas(text: string): string {
  const scanner = createScanner(text, true);
  const commas: number[] = [];
  let before: number = END;
  let comma: number | undefined;
  for (let token: number = scanner.scan(); token !== END; token = scanner.scan()) {
    if (comma !== undefined && (token === CLOSE_BRACE || token === CLOSE_BRACKET)) commas.push(comma);
    const followsValue =
      before !== OPEN_BRACE && before !== OPEN_BRACKET && before !== COMMA && before !== END;
    comma = token === COMMA && followsValue ? scanner.getTokenOffset() : undefined;
    before = token;
  }
  let result = '';
  let from = 0;
  for (const at of commas) {
    result += `${text.slice(from, at)} `;
    from = at + 1;
  }
  return result + text.slice(from);
}
