import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Of undici, the command line uses connections only. Its entry also loads fetch, WebSocket, caches and mocks, and with them Node's own undici, which
 * takes longer than the requests. The paths are read here, where one version is installed, and not where the package is used.
 */
const CONNECTIONS = `
  const Dispatcher = require('./lib/dispatcher/dispatcher');
  Dispatcher.prototype.connect = require('./lib/api/api-connect');
  exports.Pool = require('./lib/dispatcher/pool');
  exports.buildConnector = require('./lib/core/connect');
`;

/**
 * V8 optimises the parser, which is WebAssembly, after the first response. That takes a tenth of a second of processor time, and a process does
 * not end before it. With this budget, it does so after a hundred. The budget is read while the parser is compiled, which is in the same turn.
 * Then it is the default of this version again: V8 only accepts code caches that were made with the same flags. Other versions are left alone.
 */
const LATER = `
  const budgets = { '11.3': 1800000, '12.4': 13000000, '13.6': 13000000 };
  const budget = budgets[process.versions.v8.split('.', 2).join('.')];
  if (budget !== undefined) {
    const { setFlagsFromString } = require('node:v8');
    setFlagsFromString('--wasm-tiering-budget=1000000000');
    queueMicrotask(() => setFlagsFromString('--wasm-tiering-budget=' + budget));
  }
`;

/** Bundles the parts of undici that the command line uses, started as fast as they can be (docs/adr/0006-start-up.md). */
export const undiciConnections = {
  name: 'undici-connections',
  setup({ onLoad, onEnd }) {
    const loaded = new Set();
    const replace = (file, contentsOf) =>
      onLoad({ filter: new RegExp(`node_modules/undici/${file}$`) }, async ({ path }) => {
        loaded.add(file);
        return { contents: await contentsOf(path), resolveDir: dirname(path) };
      });
    const files = {
      'index.js': () => CONNECTIONS,
      'lib/llhttp/llhttp_simd-wasm.js': async (path) => LATER + (await readFile(path, 'utf8')),
    };
    for (const [file, contentsOf] of Object.entries(files)) replace(file, contentsOf);
    onEnd(() => {
      const missing = Object.keys(files).filter((file) => !loaded.has(file));
      return { errors: missing.map((file) => ({ text: `undici has no ${file} any more` })) };
    });
  },
};
