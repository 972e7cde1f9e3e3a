import type { Document } from '../../model/documents/document';
import type { Place } from '../../model/documents/place';
import type { TextProblem, TextProblemKind } from '../../model/documents/text-problem';
import { MOST_AMBIGUITIES } from '../../text/json/strict-json';
import { describeTextProblem } from '../../text/text-problem-message';
import type { Report } from '../rule';

/**
 * Reports the problems of these kinds that were found when the document was read, each at its place. `change` gives the parts of a report
 * that depend on more than the text.
 */
export function reportTextProblems(
  { source, problems }: Document,
  kinds: readonly TextProblemKind[],
  change: (problem: TextProblem) => Partial<Report> = () => ({}),
): readonly Report[] {
  if (problems.length === 0) return [];
  const file = source.name;
  const last = problems.length < MOST_AMBIGUITIES ? undefined : problems.at(-1);
  return problems
    .filter(({ kind }) => kinds.includes(kind))
    .map((problem) => {
      const { message = describeTextProblem(problem), ...changed } = change(problem);
      return {
        at: placeOf(problem, file),
        message: `${message}${problem === last ? LAST_REPORTED : ''}`,
        kind: problem.kind,
        ...(problem.kind === 'duplicate-key'
          ? { related: [{ at: { file, span: problem.first }, message: 'the first one' }] }
          : {}),
        ...changed,
      };
    });
}

/** What the last of too many problems says. */
export const LAST_REPORTED = `; only the first ${MOST_AMBIGUITIES} problems of a file are reported`;

function placeOf(problem: TextProblem, file: string): Place {
  switch (problem.kind) {
    case 'unreadable':
    case 'too-large':
      return { file };
    case 'not-json':
    case 'duplicate-key':
    case 'inexact-number':
    case 'lone-surrogate':
      return { file, span: problem.span, pointer: problem.pointer };
    case 'not-utf-8':
    case 'utf-16':
    case 'byte-order-mark':
    case 'malformed':
    case 'too-deep':
      return { file, span: problem.span };
  }
}
