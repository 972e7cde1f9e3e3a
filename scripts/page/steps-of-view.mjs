import assert from 'node:assert/strict';
import { eventually, fragmentOf } from './eventually.mjs';

/** The rows of findings in the document. */
const ROWS = '.finding';
const STATUS = '#findings [role=status]';

/** Filters, links and the browser's history. */
export async function testFilters(step, open) {
  await step('the filter by text shows what has all words, and the address has it', async () => {
    const page = await open('many');
    await page.fill('#filter-text', 'rule-5 server-17');
    await eventually(async () => {
      const texts = await page.locator(ROWS).allTextContents();
      assert.ok(texts.length > 0);
      assert.deepEqual(
        texts.filter((text) => !text.includes('rule-5')),
        [],
      );
    });
    await eventually(async () => assert.match(await page.textContent(STATUS), /^\d+ of 1,000 findings\.$/));
    await eventually(async () => assert.equal(await fragmentOf(page), '#text=rule-5+server-17'));
  });

  await step('filters by severity, rule, contract and file are combined', async () => {
    const page = await open('many');
    await page.check('.chip.error input');
    await page.selectOption('.filter .rule select', 'rule-0');
    await page.selectOption('.filter .contract select', 'contract.0');
    await page.fill('#filter-file', 'server-1');
    await eventually(async () =>
      assert.equal(await fragmentOf(page), '#severity=error&rule=rule-0&contract=contract.0&file=server-1'),
    );
    await eventually(async () => assert.equal(await page.textContent(STATUS), '5 of 1,000 findings.'));
    await eventually(async () => assert.equal(await page.locator(ROWS).count(), 5));
  });

  await step('a link shows what it was copied from', async () => {
    const page = await open('many', '#severity=error&rule=rule-0&contract=contract.0&file=server-1');
    await eventually(async () => assert.equal(await page.textContent(STATUS), '5 of 1,000 findings.'));
    await eventually(async () => assert.equal(await page.inputValue('#filter-file'), 'server-1'));
    await eventually(async () => assert.equal(await page.inputValue('.filter .rule select'), 'rule-0'));
    await eventually(async () => assert.ok(await page.isChecked('.chip.error input')));
  });

  await step('the back button undoes a step, and clearing shows everything', async () => {
    const page = await open('many');
    await page.check('.chip.warning input');
    await page.selectOption('.filter .rule select', 'rule-1');
    await page.goBack();
    await eventually(async () => assert.equal(await fragmentOf(page), '#severity=warning'));
    await eventually(async () => assert.equal(await page.inputValue('.filter .rule select'), ''));
    await page.click('.clear');
    await eventually(async () => assert.equal(await fragmentOf(page), ''));
    await eventually(async () => assert.equal(await page.textContent(STATUS), '1,000 findings.'));
  });

  await step('a link to a finding opens it, on its page, with the focus', async () => {
    const page = await open('many', '#finding=samplegate/v1:000001f4');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-expanded') === 'true');
    await eventually(async () => assert.equal(await page.locator('.finding.open').count(), 1));
    await eventually(async () => assert.match(await page.textContent('.finding.open .message'), /got 500/));
    await eventually(async () => assert.equal(await page.textContent('.finding.open mark'), '  500'));
    await eventually(async () =>
      assert.match(await page.textContent('.finding.open .facts'), /A name is a string\./),
    );
  });

  await step('a link to a finding that is gone says so', async () => {
    const page = await open('many', '#finding=samplegate/v1:gone');
    await eventually(async () =>
      assert.match(await page.textContent(STATUS), /does not have: it may be fixed\.$/),
    );
  });

  await step('a filter that a link states wrongly selects nothing, and can be cleared', async () => {
    const page = await open('many', '#rule=no-such-rule');
    await eventually(async () => assert.equal(await page.textContent(STATUS), '0 of 1,000 findings.'));
    await eventually(async () => assert.equal(await page.inputValue('.filter .rule select'), 'no-such-rule'));
    await page.click('.clear');
    await eventually(async () => assert.equal(await page.textContent(STATUS), '1,000 findings.'));
  });

  await step('of 10,000 findings, 100 are in the document', async () => {
    const page = await open('large');
    await eventually(async () => assert.equal(await page.locator(ROWS).count(), 100));
    await page.click('#findings .pager button:has-text("Next")');
    await eventually(async () => assert.equal(await page.locator(ROWS).count(), 100));
    await eventually(async () =>
      assert.match(await page.textContent('#findings .pager'), /101 to 200 of 10,000/),
    );
    await eventually(async () => assert.equal(await fragmentOf(page), '#page=2'));
  });
}

/** The text of what has the focus. */
function focused(page) {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

/** Whether a finding has the focus. */
function isOnFinding(page) {
  return page.evaluate((rows) => document.activeElement?.closest(rows) !== null, ROWS);
}

/** What a user without a pointer does. */
export async function testKeys(step, open) {
  await step('j and k move through the findings and their pages, Enter opens, Esc closes', async () => {
    const page = await open('many');
    await page.keyboard.press('j');
    await eventually(async () => assert.ok(await isOnFinding(page)));
    const first = await focused(page);
    await page.keyboard.press('j');
    await eventually(async () => assert.notEqual(await focused(page), first));
    await page.keyboard.press('k');
    await eventually(async () => assert.equal(await focused(page), first));
    await page.keyboard.press('Enter');
    await eventually(async () => assert.equal(await page.locator('.finding.open').count(), 1));
    await eventually(async () => assert.match(await fragmentOf(page), /^#finding=samplegate\/v1:/));
    await page.keyboard.press('Escape');
    await eventually(async () => assert.equal(await page.locator('.finding.open').count(), 0));
    for (let press = 0; press < 100; press += 1) await page.keyboard.press('j');
    await eventually(async () => assert.equal(await fragmentOf(page), '#page=2'));
    await page.keyboard.press('k');
    await eventually(async () => assert.equal(await fragmentOf(page), '#page=1'));
  });

  await step('/ searches, Esc leaves the field and clears the filter', async () => {
    const page = await open('many');
    await page.keyboard.press('/');
    await page.keyboard.type('server-1');
    await eventually(async () => assert.equal(await page.inputValue('#filter-text'), 'server-1'));
    await page.keyboard.press('Escape');
    await eventually(async () => assert.equal(await fragmentOf(page), ''));
    await eventually(async () => assert.equal(await page.inputValue('#filter-text'), ''));
  });

  await step('the first Tab reaches the link to the findings, which moves the focus there', async () => {
    const page = await open('many');
    await page.keyboard.press('Tab');
    await eventually(async () => assert.equal(await focused(page), 'Skip to the findings'));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await eventually(async () =>
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'filter-text'),
    );
  });

  await step('arrow keys move in the matrix, Enter shows the findings of a cell', async () => {
    const page = await open('many');
    await page.focus('.matrix [tabindex="0"]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await eventually(async () =>
      assert.equal(await label(), 'contract.1, 2.5 to 2.21: wrong, 1 of 2 samples'),
    );
    await page.keyboard.press('End');
    await eventually(async () => assert.match(await label(), /^contract\.1, 2\.22 and later: /));
    await page.keyboard.press('Home');
    await eventually(async () => assert.equal(await label(), 'contract.1'));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await eventually(async () => assert.equal(await fragmentOf(page), '#contract=contract.1&max=2.4'));
    await eventually(async () =>
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'findings'),
    );
  });
}
