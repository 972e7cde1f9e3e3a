import { clipEnd } from '../model/clip-text';
import { MOST_LEVELS } from '../model/project/limits';
import type { TextProblem } from '../model/documents/text-problem';

const LONGEST_NAME = 60;

/** What is wrong with a text, and how to fix it; to be put after the name of the file. */
export function describeTextProblem(problem: TextProblem): string {
  switch (problem.kind) {
    case 'unreadable':
      return `cannot be read: ${problem.reason}; ${problem.remedy}`;
    case 'too-large':
      return `is ${problem.bytes} bytes, over the limit of ${problem.limit}: split it, or raise \`limits.file_size\``;
    case 'not-utf-8':
      return `is not valid UTF-8 at byte ${problem.byteOffset}: save it as UTF-8`;
    case 'utf-16':
      return 'looks like UTF-16: save it as UTF-8';
    case 'byte-order-mark':
      return 'starts with a byte order mark, which many parsers reject: save it without one';
    case 'malformed':
    case 'not-json':
      return problem.message;
    case 'too-deep':
      return `nests deeper than ${problem.limit} levels: flatten it${problem.limit < MOST_LEVELS ? ', or raise `limits.depth`' : ''}`;
    case 'duplicate-key':
      return `the property ${JSON.stringify(clipEnd(problem.key, LONGEST_NAME))} appears twice in this object, and parsers disagree on which one counts: remove one`;
    case 'inexact-number':
      return describeInexactNumber(problem.literal, problem.read);
    case 'lone-surrogate':
      return `${problem.escape} is half of a surrogate pair, and parsers disagree on how to read it: write both halves`;
  }
}

/** Why a number is read as another one, and how to write it. */
export function describeInexactNumber(literal: string, read: string): string {
  const number = clipped(literal);
  if (!Number.isFinite(Number(read)))
    return `${number} is larger than most parsers can read: write it as a string`;
  if (literal === read)
    return `most parsers read ${number} and the number after it as the same: write it as a string`;
  if (/^-?\d+$/.test(literal))
    return `${number} is beyond 2^53, where parsers round (most read ${read}): write it as a string`;
  return `most parsers read ${number} as ${read}: write ${read}, or a string`;
}

/** A number as it was written, cut to 60 characters. */
export function clipped(literal: string): string {
  return clipEnd(literal, 60);
}
