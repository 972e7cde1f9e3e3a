/** One open object or array on the way to the current token, with the property or index reached in it. */
export interface JsonStep {
  readonly kind: 'object' | 'array';
  readonly start: number;
  /** The current property of an object. */
  key: string;
  keyStart: number;
  keyEnd: number;
  /** The current index of an array. */
  index: number;
}

export interface JsonVisitor {
  /** A property name was read; `path.at(-1)` is its object. */
  readonly onKey?: (path: readonly JsonStep[]) => void;
  /** A string, number, true, false or null. */
  readonly onScalar?: (path: readonly JsonStep[], start: number, end: number) => void;
  /** `skip` leaves out everything in it; then `onClose` is called next. */
  readonly onOpen?: (path: readonly JsonStep[], start: number) => 'skip' | void;
  /** An object or array was closed; `path` leads to it, as it did for `onOpen`. */
  readonly onClose?: (path: readonly JsonStep[], start: number, end: number) => void;
}

/**
 * Visits every token of a text that is known to be JSON; the first character of a token shows its kind. There is no recursion, so
 * nesting uses no stack. Steps are reused: copy what you keep.
 */
export function walkJson(text: string, visitor: JsonVisitor): void {
  const path: JsonStep[] = [];
  let end = 0;
  for (let start = 0; start < text.length; start = end) {
    const first = text.charCodeAt(start);
    end = start + 1;
    if (isSpace(first) || first === COLON) continue;
    const step = path.at(-1);
    switch (first) {
      case OPEN_OBJECT:
      case OPEN_ARRAY:
        if (visitor.onOpen?.(path, start) === 'skip') {
          end = endOfContainer(text, start);
          visitor.onClose?.(path, start, end);
        } else path.push(createStep(first === OPEN_OBJECT ? 'object' : 'array', start));
        break;
      case CLOSE_OBJECT:
      case CLOSE_ARRAY:
        path.pop();
        visitor.onClose?.(path, step?.start ?? start, end);
        break;
      case COMMA:
        if (step?.kind === 'array') step.index += 1;
        else if (step !== undefined) step.keyStart = -1;
        break;
      default:
        end = first === QUOTE ? endOfString(text, start) : endOfLiteral(text, start);
        if (step?.kind === 'object' && step.keyStart === -1) {
          step.key = tokenText(text, start, end);
          step.keyStart = start;
          step.keyEnd = end;
          visitor.onKey?.(path);
        } else visitor.onScalar?.(path, start, end);
    }
  }
}

export const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY, QUOTE] = [
  0x7b, 0x7d, 0x5b, 0x5d, 0x22,
] as const;

const [COMMA, COLON, BACKSLASH] = [0x2c, 0x3a, 0x5c] as const;

/** Skips a byte order mark too. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xfeff;
}

/** The end of an object or array that begins at `start`. */
function endOfContainer(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1)
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at) - 1;
        break;
      case OPEN_OBJECT:
      case OPEN_ARRAY:
        depth += 1;
        break;
      case CLOSE_OBJECT:
      case CLOSE_ARRAY:
        depth -= 1;
        if (depth === 0) return at + 1;
    }
  return text.length;
}

/** The end of a string that begins at `start`: after the first quote that is not escaped. */
export function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1))
    if (!isEscaped(text, at)) return at + 1;
  return text.length;
}

/** Whether a backslash escapes the character at `at`; the backslash may itself be escaped. */
export function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === BACKSLASH) before -= 1;
  return (at - before) % 2 === 0;
}

function endOfLiteral(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && !isPunctuation(text.charCodeAt(end))) end += 1;
  return end;
}

function isPunctuation(code: number): boolean {
  return isSpace(code) || code === COMMA || code === CLOSE_OBJECT || code === CLOSE_ARRAY;
}

/** The value of a string; the text of any other token. */
export function tokenText(text: string, start: number, end: number): string {
  const token = text.slice(start, end);
  if (token.charCodeAt(0) !== QUOTE) return token;
  return token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1);
}

function createStep(kind: 'object' | 'array', start: number): JsonStep {
  return { kind, start, key: '', keyStart: -1, keyEnd: -1, index: 0 };
}

/** The JSON Pointer tokens that lead to the current value. */
export function tokensOf(path: readonly JsonStep[]): (string | number)[] {
  return path.map((step) => (step.kind === 'object' ? step.key : step.index));
}
