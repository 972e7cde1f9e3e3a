import { AsyncLocalStorage } from 'node:async_hooks';

import { afterAll, jest } from '@jest/globals';

/**
 * Ends the storage in which jest keeps the running test. Every test file gets one from jest, which never ends it, and with each that is
 * left every promise of all later files in the process costs more.
 */
let end: (() => void) | undefined;

const run = jest.spyOn(AsyncLocalStorage.prototype, 'run');

run.mockImplementationOnce(function (this: AsyncLocalStorage<unknown>, store, callback, ...given) {
  end = () => this.disable();
  run.mockRestore();
  return this.run(store, callback, ...given);
});

afterAll(() => end?.());
