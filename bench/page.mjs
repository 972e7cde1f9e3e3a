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

async function measurePage(folder) {
  const data = report(
    Array.from({ length: count }, (_, index) => finding(index)),
    { matrix: matrix(500) },
  );
  const address = pageWith(data, folder, 'page');
  const browser = await launch();
  try {
    const times = { load: [], filter: [], cell: [] };
    let rows = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const start = performance.now();
      await page.goto(address);
      await page.waitForSelector('.finding');
      times.load.push(performance.now() - start);
      rows = await page.locator('.finding').count();
      times.filter.push(await page.evaluate(timeOfChange, `server-${run} string`));
      times.cell.push(await page.evaluate(timeOfChange));
      await page.close();
    }
    process.stdout.write(
      `\nthe page of ${count} findings, ${RUNS} runs, medians, Chromium ${browser.version()}\n\n`,
    );
    row('', 'ms');
    row('open the file until findings are shown', median(times.load).toFixed(0));
    row('filter by two words', median(times.filter).toFixed(0));
    row('click a cell of the matrix', median(times.cell).toFixed(0));
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
