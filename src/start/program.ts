/** All that starts from `dist/main.js`, the one file that has a code cache. */
export { main } from '../cli/main';
export * as testing from '../testing/index';
