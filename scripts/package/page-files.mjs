import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './stranger.mjs';

const FENCE = /^```(\w+)([^\n]*)\n([^]*?)^```$/gm;

/** The files to copy on a page of docs/, by path: the blocks with a `title=`. */
export function filesOnPage(page) {
  return Object.fromEntries(
    blocksOn(page).flatMap(({ words, text }) => {
      const [, title] = /\btitle=(\S+)/.exec(words) ?? [];
      return title === undefined ? [] : [[title, text]];
    }),
  );
}

/** What a page says that a runner prints: the block with `prints=NAME`. */
export function outputOnPage(page, name) {
  const block = blocksOn(page).find(({ words }) => new RegExp(`\\bprints=${name}\\b`).test(words));
  if (block === undefined) throw new Error(`docs/${page} has no block with prints=${name}`);
  return block.text;
}

/** The lines of a page's output that a real output does not have, in this order. Times differ in each run. */
export function linesMissing(written, printed) {
  const lines = printed.split('\n').map(plain);
  let at = 0;
  return written
    .split('\n')
    .map(plain)
    .filter((line) => line !== '' && !line.startsWith('$ '))
    .filter((line) => {
      const found = lines.indexOf(line, at);
      if (found >= 0) at = found + 1;
      return found < 0;
    });
}

function plain(line) {
  return line.replaceAll(/\(?[\d.]+ ?m?s\)?/g, '').trim();
}

function blocksOn(page) {
  const text = readFileSync(join(root, 'docs', page), 'utf8');
  return Array.from(text.matchAll(FENCE), ([, language, words, content]) => ({
    language,
    words,
    text: content,
  }));
}
