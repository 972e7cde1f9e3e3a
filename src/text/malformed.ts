import type { TextProblem } from '../model/documents/text-problem';

/** Where a text stops being JSON or YAML, and how to fix it. */
export function malformed(message: string, start: number, end: number): TextProblem {
  return { kind: 'malformed', message, span: [start, end] };
}
