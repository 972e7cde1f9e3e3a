import { setTimeout } from 'node:timers/promises';

/** How long something that the page shows late may take, in milliseconds: a slow machine needs seconds. */
const PATIENCE = 30_000;

/** Repeats a check of the page until it holds. What still fails after some time is thrown. */
export async function eventually(check) {
  const end = Date.now() + PATIENCE;
  for (;;)
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await setTimeout(20);
    }
}

/** The part of the address after `#`, asked of the page: Playwright's own idea of the address follows later. */
export async function fragmentOf(page) {
  return decodeURIComponent(await page.evaluate(() => location.hash));
}
