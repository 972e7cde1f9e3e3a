#!/usr/bin/env node
import { join } from 'node:path';

import { invocationOf } from './rerun/invocation';
import { answerRerun } from './rerun/answer-rerun';
import { startProgram } from './start-program';

const bundle = join(__dirname, 'main.js');
const exitCode = answerRerun(invocationOf(bundle));
if (exitCode === undefined) startProgram(bundle);
else process.exitCode = exitCode;
