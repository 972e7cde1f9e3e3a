#!/usr/bin/env node
import { join } from 'node:path';

import { invocationOf } from '../cli/rerun/invocation';
import { isUnchanged, lastRunOf, printAgain } from '../cli/rerun/answer-rerun';
import { handOver } from '../cli/rerun/hand-over';
import { optimizeLater } from '../engine/optimize-later';
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
    optimizeLater(process.argv.some((word) => /^--targets\b/.test(word)) ? 300_000 : undefined);
  // The cache has the functions that the run has compiled. Other commands are rare, and need few of these functions.
  else if (['check', 'laws'].includes(process.argv[2] ?? '')) process.on('exit', keepCache);
  program.main();
}
