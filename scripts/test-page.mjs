// Tests the page of `--format html` in headless Chromium, as it was built. With `--pictures FOLDER`, also keeps a picture of each look.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countSteps } from './count-steps.mjs';
import { BIN, samplegate } from './nova/samplegate.mjs';
import { eventually } from './page/eventually.mjs';
import { openBrowser } from './page/open-browser.mjs';
import { pageWith } from './page/page-with.mjs';
import { finding, fullFinding, hostileReport, matrix, report } from './page/report-data.mjs';
import { testContent, testHostile } from './page/steps-of-content.mjs';
import { testLooks } from './page/steps-of-looks.mjs';
import { testFilters, testKeys } from './page/steps-of-view.mjs';

const { pictures } = parseArgs({ options: { pictures: { type: 'string' } } }).values;
const { counts, step } = countSteps();

/** Keeps a picture of what a page shows, if pictures are wanted. */
async function picture(shown, name) {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await shown.screenshot({ path: join(pictures, `${name}.png`) });
}

/** A report on many services. */
function fleetReport() {
  const names = ['east', 'west', 'north'];
  const findings = Array.from({ length: 30 }, (_, index) =>
    finding(index, { target: names[index % 3], file: `https://${names[index % 3]}.example.org/v2.1/` }),
  );
  // Each differs from one sample in the same way.
  for (const target of names) findings.push(finding(99, { target, message: 'differs from the sample' }));
  // A response of which no line is meant.
  const start = { line: 1, column: 1, offset: 0 };
  findings.push(
    finding(100, {
      target: 'west',
      file: 'https://west.example.org/gone',
      pointer: undefined,
      excerpt: undefined,
      start,
      end: start,
    }),
  );
  return report(findings, {
    matrix: undefined,
    targets: names.map((target, index) => ({
      target,
      url: `https://${target}.example.org/`,
      status: ['ok', 'findings', 'unreachable'][index],
      oldest: '2.1',
      newest: '2.95',
      expected: '2.96',
      findings: { error: index, warning: 0, info: 0 },
      milliseconds: 1234,
    })),
    versions: [
      {
        file: 'https://east.example.org/',
        id: 'v2.1',
        status: 'CURRENT',
        oldest: '2.1',
        newest: '2.95',
        self: '',
      },
    ],
  });
}

/** A report on several manifests. */
function manifestsReport() {
  const manifests = ['contracts.yaml', 'sub/contracts.yaml'];
  const data = report(manifests.map((manifest, index) => finding(index, { manifest })));
  const findings = { error: 1, warning: 0, info: 0 };
  const rows = manifests.map((manifest) => ({ manifest, contracts: 1, samples: 2, findings }));
  return { ...data, matrix: undefined, summary: { ...data.summary, manifests: rows } };
}

/** A report with so many findings. */
function reportOf(length) {
  return report(Array.from({ length }, (_, index) => finding(index)));
}

/** The pages to test, by name. */
function writePages(folder) {
  const reports = {
    many: reportOf(1000),
    large: reportOf(10_000),
    green: report([], { verdicts: [], matrix: matrix(6) }),
    brief: report([finding(0)], { verdicts: undefined, matrix: undefined }),
    stopped: {
      version: 1,
      findings: [],
      error: { message: 'unknown property `contract`', file: 'contracts.yaml', line: 3 },
    },
    full: report([fullFinding()]),
    undocumented: report([finding(0)], {
      rules: [{ id: 'rule-0', severity: 'error', summary: 'A name is a string.', help: '' }],
    }),
    'long-cells': report([], {
      matrix: {
        base: '2.1',
        rows: [
          {
            contract: 'servers.show',
            ranges: [
              { max: '2.2', coverage: 'wrong', samples: 9, responses: 3, wrong: 10 },
              { min: '2.3', coverage: 'wrong', samples: 4000, responses: 0, wrong: 1000 },
            ],
          },
        ],
      },
    }),
    'large-matrix': report([finding(0)], { matrix: matrix(3000) }),
    manifests: manifestsReport(),
    fleet: fleetReport(),
    'fleet-verbose': { ...fleetReport(), fleet: { targets: 3, milliseconds: 1 }, matrix: matrix(3) },
    hostile: hostileReport(),
  };
  const pages = new Map(Object.entries(reports).map(([name, data]) => [name, pageWith(data, folder, name)]));
  const cut = join(folder, 'cut.html');
  const text = readFileSync(join(folder, 'brief.html'), 'utf8');
  writeFileSync(cut, text.replace(/"exitCode":1.*?<\/script>/s, '</script>'));
  return pages.set('cut', `file://${cut}`);
}

async function testPages({ browser, folder }) {
  const pages = writePages(folder);
  const problems = [];
  const watched = (page) => {
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) problems.push(`requests ${request.url()}`);
    });
    page.on('dialog', (dialog) => {
      problems.push(`shows a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    return page;
  };
  const usual = { viewport: { width: 1280, height: 900 } };
  const first = watched(await browser.newPage(usual));
  let special;
  const open = async (name, fragment = '', options = {}) => {
    await special?.context().close();
    const isUsual = Object.keys(options).length === 0;
    special = isUsual ? undefined : watched(await browser.newPage({ ...usual, ...options }));
    const page = special ?? first;
    // From another page, or a new fragment would only change the view.
    await page.goto('about:blank');
    await page.emulateMedia({ media: 'screen' });
    await page.goto((pages.get(name) ?? name) + fragment);
    return page;
  };

  await step('a check writes the page, with its findings and matrix', async () => {
    const file = join(folder, 'real.html');
    const run = await samplegate(
      'check',
      '--manifest',
      'tests/fixtures/projects/service/contracts.yaml',
      '--format',
      `html=${file}`,
    );
    assert.ok(run.status === 0 || run.status === 1, run.stderr);
    const real = await open(`file://${file}`);
    await eventually(async () => assert.match(await real.textContent('h1'), /^(Passed|Failed)/));
    await picture(real, 'real');
  });
  await step('a run over several manifests has a table of them, each a link to its findings', async () => {
    const page = await open('manifests');
    await page.click('#manifests a:text-is("contracts.yaml")');
    await eventually(async () =>
      assert.equal(await page.textContent('#findings [role=status]'), '1 of 2 findings.'),
    );
    await page.click('.finding > button');
    await eventually(async () =>
      assert.match(await page.textContent('.finding.open .facts'), /Manifestcontracts\.yaml/),
    );
  });
  await testContent(step, open);
  await testFilters(step, open);
  await testKeys(step, open);
  await testHostile(step, open);
  await testLooks(step, open, picture);

  await step('no page threw an error, requested anything or showed a dialog', async () => {
    // One step requests something on purpose.
    assert.deepEqual(
      problems.filter((problem) => problem !== 'requests https://example.org/'),
      [],
    );
  });
}

try {
  assert.ok(existsSync(BIN), 'there is no build: run `npm run build` first');
  const opened = await openBrowser();
  if (opened.skipped !== undefined)
    process.stdout.write(`skipped: no Chromium on this machine: ${opened.skipped}\n`);
  else {
    try {
      await testPages(opened);
    } finally {
      await opened.browser.close();
    }
    process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
  }
} catch (error) {
  counts.failed += 1;
  process.stdout.write(`could not run: ${error.message}\n${counts.passed} passed, ${counts.failed} failed\n`);
}
process.exitCode = counts.failed === 0 ? 0 : 1;
