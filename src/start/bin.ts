#!/usr/bin/env node
import { join } from 'node:path';

import { invocationOf } from '../cli/rerun/invocation';
import { isUnchanged, lastRunOf, printAgain } from '../cli/rerun/answer-rerun';
import { handOver } from '../cli/rerun/hand-over';
import { loadProgram } from './load-program';

const bundle = join(__dirname, 'main.js');
const last = lastRunOf(invocationOf(bundle));
if (last !== undefined && isUnchanged(last)) printAgain(last);
else {
  if (last !== undefined) handOver(last);
  startProgram();
}

function startProgram(): void {
  // Only a live check needs the code that sends requests.
  const kind = process.argv.some((word) => /^--(?:live|targets)\b/.test(word)) ? 'live' : 'files';
  const { program, keepCache } = loadProgram(__dirname, kind);
  if (keepCache === undefined)
    optimizeLater(process.argv.some((word) => /^--targets\b/.test(word)) ? 300_000 : 1_000_000);
  // The cache has the functions that the run has compiled. Other commands are rare, and need few of these functions.
  else if (['check', 'laws'].includes(process.argv[2] ?? '')) process.on('exit', keepCache);
  program.main();
}

/**
 * V8 of Node 20 optimizes a function after so few calls that the optimized code of a check rarely pays for itself: without most of it, a check of a
 * large document takes a fifth less processor time. Later versions of Node wait by themselves, and have no such setting. V8 accepts a code cache only with the
 * settings that it was made with: so it is set after one was read, and not in a run that keeps one. The code of a check of many services runs so often that it
 * pays for itself sooner.
 */
function optimizeLater(bytesOfCode: number): void {
  if (!process.versions.node.startsWith('20.')) return;
  process.getBuiltinModule('node:v8').setFlagsFromString(`--interrupt-budget=${bytesOfCode}`);
}
