import { appendFileSync, statSync } from 'node:fs';

import { messageOf } from '../model/thrown';
import { noteUnrepeatable } from '../text/repeatable';
import { count } from '../wording/list-words';
import type { Io } from './io';

/** GitHub shows no summary of a step that is larger. In bytes. */
const LARGEST = 1024 * 1024;

/** Room for the line that says what was left out. */
const MARGIN = 200;

/**
 * Appends a Markdown report to the summary of the step in GitHub Actions, cut to what GitHub shows. Does nothing elsewhere. A summary that cannot be
 * written is a warning: the annotations are there.
 */
export function appendStepSummary(markdown: string, { env, err }: Pick<Io, 'env' | 'err'>): void {
  const path = env['GITHUB_STEP_SUMMARY'];
  if (path === undefined || path === '') return;
  noteUnrepeatable();
  try {
    appendFileSync(path, cutMarkdown(markdown, LARGEST - MARGIN - sizeOf(path)));
  } catch (error) {
    err(`samplegate: cannot write the summary of the step, \`${path}\`: ${messageOf(error)}\n`);
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** The first lines that fit into so many bytes, and how many findings the others have. */
export function cutMarkdown(markdown: string, bytes: number): string {
  if (Buffer.byteLength(markdown) <= bytes) return markdown;
  const lines = markdown.split('\n');
  let size = 0;
  const end = lines.findIndex((line) => (size += Buffer.byteLength(line) + 1) > bytes);
  const left = lines.slice(end).filter((line) => /^\| (?:error|warning|info) \|/.test(line)).length;
  const open = lines.slice(0, end).filter((line) => line.startsWith('<details>')).length;
  const closed = lines.slice(0, end).filter((line) => line === '</details>').length;
  return [
    ...lines.slice(0, end),
    ...(open > closed ? ['', '</details>'] : []),
    '',
    `The rest is left out, with ${count(left, 'more finding')}: a summary has at most 1 MiB.`,
    '',
  ].join('\n');
}
