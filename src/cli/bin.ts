#!/usr/bin/env node
import { join } from 'node:path';

import { invocationOf } from './rerun/invocation';
import { isUnchanged, lastRunOf, printAgain } from './rerun/answer-rerun';
import { handOver } from './rerun/hand-over';
import { startProgram } from './start-program';

const bundle = join(__dirname, 'main.js');
const last = lastRunOf(invocationOf(bundle));
if (last !== undefined && isUnchanged(last)) printAgain(last);
else {
  if (last !== undefined) handOver(last);
  startProgram(bundle);
}
