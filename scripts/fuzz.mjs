// `npm run fuzz -- [--seed N] [--runs N] [--only TEXT] [--limit SECONDS]`: random inputs, the same ones for the same seed. In each dialect, verdicts on random
// schemas and values are compared with those of an independent implementation. Damaged projects must be checked or refused: nothing may be
// thrown, and nothing may hang. Prints a line per property, and the smallest input that fails; exits with 0, with 1 where an input fails, and
// with 2 for wrong arguments.
import * as fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

import { inputProperties } from './fuzz/inputs.mjs';
import { verdictProperties } from './fuzz/verdicts.mjs';
import { loadLibrary } from './replay/load-library.mjs';

if (isMainThread) supervise();
else await runAll(workerData);

/** Runs the properties in a thread, which can be stopped when one hangs. */
function supervise() {
  const settings = readSettings();
  if (settings === undefined) {
    process.stderr.write('usage: npm run fuzz -- [--seed N] [--runs N] [--only TEXT] [--limit SECONDS]\n');
    process.exitCode = 2;
    return;
  }
  const work = mkdtempSync(join(tmpdir(), 'samplegate-fuzz-'));
  process.on('exit', () => rmSync(work, { recursive: true, force: true }));
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { ...settings, work } });
  let input;
  let timer;
  worker.on('message', (message) => {
    clearTimeout(timer);
    if ('input' in message) {
      ({ input } = message);
      timer = setTimeout(() => {
        fail(`no end after ${settings.limit} s`, input);
        void worker.terminate();
      }, settings.limit * 1000);
    } else if (message.failed) fail(message.why, message.counterexample);
    else process.stdout.write(`${message.name}: ${message.runs} runs, 0 fail (seed ${settings.seed})\n`);
  });
  worker.on('error', (error) => fail(error.stack, input));
  worker.on('exit', () => clearTimeout(timer));
}

function fail(why, input) {
  process.stdout.write(`FAILED: ${why}\n${JSON.stringify(input, undefined, 2)}\n`);
  process.exitCode = 1;
}

function readSettings() {
  try {
    const { values } = parseArgs({
      options: {
        seed: { type: 'string', default: '1' },
        runs: { type: 'string', default: '400' },
        only: { type: 'string', default: '' },
        limit: { type: 'string', default: '600' },
      },
    });
    const [seed, runs, limit] = [values.seed, values.runs, values.limit].map(Number);
    if (!Number.isInteger(seed) || !(runs >= 1) || !(limit > 0)) return undefined;
    return { seed, runs, limit, only: values.only };
  } catch {
    return undefined;
  }
}

async function runAll({ seed, runs, only, work }) {
  const library = await loadLibrary();
  const all = [...verdictProperties(library, work, started), ...inputProperties(library, work, started)];
  for (const { name, property } of all.filter((of) => of.name.includes(only))) {
    const { failed, counterexample, errorInstance } = await fc.check(property, { seed, numRuns: runs });
    const why = failed ? `${name} (seed ${seed}): ${errorInstance.stack}` : undefined;
    send({ name, runs, failed, counterexample, why });
  }
}

function started(input) {
  send({ input });
}

function send(message) {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is an argument of windows, and this is a thread
  parentPort.postMessage(message);
}
