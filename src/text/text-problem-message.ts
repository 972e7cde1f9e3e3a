import type { TextProblem } from '../model/text-problem';

/** What is wrong with a text, in plain words with the way out. */
export function describeTextProblem(problem: TextProblem): string {
  switch (problem.kind) {
    case 'unreadable':
      return `cannot be read: ${problem.reason}; ${problem.remedy}`;
    case 'too-large':
      return `is ${problem.bytes} bytes, and at most ${problem.limit} are read: split it, or raise \`limits.file_size\``;
    case 'not-utf-8':
      return `is not UTF-8 at byte ${problem.byteOffset}: write it as UTF-8`;
    case 'byte-order-mark':
      return 'starts with a byte order mark, which many parsers refuse: write it without one';
    case 'malformed':
      return problem.message;
    case 'too-deep':
      return `nests deeper than ${problem.limit} levels: flatten it, or raise \`limits.depth\``;
    case 'duplicate-key':
      return `the key ${JSON.stringify(problem.key)} stands twice in this object, and parsers disagree which one counts: remove one`;
    case 'inexact-number':
      return describeInexact(problem.literal, problem.read);
    case 'lone-surrogate':
      return `${problem.escape} is half a character, on which parsers disagree: write both halves of the pair`;
  }
}

function describeInexact(literal: string, read: string): string {
  if (!Number.isFinite(Number(read)))
    return `${literal} is larger than most parsers can read: write it as a string`;
  if (/^-?\d+$/.test(literal))
    return `${literal} is beyond 2^53, where parsers round (most read ${read}): write it as a string`;
  return `${literal} is read as ${read} by most parsers: write that, or a string`;
}
