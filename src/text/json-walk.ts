import { createScanner } from 'jsonc-parser';

/** Where a walk stands: the names and indexes that lead to the current value. */
export interface JsonStep {
  readonly kind: 'object' | 'array';
  readonly start: number;
  /** The current key of an object. */
  key: string;
  keyStart: number;
  keyEnd: number;
  /** The current index of an array. */
  index: number;
}

export interface JsonVisitor {
  /** A key was read; `path.at(-1)` is its object. */
  readonly onKey?: (path: readonly JsonStep[]) => void;
  /** A string, number, true, false or null. `text` is the string's value, else the literal. */
  readonly onScalar?: (path: readonly JsonStep[], start: number, end: number, text: string) => void;
  readonly onOpen?: (path: readonly JsonStep[], start: number) => void;
  /** An object or array ended; `path` leads to it, as it did for `onOpen`. */
  readonly onClose?: (path: readonly JsonStep[], start: number, end: number) => void;
}

/**
 * Visits every token of a text that is known to be JSON. Without recursion, so that depth costs no stack; the scanner's tokens
 * are told apart by their first character. Steps are reused: copy what you keep.
 */
export function walkJson(text: string, visitor: JsonVisitor): void {
  const scanner = createScanner(text, true);
  const path: JsonStep[] = [];
  for (;;) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    if (end === start) return;
    const step = path.at(-1);
    switch (text[start]) {
      case '{':
      case '[':
        visitor.onOpen?.(path, start);
        path.push(createStep(text[start] === '{' ? 'object' : 'array', start));
        break;
      case '}':
      case ']':
        path.pop();
        visitor.onClose?.(path, step?.start ?? start, end);
        break;
      case ',':
        if (step?.kind === 'array') step.index += 1;
        else if (step !== undefined) step.keyStart = -1;
        break;
      case ':':
        break;
      default:
        if (step?.kind === 'object' && step.keyStart === -1) {
          step.key = scanner.getTokenValue();
          step.keyStart = start;
          step.keyEnd = end;
          visitor.onKey?.(path);
        } else visitor.onScalar?.(path, start, end, scanner.getTokenValue());
    }
  }
}

function createStep(kind: 'object' | 'array', start: number): JsonStep {
  return { kind, start, key: '', keyStart: -1, keyEnd: -1, index: 0 };
}

/** The reference tokens that lead to the current value. */
export function tokensOf(path: readonly JsonStep[]): (string | number)[] {
  return path.map((step) => (step.kind === 'object' ? step.key : step.index));
}
