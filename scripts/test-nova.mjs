// Tests the built command with a real Compute API from Debian's packages: its responses pass, its drift from the samples is
// reported, `samplegate serve` responds in the same way, and everything that a proxy in between tampers with is reported.
// docs/test-nova.md says what it needs. To use a Compute API that is already running, pass its URL.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countSteps } from './count-steps.mjs';
import { installPackages } from './debian/install-packages.mjs';
import { newestOf } from './nova/ask.mjs';
import { differences } from './nova/same-answers.mjs';
import { BIN, checkLive, ENVIRONMENT, linesOf, ROOT, samplegate } from './nova/samplegate.mjs';
import { startEmbedded } from './nova/start-embedded.mjs';
import { startNova } from './nova/start-nova.mjs';
import { tamperingsOf } from './nova/tamperings.mjs';
import { startProxy } from './nova/tampering-proxy.mjs';

/** Debian's packages of a Compute API. */
const PACKAGES = ['nova-api', 'uwsgi-core', 'uwsgi-plugin-python3', 'python3-keystoneauth1'];

const REQUESTS = join(ROOT, 'tests', 'fixtures', 'live', 'requests.json');
const DISCOVER = join(ROOT, 'tests', 'keystoneauth', 'discover.py');
const { counts, step } = countSteps();

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Starts the Compute API to test with. If this machine cannot have one, prints the reason and returns `undefined`. */
async function novaHere(logs) {
  const since = Date.now();
  const { outcome, reason } = await installPackages(PACKAGES, logs);
  if (outcome === 'impossible') {
    process.stdout.write(`skipped: no real Compute API on this machine: ${reason}\n`);
    return undefined;
  }
  if (outcome === 'failed') throw new Error(reason);
  process.stdout.write(`nova's packages: ${outcome}, ${seconds(since)}\n`);
  // Handlers of `exit` stop processes and remove files, but a signal alone does not run them.
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  const starting = Date.now();
  const nova = await startNova();
  const { url, newest, memory } = nova;
  process.stdout.write(`nova at ${url}, newest ${newest}: up in ${seconds(starting)}, ${memory}\n`);
  return nova;
}

/** A Compute API that is already running. */
async function running(given) {
  const url = new URL(given).href;
  return { name: 'nova', url, newest: await newestOf(url), stop: async () => {} };
}

async function testResponses({ url, newest }) {
  await step('check --live --compare at-least: nova passes', async () => {
    const { status, findings } = await checkLive(url, '--compare', 'at-least', '--fail-on', 'warning');
    assert.equal(status, 0, linesOf(findings));
    assert.deepEqual(findings, []);
  });

  await step('check --live --compare exact: only the two out-of-date versions are reported', async () => {
    const { status, findings } = await checkLive(url, '--compare', 'exact');
    assert.equal(status, 1, linesOf(findings));
    const outOfDate = (file, at, response) => [
      'sample-matches-response',
      `api_samples/versions/${file}${at}`,
      `${url}${response}${at}`,
    ];
    assert.deepEqual(
      findings.map(({ ruleId, file, pointer, related: [other] }) => [
        ruleId,
        file + pointer,
        other?.file + other?.pointer,
      ]),
      [
        outOfDate('v21-version-get-resp.json', '/version/version', 'v2.1/'),
        outOfDate('versions-get-resp.json', '/versions/1/version', ''),
      ],
      linesOf(findings),
    );
    for (const { message } of findings) assert.match(message, /the sample is out of date/);
  });

  await step('--negotiate: nova breaks no law of negotiation', async () => {
    const args = ['--compare', 'at-least', '--negotiate', '--fail-on', 'warning'];
    const { status, findings } = await checkLive(url, ...args);
    assert.equal(status, 0, linesOf(findings));
    assert.deepEqual(findings, []);
  });

  await step('laws: nova breaks none, without a manifest', async () => {
    const args = ['--service', 'compute', '--newest', newest, '--fail-on', 'warning', '--timeout', '120'];
    const { status, stdout, stderr } = await samplegate('laws', url, ...args);
    assert.equal(status, 0, stdout + stderr);
    assert.match(
      stdout,
      new RegExp(String.raw`v2\.1\s+CURRENT\s+2\.1\s+${newest.replace('.', String.raw`\.`)}`),
    );
  });
}

/** What keystoneauth discovers at a service, with a placeholder for the newest microversion. */
function discovered({ url, newest }) {
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', [DISCOVER, url], {
    env: ENVIRONMENT,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout.replaceAll(newest, '{newest}'));
}

async function testEmbedded(nova) {
  const requests = JSON.parse(readFileSync(REQUESTS, 'utf8'));
  const embedded = await startEmbedded();
  try {
    for (const request of requests) {
      const asked = request.headers.map((header) => `, ${header.join(': ')}`).join('');
      await step(`serve responds as nova does: ${request.method} ${request.path}${asked}`, async () => {
        const found = await differences(request, embedded, nova);
        assert.ok(found.length === 0, found.join('\n'));
      });
    }

    await step('keystoneauth discovers the same at serve as at nova', async () => {
      assert.deepEqual(discovered(embedded), discovered(nova));
    });
  } finally {
    await embedded.stop();
  }
}

async function testTampering({ url, newest }) {
  const throughProxy = async (tamper, ...args) => {
    const proxy = await startProxy(url, tamper);
    try {
      const run = await checkLive(proxy.url, '--compare', 'at-least', '--negotiate', ...args);
      return { url: proxy.url, ...run };
    } finally {
      await proxy.stop();
    }
  };

  await step('a proxy that only forwards: no findings', async () => {
    const { status, findings } = await throughProxy((answer) => answer, '--fail-on', 'warning');
    assert.equal(status, 0, linesOf(findings));
    assert.deepEqual(findings, []);
  });

  for (const { title, rules, tamper, failOn } of tamperingsOf(newest)) {
    await step(`a proxy that tampers, ${title}: ${rules.join(' or ')}`, async () => {
      const { url: through, status, findings } = await throughProxy(tamper, '--fail-on', failOn);
      assert.equal(status, 1, linesOf(findings));
      // An expected rule must report it, at a place in a response of the proxy.
      const caught = findings.filter(({ ruleId }) => rules.includes(ruleId));
      assert.ok(
        caught.some(({ file, related }) =>
          [file, ...related.map((other) => other.file)].some((place) => place.startsWith(through)),
        ),
        linesOf(findings),
      );
    });
  }
}

const logs = mkdtempSync(join(tmpdir(), 'samplegate-nova-logs-'));
process.once('exit', () => rmSync(logs, { recursive: true, force: true }));
const [runningAt] = process.argv.slice(2);
try {
  assert.ok(existsSync(BIN), 'there is no build: run `npm run build` first');
  const nova = runningAt === undefined ? await novaHere(logs) : await running(runningAt);
  if (nova !== undefined) {
    try {
      await testResponses(nova);
      await testEmbedded(nova);
      await testTampering(nova);
    } finally {
      await nova.stop();
    }
    process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
  }
} catch (error) {
  counts.failed += 1;
  process.stdout.write(`could not run: ${error.message}\n${counts.passed} passed, ${counts.failed} failed\n`);
}
process.exitCode = counts.failed === 0 ? 0 : 1;
