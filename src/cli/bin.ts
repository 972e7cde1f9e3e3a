#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

import { invocationOf } from './rerun/invocation';
import { answerRerun } from './rerun/answer-rerun';

const bundle = join(__dirname, 'main.js');
const exitCode = answerRerun(invocationOf(bundle));
if (exitCode === undefined) run();
else process.exitCode = exitCode;

// Starts the command line from V8's code cache, which the build writes: without it, compiling the code takes a large part of a
// small check. V8 rejects a cache of another version of Node, and compiles the code as usual.
function run(): void {
  const cache = join(__dirname, 'main.cache');
  const script = new Script(wrap(readFileSync(bundle, 'utf8')), {
    // The name in the cache is the same on every machine.
    filename: 'samplegate/dist/main.js',
    ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
  });
  const start: unknown = script.runInThisContext();
  if (typeof start === 'function')
    Reflect.apply(start, undefined, [{}, createRequire(bundle), { exports: {} }, bundle, __dirname]);
}
