#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

// Starts the command line from V8's code cache of it, which the build makes: compiling the code is a good
// part of the time that a small check takes. A cache of another version of Node is refused by V8, and the code is compiled as usual.
const file = join(__dirname, 'main.js');
const cache = join(__dirname, 'main.cache');
const script = new Script(wrap(readFileSync(file, 'utf8')), {
  // The name in the cache is the same on every machine.
  filename: 'samplegate/dist/main.js',
  ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
});
const start: unknown = script.runInThisContext();
if (typeof start === 'function')
  Reflect.apply(start, undefined, [{}, createRequire(file), { exports: {} }, file, __dirname]);
