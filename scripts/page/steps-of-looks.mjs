import assert from 'node:assert/strict';
import axe from 'axe-core';
import { eventually } from './eventually.mjs';

/** What axe finds on the page as it is. */
async function problemsOf(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.map(
    ({ id, impact, nodes: [{ html, failureSummary }] }) => `${id} (${impact}): ${html} ${failureSummary}`,
  );
}

/** The looks in which the page is judged and pictured. */
const LOOKS = {
  first: { report: 'many' },
  filtered: { report: 'many', fragment: '#text=server-1&severity=error' },
  open: { report: 'many', fragment: '#severity=error&finding=samplegate/v1:00000003' },
  matrix: { report: 'many', fragment: '#matrix' },
  fleet: { report: 'fleet', fragment: '#targets' },
  green: { report: 'green' },
  dark: {
    report: 'many',
    fragment: '#severity=error&finding=samplegate/v1:00000003',
    options: { colorScheme: 'dark' },
  },
  'dark-matrix': { report: 'many', fragment: '#matrix', options: { colorScheme: 'dark' } },
  narrow: {
    report: 'many',
    fragment: '#severity=error&finding=samplegate/v1:00000003',
    options: { viewport: { width: 380, height: 800 } },
  },
  hostile: { report: 'hostile' },
};

/** Accessibility, dark mode, narrow windows and paper. `picture` keeps a picture of a page under a name. */
export async function testLooks(step, open, picture) {
  for (const [name, { report, fragment, options }] of Object.entries(LOOKS))
    await step(`axe finds nothing: ${name}`, async () => {
      // The page's own policy forbids axe too.
      const page = await open(report, fragment, { ...options, bypassCSP: true });
      await picture(page, name);
      await eventually(async () => assert.deepEqual(await problemsOf(page), []));
      await eventually(async () => {
        const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        assert.ok(!isTooWide, 'the page scrolls sideways');
      });
    });

  await step('dark mode follows the system', async () => {
    const colors = [];
    for (const colorScheme of ['dark', 'light']) {
      const page = await open('green', '', { colorScheme });
      colors.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
    }
    assert.notEqual(colors[0], colors[1]);
  });

  await step('in dark mode, paper is white', async () => {
    const page = await open('green', '', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await eventually(async () =>
      assert.equal(
        await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
        'rgb(255, 255, 255)',
      ),
    );
  });

  await step('columns of the matrix have room for the longest text', async () => {
    const page = await open('long-cells');
    await eventually(async () => {
      const cut = await page
        .locator('.matrix [role=gridcell]')
        .evaluateAll((cells) =>
          cells
            .filter(
              (cell) => cell.firstChild.getBoundingClientRect().right > cell.getBoundingClientRect().right,
            )
            .map((cell) => cell.textContent),
        );
      assert.deepEqual(cut, []);
    });
  });

  await step('the column of contracts without ranges stays in sight, above the ranges', async () => {
    const page = await open('many');
    await eventually(async () => {
      const seen = await page.evaluate(() => {
        const grid = document.querySelector('.matrix');
        grid.scrollIntoView();
        grid.scrollTo(400, 0);
        const { left, right } = grid.querySelector('.head .all').getBoundingClientRect();
        const atMiddle = (row) =>
          document.elementFromPoint((left + right) / 2, row.getBoundingClientRect().top + 10)?.textContent;
        const [first, second] = grid.querySelectorAll('.body .row');
        return [
          grid.querySelector('.head .name').getBoundingClientRect().right - left,
          atMiddle(first),
          atMiddle(second) === second.textContent,
        ];
      });
      assert.deepEqual(seen, [0, '✓ 1', true]);
    });
  });

  await step('on paper, findings are open and controls are gone', async () => {
    const page = await open('many', '#severity=error');
    await page.emulateMedia({ media: 'print' });
    await page.waitForFunction(() => document.querySelectorAll('.finding.open').length === 200);
    await eventually(async () => assert.ok(!(await page.isVisible('.filter'))));
    await eventually(async () =>
      assert.match(
        await page.textContent('#findings [role=status]'),
        /The first 200 are printed\. Filter: severity error\./,
      ),
    );
    await picture(page, 'paper');
    await page.emulateMedia({ media: 'screen' });
    await page.waitForFunction(() => document.querySelectorAll('.finding').length === 100);
  });
}
