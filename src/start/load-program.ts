import { Script } from 'node:vm';

import type * as Program from './program';

/** Node's own process. In a test file, `process` may be that of the runner, and gives its modules, and those that the test has mocked. */
const host = new Script('process').runInThisContext() as NodeJS.Process;
const { existsSync, readFileSync } = host.getBuiltinModule('node:fs');
const { createRequire } = host.getBuiltinModule('node:module');
const path = host.getBuiltinModule('node:path');

/** The name in the cache is the same on every machine. */
const FILENAME = 'samplegate/dist/main.js';

/** A program that can run, and how to keep a code cache of it, unless it was loaded from one. */
export interface LoadedProgram {
  readonly program: typeof Program;
  /** Keeps the functions that have been compiled so far, for the next process. */
  readonly keepCache?: () => void;
}

/**
 * Loads the program in the folder of the build from V8's code cache: without it, compiling the code takes a large part of a small check. The build writes one, for its
 * own version of Node; `files` has no code that sends requests, and is a fifth smaller. For any other version, a run keeps one in the user's cache folder
 * (docs/adr/0006-start-up.md). Each call loads the program once more, in Node's own realm. Its `process` and its errors are those of the caller's realm.
 */
export function loadProgram(dist: string, kind: 'files' | 'live'): LoadedProgram {
  const bundle = path.resolve(dist, 'main.js');
  // The build writes ASCII only, and reading bytes takes less time than reading UTF-8. The text is then outside of V8's heap, and in a live check, V8 marks a
  // heap that has grown from so little once more, which takes more time than that.
  const code = readFileSync(bundle, kind === 'live' ? 'utf8' : 'latin1');
  const shipped = path.join(dist, `${kind}-${engine()}.cache`);
  const script = compiledFrom(code, existsSync(shipped) ? readFileSync(shipped) : undefined);
  return script === undefined ? loadedHere(code, bundle) : { program: run(script, bundle) };
}

/**
 * The program that runs the code. V8 checks only its own version and settings, but Node changes V8 without a new version: Node 20.18 crashes with a code cache of
 * Node 20.20.
 */
function engine(): string {
  return [process.version, process.platform, process.arch].join('-');
}

/** From the cache that an earlier run has kept, if there is one. */
function loadedHere(code: string, bundle: string): LoadedProgram {
  const { cachedDataVersionTag } = host.getBuiltinModule('node:v8');
  const {
    openCodeCacheStore,
  }: typeof import('../project/cache/code-cache-store') = require('../project/cache/code-cache-store');
  const store = openCodeCacheStore(bundle, `${engine()} ${cachedDataVersionTag()}`, process.env);
  const kept = compiledFrom(code, store?.read());
  if (kept !== undefined) return { program: run(kept, bundle) };
  const script = new Script(code, { filename: FILENAME });
  return {
    program: run(script, bundle),
    keepCache: () => store?.write(script.createCachedData()),
  };
}

/** V8 rejects a cache that was made with other settings. */
function compiledFrom(code: string, cachedData: Buffer | undefined): Script | undefined {
  if (cachedData === undefined) return undefined;
  const script = new Script(code, { filename: FILENAME, cachedData });
  return script.cachedDataRejected === true ? undefined : script;
}

/** The build makes the code a function with these parameters (scripts/write-script.mjs). */
type Code = (
  exports: object,
  require: NodeJS.Require,
  module: { exports: unknown },
  filename: string,
  dirname: string,
  ownProcess: NodeJS.Process,
  ownError: ErrorConstructor,
) => void;

function run(script: Script, bundle: string): typeof Program {
  const code = script.runInThisContext() as Code;
  const module = { exports: {} };
  code(module.exports, createRequire(bundle), module, bundle, path.dirname(bundle), process, Error);
  return module.exports as typeof Program;
}
