import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { expectRecorded } from '../golden';
import { blocksOf, PAGES, rewriteBlocks, type Block } from './page';
import { runConsole } from './run-console';
import { createSandboxes, type Sandboxes } from './sandboxes';
import { startServices, type Services } from './services';

const pages = PAGES.filter((page) => blocksOf(page).some(({ language }) => language === 'console'));

describe('the console blocks show what the commands print', () => {
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

/** Writes the file of a titled block, runs the commands of a console block, and leaves every other block as it is. */
async function rewrite(
  block: Block,
  sandboxes: Sandboxes,
  proxyUrl: string,
): Promise<Pick<Block, 'attributes' | 'text'>> {
  const { language, attributes, text } = block;
  const project = attributes.get('project') ?? 'page';
  const title = attributes.get('title');
  if (title !== undefined) sandboxes.write(project, title, text);
  if (language !== 'console') return block;
  const { text: made, code } = await runConsole(text, { cwd: sandboxes.folder(project), proxyUrl });
  const { exit: _exit, ...others } = Object.fromEntries(attributes);
  return {
    text: made,
    attributes: new Map(Object.entries(code === 0 ? others : { ...others, exit: `${code}` })),
  };
}

test('the pages have console blocks', () => {
  expect(pages).toContain('README.md');
});
