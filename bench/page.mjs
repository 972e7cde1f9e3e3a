// `node bench/page.mjs [COUNT]`: opens the page of a report with 10,000 findings in Chromium and filters it. Prints medians; asserts nothing.
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXECUTABLE, launch } from '../scripts/page/open-browser.mjs';
import { pageWith } from '../scripts/page/page-with.mjs';
import { finding, matrix, report } from '../scripts/page/report-data.mjs';
import { median, row } from './table.mjs';

const RUNS = 5;
const [count = 10_000] = process.argv.slice(2).map(Number);

/** In the page: filters by a text, or clicks a cell of the matrix, and gives the milliseconds until the browser has drawn the result. */
function timeOfChange(text) {
  return new Promise((resolve) => {
    const start = performance.now();
    if (text === undefined) document.querySelector('.matrix [role=gridcell]').click();
    else {
      const field = document.querySelector('#filter-text');
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start), 0));
  });
}

/** The processor time that a page has taken in its main thread, in milliseconds. */
async function processorOf(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

async function measurePage(folder) {
  const data = report(
    Array.from({ length: count }, (_, index) => finding(index)),
    { matrix: matrix(500) },
  );
  const address = pageWith(data, folder, 'page');
  const browser = await launch();
  try {
    const times = { load: [], filter: [], cell: [] };
    const processor = { load: [], filter: [], cell: [] };
    let rows = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      const start = performance.now();
      await page.goto(address);
      await page.waitForSelector('.finding');
      times.load.push(performance.now() - start);
      processor.load.push(await processorOf(session));
      rows = await page.locator('.finding').count();
      for (const [what, text] of [
        ['filter', `server-${run} string`],
        ['cell', undefined],
      ]) {
        const before = await processorOf(session);
        times[what].push(await page.evaluate(timeOfChange, text));
        processor[what].push((await processorOf(session)) - before);
      }
      await page.close();
    }
    process.stdout.write(
      `\nthe page of ${count} findings, ${RUNS} runs, medians, Chromium ${browser.version()}\n\n`,
    );
    row('', 'ms', 'processor ms');
    const figures = (what) => [median(times[what]).toFixed(0), median(processor[what]).toFixed(0)];
    row('open the file until findings are shown', ...figures('load'));
    row('filter by two words', ...figures('filter'));
    row('click a cell of the matrix', ...figures('cell'));
    const size = statSync(fileURLToPath(address)).size / 1e6;
    process.stdout.write(`${rows} rows of findings in the document; the file has ${size.toFixed(1)} MB\n`);
  } finally {
    await browser.close();
  }
}

if (existsSync(EXECUTABLE)) {
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-page-'));
  try {
    await measurePage(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
} else process.stdout.write(`\nthe page: not measured, because there is no ${EXECUTABLE}\n`);
