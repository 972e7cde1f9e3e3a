// Opens the page of a report with 10,000 findings in Chromium, filters it, and clicks a cell of its matrix.
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXECUTABLE, launch } from '../../scripts/page/open-browser.mjs';
import { pageWith } from '../../scripts/page/page-with.mjs';
import { finding, matrix, report } from '../../scripts/page/report-data.mjs';
import { median } from '../figures.mjs';
import { row, show, title } from '../table.mjs';

const COUNT = 10_000;

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

export async function page({ keep }, { rounds = 5 }) {
  if (!existsSync(EXECUTABLE)) return `there is no ${EXECUTABLE}`;
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-page-'));
  try {
    await measurePage(keep, folder, rounds);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measurePage(keep, folder, rounds) {
  const data = report(
    Array.from({ length: COUNT }, (_, index) => finding(index)),
    { matrix: matrix(500) },
  );
  const address = pageWith(data, folder, 'page');
  const runs = {
    'open the file until findings are shown': [],
    'filter by two words': [],
    'click a cell of the matrix': [],
  };
  const [load, filter, cell] = Object.values(runs);
  const browser = await launch();
  try {
    let rows = 0;
    for (let round = 0; round < rounds; round += 1) {
      const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const session = await tab.context().newCDPSession(tab);
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      const begin = performance.now();
      await tab.goto(address);
      await tab.waitForSelector('.finding');
      load.push({ ms: performance.now() - begin, processor: await processorOf(session) });
      rows = await tab.locator('.finding').count();
      filter.push(await change(tab, session, `server-${round} string`));
      cell.push(await change(tab, session));
      await tab.close();
    }
    title(`the page of ${COUNT} findings: medians of ${rounds} rounds, Chromium ${browser.version()}`);
    row('', 'ms', 'processor ms');
    for (const [name, of] of Object.entries(runs)) {
      keep(0, 'page', name, of);
      row(name, show(median(of.map(({ ms }) => ms))), show(median(of.map(({ processor }) => processor))));
    }
    const size = statSync(fileURLToPath(address)).size / 1e6;
    process.stdout.write(`${rows} rows of findings in the document; the file has ${size.toFixed(1)} MB\n`);
  } finally {
    await browser.close();
  }
}

/** Filters by a text, or clicks a cell of the matrix. */
async function change(tab, session, text) {
  const before = await processorOf(session);
  const ms = await tab.evaluate(timeOfChange, text);
  return { ms, processor: (await processorOf(session)) - before };
}
