import type { TextSlice } from '../slice';

/** A fenced block of a Markdown text. */
export interface FencedBlock {
  /** What follows the opening fence, such as `json,title=Index`. */
  readonly info: string;
  readonly slice: TextSlice;
}

/** The fenced blocks of a Markdown text (CommonMark), also those inside lists and quotes. They count from 1. */
export function fencedBlocks(text: string): readonly FencedBlock[] {
  // Loaded here because few projects have samples in Markdown.
  const MarkdownIt = require('markdown-it') as typeof import('markdown-it');
  const tokens = new MarkdownIt('commonmark').parse(text, {});
  const fences = tokens.filter(({ type }) => type === 'fence');
  const starts = lineStarts(text);
  return fences.map(({ info, content, map }, index) => ({
    info: info.trim(),
    slice: {
      part: `block ${index + 1}`,
      text: content.replace(/\n$/, ''),
      // The content starts on the line after the fence.
      firstLine: (map?.[0] ?? 0) + 2,
      offsetOf: createOffsetOf(text, starts.slice((map?.[0] ?? 0) + 1), content.split('\n')),
    },
  }));
}

/** The offsets at which lines start. As in Markdown, `\r` alone ends a line too. */
function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ index, 0: end }) => index + end.length)];
}

/** Where the characters of a block are in the text: each of its lines lacks the indentation or the quote mark that it has there. */
function createOffsetOf(
  text: string,
  starts: readonly number[],
  lines: readonly string[],
): (offset: number) => number {
  // An empty block is shown by its closing fence.
  if (lines.length === 1 && lines[0] === '') return () => starts[0] ?? text.length;
  const ends: number[] = [];
  for (const line of lines) ends.push((ends.at(-1) ?? -1) + 1 + line.length);
  return (offset) => {
    const found = ends.findIndex((end) => offset <= end);
    const index = found === -1 ? lines.length - 1 : found;
    const line = lines[index] ?? '';
    const start = starts[index] ?? text.length;
    const next = starts[index + 1] ?? text.length;
    const written = text.slice(start, next).replace(/[\r\n]+$/, '');
    const removed = Math.max(0, written.length - line.length);
    return start + removed + offset - ((ends[index] ?? 0) - line.length);
  };
}
