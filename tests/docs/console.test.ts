import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expectRecorded } from '../golden';
import { blocksOf, PAGES, rewriteBlocks, ROOT, type Block } from './page';
import { runConsole } from './run-console';
import { createSandboxes, type Sandboxes } from './sandboxes';
import { startServices, type Services } from './services';

const isMade = ({ language, attributes }: Block) => language === 'console' || attributes.has('source');
const pages = PAGES.filter((page) => blocksOf(page).some(isMade));

describe('console blocks show what the commands print, and quotes are the files that they quote', () => {
  let services: Services | undefined;
  const open: Sandboxes[] = [];

  beforeAll(async () => {
    services = await startServices();
  });

  afterAll(async () => {
    for (const sandboxes of open) sandboxes.remove();
    await services?.close();
  });

  test.each(pages)('%s', async (page) => {
    const sandboxes = createSandboxes();
    open.push(sandboxes);
    const proxyUrl = services?.proxyUrl ?? '';
    expectRecorded(page, await rewriteBlocks(page, (block) => rewrite(block, sandboxes, proxyUrl)));
  });
});

/** Writes the file of a titled block, runs the commands of a console block, fills in a quote, and leaves every other block as it is. */
async function rewrite(
  block: Block,
  sandboxes: Sandboxes,
  proxyUrl: string,
): Promise<Pick<Block, 'attributes' | 'text'>> {
  const { language, attributes, text } = block;
  const project = attributes.get('project') ?? 'page';
  const title = attributes.get('title');
  if (title !== undefined) sandboxes.write(project, title, text);
  const source = attributes.get('source');
  if (source !== undefined) return { attributes, text: quote(source) };
  if (language !== 'console') return block;
  const { text: made, code } = await runConsole(text, { cwd: sandboxes.folder(project), proxyUrl });
  const { exit: _exit, ...others } = Object.fromEntries(attributes);
  return {
    text: made,
    attributes: new Map(Object.entries(code === 0 ? others : { ...others, exit: `${code}` })),
  };
}

/** A module without its imports. */
function quote(source: string): string {
  return readFileSync(join(ROOT, source), 'utf8')
    .replaceAll(/^import [^]*?;\n/gm, '')
    .trimStart();
}

test('the pages have console blocks', () => {
  expect(pages).toContain('README.md');
});
