import { expect, test } from '@jest/globals';

import { runBounded } from '../../src/text/run-bounded';

test('returns what the task returns', () => {
  expect(runBounded(() => 42, 60_000)).toBe(42);
  expect(runBounded(() => undefined, 60_000)).toBeUndefined();
});

test('throws what the task throws', () => {
  expect(() => runBounded(() => JSON.parse('{'), 60_000)).toThrow(SyntaxError);
});

/** A match that practically never ends. */
function hopeless(): boolean {
  return /^(a+)+$/.test(`${'a'.repeat(40)}!`);
}

test('stops a regular expression that would not end, and works again afterwards', () => {
  expect(runBounded(hopeless, 50)).toBe('timed-out');
  expect(runBounded(() => 'again', 60_000)).toBe('again');
});

test('a task inside a task is stopped with it, and limits apply again afterwards', () => {
  expect(runBounded(() => runBounded(hopeless, 2 ** 31), 50)).toBe('timed-out');
  expect(runBounded(() => runBounded(() => 'inner', 50), 60_000)).toBe('inner');
  expect(runBounded(hopeless, 50)).toBe('timed-out');
});
