// Writes V8's code cache of dist/main.js, made after a run so that it holds the functions that a run compiles.
import { readFileSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const file = join(dist, 'main.js');
const script = new Script(Module.wrap(readFileSync(file, 'utf8')), { filename: 'samplegate/dist/main.js' });

process.chdir(dirname(dist));
process.argv.splice(2, Infinity, 'check', '--quiet');
process.on('exit', () => writeFileSync(join(dist, 'main.cache'), script.createCachedData()));
script.runInThisContext()({}, createRequire(file), { exports: {} }, file, dist);
