import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** The name in the cache is the same on every machine. */
const FILENAME = 'samplegate/dist/main.js';

/**
 * Starts the command line from V8's code cache: without it, compiling the code takes a large part of a small check. The build writes one, for its
 * own version of Node. For any other version, a run keeps one in the user's cache folder for the next run (docs/adr/0006-start-up.md).
 */
export function startProgram(bundle: string): void {
  optimizeLater();
  // Only a live check needs the code that sends requests: the other cache is a fifth smaller.
  const kind = process.argv.some((word) => /^--(?:live|targets)\b/.test(word)) ? 'live' : 'files';
  // The build writes ASCII only, and reading bytes takes less time than reading UTF-8. The text is then outside of V8's heap, and in a live check, V8 marks a
  // heap that has grown from so little once more, which takes more time than that.
  const code = readFileSync(bundle, kind === 'live' ? 'utf8' : 'latin1');
  const shipped = join(dirname(bundle), `${kind}-${engine()}.cache`);
  const script = compiledFrom(code, existsSync(shipped) ? readFileSync(shipped) : undefined);
  run(script ?? compiledHere(code, bundle), bundle);
}

/**
 * The program that runs the code. V8 checks only its own version and settings, but Node changes V8 without a new version: Node 20.18 crashes with a code cache of
 * Node 20.20.
 */
function engine(): string {
  return [process.version, process.platform, process.arch].join('-');
}

/**
 * V8 of Node 20 optimizes a function after so few calls that the optimized code of a check rarely pays for itself: without most of it, a check of a
 * large document takes a fifth less processor time. Later versions of Node wait by themselves, and have no such setting. It is set before
 * the code cache is read: V8 rejects one that was made with other settings.
 */
function optimizeLater(): void {
  if (!process.versions.node.startsWith('20.')) return;
  const { setFlagsFromString }: typeof import('node:v8') = require('node:v8');
  setFlagsFromString('--interrupt-budget=1000000');
}

/** The code from the cache of an earlier run. Without one, this run keeps one. */
function compiledHere(code: string, bundle: string): Script {
  const { cachedDataVersionTag }: typeof import('node:v8') = require('node:v8');
  const {
    openCodeCacheStore,
  }: typeof import('../project/cache/code-cache-store') = require('../project/cache/code-cache-store');
  const store = openCodeCacheStore(bundle, `${engine()} ${cachedDataVersionTag()}`, process.env);
  const kept = compiledFrom(code, store?.read());
  if (kept !== undefined) return kept;
  const script = new Script(code, { filename: FILENAME });
  // The cache has the functions that the run has compiled. Other commands are rare, and need few of these functions.
  if (['check', 'laws'].includes(process.argv[2] ?? ''))
    process.on('exit', () => store?.write(script.createCachedData()));
  return script;
}

/** V8 rejects a cache that was made with other settings. */
function compiledFrom(code: string, cachedData: Buffer | undefined): Script | undefined {
  if (cachedData === undefined) return undefined;
  const script = new Script(code, { filename: FILENAME, cachedData });
  return script.cachedDataRejected === true ? undefined : script;
}

function run(script: Script, bundle: string): void {
  const main: unknown = script.runInThisContext();
  if (typeof main === 'function')
    Reflect.apply(main, undefined, [{}, createRequire(bundle), { exports: {} }, bundle, dirname(bundle)]);
}
