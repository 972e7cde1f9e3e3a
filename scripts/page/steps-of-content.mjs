import assert from 'node:assert/strict';
import { eventually, fragmentOf } from './eventually.mjs';
import { HOSTILE_TEXTS } from './report-data.mjs';

/** What the page says about a run. */
export async function testContent(step, open) {
  await step('the verdict is one sentence, and what was not checked is listed', async () => {
    const page = await open('many');
    await eventually(async () =>
      assert.equal(
        await page.textContent('h1'),
        'Failed: 334 errors, 333 warnings and 333 info in 400 places.',
      ),
    );
    await eventually(async () =>
      assert.equal(
        await page.title(),
        'Failed: 334 errors, 333 warnings and 333 info in 400 places. · Samplegate report',
      ),
    );
    await eventually(async () =>
      assert.deepEqual(await page.locator('.not-checked summary').allTextContents(), [
        '1 range without a sample',
        '250 live requests',
      ]),
    );
    await eventually(async () =>
      assert.match(await page.textContent('.checked'), /Compared with 0123456789, named as HEAD\^\./),
    );
    await page.click('.checked summary:has-text("1 declared break")');
    await eventually(async () =>
      assert.equal(
        await page.textContent('.checked details[open] li'),
        'newest-rises 2.97: it was never released (A. N. Other, abcdef0)',
      ),
    );
    await page.click('.not-checked summary:has-text("250")');
    // What is in it is made after it has opened.
    await page.locator('.not-checked details[open] li').first().waitFor();
    await eventually(async () =>
      assert.equal(await page.locator('.not-checked details[open] li').count(), 100),
    );
    await page.click('.not-checked button');
    await page.click('.not-checked button');
    await eventually(async () =>
      assert.equal(await page.locator('.not-checked details[open] li').count(), 250),
    );
  });

  await step('a run without findings is green, one that could not start is not', async () => {
    const green = await open('green');
    await eventually(async () => assert.equal(await green.textContent('h1'), 'Passed: no findings.'));
    await eventually(async () =>
      assert.match(await green.textContent('#findings'), /There are no findings\./),
    );
    const stopped = await open('stopped');
    await eventually(async () =>
      assert.equal(await stopped.textContent('h1'), 'The run could not start, so nothing was checked.'),
    );
    await eventually(async () =>
      assert.match(await stopped.textContent('header'), /unknown property contract/),
    );
    await eventually(async () => assert.equal(await stopped.locator('nav, footer, main').count(), 0));
  });

  await step(
    'the matrix has a column per microversion at which something changes, and few rows',
    async () => {
      const page = await open('large-matrix');
      await eventually(async () => assert.ok((await page.locator('.matrix .body .row').count()) <= 200));
      await eventually(async () => assert.equal(await page.getAttribute('.matrix', 'aria-rowcount'), '3001'));
      await eventually(async () => {
        const heads = await page.locator('.matrix .head > *').allTextContents();
        assert.deepEqual(heads.slice(0, 5), ['contract', 'all', '2.1', '2.4', '2.5']);
      });
      await page.evaluate(() => document.querySelector('.matrix').scrollTo(0, 1e6));
      await page.waitForFunction(() => document.querySelector('.matrix [aria-rowindex="3001"]') !== null);
    },
  );

  await step('a click in the matrix shows the findings of the range, the legend selects rows', async () => {
    const page = await open('many');
    await page.click('.legend.stale');
    await eventually(async () =>
      assert.match(await page.textContent('#matrix [role=status]'), /^\d+ of 60 contracts\.$/),
    );
    await page.click('.legend.stale');
    await page.click('[aria-label^="contract.1, 2.5 to 2.21"]');
    await eventually(async () =>
      assert.equal(await fragmentOf(page), '#contract=contract.1&min=2.5&max=2.21'),
    );
    await eventually(async () => assert.equal(await page.textContent('.range'), 'recorded at 2.5 to 2.21 ×'));
    await page.click('.range');
    await eventually(async () => assert.equal(await fragmentOf(page), '#contract=contract.1'));
  });

  await step('selected rows of the matrix stay where they were when something else changes', async () => {
    const page = await open('large-matrix', '#coverage=stale');
    await page.evaluate(() => document.querySelector('.matrix').scrollTo(0, 900));
    await page.click('.finding > button');
    await eventually(async () =>
      assert.equal(await page.evaluate(() => document.querySelector('.matrix').scrollTop), 900),
    );
  });

  await step('without verdicts, the page says how to get the matrix', async () => {
    const page = await open('brief');
    await eventually(async () => assert.match(await page.textContent('#matrix'), /with --verbose\./));
    await eventually(async () => assert.doesNotMatch(await page.textContent('footer'), /matrix/));
  });

  await step('a fleet has a table of its services, each a link to its findings', async () => {
    const page = await open('fleet');
    await page.click('#targets a:has-text("west")');
    await page.locator('#findings [role=status]:text-is("12 of 34 findings.")').waitFor();
    await eventually(async () =>
      assert.match(await page.textContent('#targets'), /2\.95 \(expected 2\.96\)/),
    );
    await eventually(async () => assert.match(await page.textContent('#versions'), /CURRENT/));
    const verbose = await open('fleet-verbose');
    await eventually(async () =>
      assert.match(await verbose.textContent('#matrix'), /The matrix is about the samples\./),
    );
  });

  await step('a finding shows its source, cure, places, clients, request and rule', async () => {
    const page = await open('full');
    await page.click('.finding > button');
    await eventually(async () => assert.equal(await page.textContent('.finding.open mark'), '    0'));
    await page.locator('.finding.open .facts > dd').last().waitFor();
    const terms = await page.locator('.finding.open .facts > dt').allTextContents();
    const texts = await page.locator('.finding.open .facts > dd').allTextContents();
    assert.deepEqual(Object.fromEntries(terms.map((term, index) => [term, texts[index]])), {
      Place: 'api_samples/servers/v2.1/server-0.json:3:15',
      Part: 'document 2',
      Manifest: 'compute/contracts.yaml',
      Pointer: '/servers/0/name',
      Operations: 'GET /servers → 200GET /servers/{id} → 200',
      Clients: 'Clients that read name as a string fail.',
      Related:
        'the sample: api_samples/a.json:3:4 /servers/0/namein the base: abcdef0123:api_samples/a.json:3:4',
      Also: 'rule-2 (type, a.json#/properties/name/type)',
      Request: "curl -i 'https://compute.example.org/v2.1/servers?limit=1&marker=2'Copy",
      Rule: texts.at(-2),
      'Show only': 'this findingthis rulecontract contract.0this file',
    });
    assert.match(
      texts.at(-2),
      /^rule-0: A name is a string\..*Claims \(error\).*https:\/\/example\.org\/rules$/s,
    );
    await page.click('.copy');
    await page.waitForFunction(
      () =>
        document.querySelector('.copy').textContent === 'Copied' ||
        getSelection().toString().startsWith('curl'),
    );
    await page.click('.links a:has-text("this rule")');
    await eventually(async () => assert.equal(await fragmentOf(page), '#rule=rule-0'));
  });

  await step('what several services differ in is a finding of each, with a link of its own', async () => {
    const page = await open('fleet');
    await page.fill('#filter-text', 'differs from the sample');
    await eventually(async () => assert.equal(await page.locator('.finding').count(), 3));
    await page.locator('.finding > button').nth(1).click();
    await eventually(async () => assert.equal(await page.locator('.finding.open').count(), 1));
  });

  await step('a finding about a whole response names no line', async () => {
    const page = await open('fleet');
    await page.fill('#filter-text', 'gone');
    await eventually(async () =>
      assert.equal(await page.textContent('.finding .where'), 'rule-4 · contract.40 · 2.1'),
    );
    await page.click('.finding > button');
    await eventually(async () => assert.match(await page.textContent('.finding.open .links'), /this URL$/));
    await eventually(async () =>
      assert.match(
        await page.textContent('.finding.open .facts'),
        /Placehttps:\/\/west\.example\.org\/goneRule/,
      ),
    );
  });

  await step('a rule without documentation has nothing to open', async () => {
    const page = await open('undocumented');
    await page.click('.finding > button');
    await eventually(async () =>
      assert.match(await page.textContent('.finding.open .facts'), /rule-0: A name is a string\./),
    );
    await eventually(async () => assert.equal(await page.locator('.finding.open details').count(), 0));
  });

  await step('a file that was cut says so', async () => {
    const page = await open('cut');
    await eventually(async () => assert.match(await page.textContent('[role=alert]'), /cannot be shown/));
  });

  await step('without scripts, the page says what to do', async () => {
    const page = await open('green', '', { javaScriptEnabled: false });
    await eventually(async () =>
      assert.match(await page.textContent('noscript, .notice'), /needs JavaScript/),
    );
  });
}

