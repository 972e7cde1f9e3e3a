import type { Document } from '../../model/document';
import type { Place } from '../../model/place';
import type { TextProblem, TextProblemKind } from '../../model/text-problem';
import { MOST_AMBIGUITIES } from '../../text/strict-json';
import { describeTextProblem } from '../../text/text-problem-message';
import type { Report } from '../rule';

/** The problems of these kinds that reading the document met, each where it stands. */
export function reportTextProblems(
  { source, problems }: Document,
  kinds: readonly TextProblemKind[],
): readonly Report[] {
  const file = source.name;
  const last = problems.length < MOST_AMBIGUITIES ? undefined : problems.at(-1);
  return problems
    .filter(({ kind }) => kinds.includes(kind))
    .map((problem) => ({
      at: placeOf(problem, file),
      message: `${describeTextProblem(problem)}${problem === last ? ENOUGH : ''}`,
      ...(problem.kind === 'duplicate-key'
        ? { related: [{ at: { file, span: problem.first }, message: 'the first one' }] }
        : {}),
    }));
}

const ENOUGH = `; this is problem ${MOST_AMBIGUITIES} of this file, and no more are told`;

function placeOf(problem: TextProblem, file: string): Place {
  switch (problem.kind) {
    case 'unreadable':
    case 'too-large':
      return { file };
    case 'duplicate-key':
    case 'inexact-number':
    case 'lone-surrogate':
      return { file, span: problem.span, pointer: problem.pointer };
    case 'not-utf-8':
    case 'byte-order-mark':
    case 'malformed':
    case 'too-deep':
      return { file, span: problem.span };
  }
}