/** Texts of a report never become anything else. */
export async function testHostile(step, open) {
  await step('hostile texts stay texts, wherever they are', async () => {
    const page = await open('hostile');
    for (const [index] of HOSTILE_TEXTS.entries()) {
      await page.locator('.finding > button').nth(index).click();
      await page.locator('.finding.open .facts details summary').click();
    }
    await eventually(async () => assert.equal(await page.evaluate(() => globalThis.hacked), undefined));
    await eventually(async () => assert.equal(await page.locator('script').count(), 2));
    await eventually(async () =>
      assert.equal(
        await page.locator('img, svg, iframe, object, embed, link, base, form[action]').count(),
        0,
      ),
    );
    const addresses = await page
      .locator('[href]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    assert.deepEqual(
      addresses.filter((address) => !/^(#|https?:)/.test(address)),
      [],
    );
    await eventually(async () => {
      const text = await page.textContent('main');
      assert.ok(text.includes('</script><script>globalThis.hacked = 1</script>'));
      assert.ok(text.includes('<U+202E>right to left<U+202C> <U+200B><U+001B>[31mred<U+0007><U+0000>'));
      assert.ok(text.length < 500_000, `${text.length} characters are shown`);
    });
  });

  await step('the policy forbids any other script, style and connection', async () => {
    const page = await open('green');
    const result = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.hacked = 6';
      document.body.append(script);
      const refused = await fetch('https://example.org/').then(
        () => false,
        () => true,
      );
      return { hacked: globalThis.hacked, refused };
    });
    assert.deepEqual(result, { hacked: undefined, refused: true });
  });
}
