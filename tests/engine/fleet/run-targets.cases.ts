import { describe, expect, test } from '@jest/globals';

import { runTargets, TARGET_CHECKED } from '../../../src/engine/fleet/run-targets';
import type { CheckResult } from '../../../src/model/findings/check-result';
import type { CheckedTarget, FleetTarget } from '../../../src/model/findings/fleet';
import { UsageError } from '../../../src/model/usage-error';
import { resultOf } from '../../reporters/results';

const OK: CheckResult = resultOf([]);

function targetsOf(count: number): readonly FleetTarget[] {
  return Array.from({ length: count }, (_, index) => {
    const url = `http://${index}.example.com/`;
    return { name: `t${index}`, url, address: url, headers: [] };
  });
}

test('every target is checked once, and the number of concurrent checks is limited', async () => {
  const checked: CheckedTarget[] = [];
  let [running, most] = [0, 0];
  const unchecked = await runTargets(
    targetsOf(100),
    async ({ name }) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, Number(name.slice(1)) % 3));
      running -= 1;
      return OK;
    },
    { concurrency: 7, onResult: (one) => checked.push(one) },
  );
  expect(unchecked).toEqual([]);
  expect(most).toBe(7);
  expect(checked.map(({ target }) => target.name).toSorted()).toEqual(
    targetsOf(100)
      .map(({ name }) => name)
      .toSorted(),
  );
  expect(checked.every(({ target, index }) => target.name === `t${index}`)).toBe(true);
});

describe('if the check of a target throws, the error is its finding, and the others are checked:', () => {
  test.each([
    [new UsageError('no way in'), 'no way in'],
    [
      new TypeError('x is undefined'),
      'the check of this target failed; this is a bug, please report it: x is undefined',
    ],
  ])('%s', async (thrown, message) => {
    const found: unknown[] = [];
    await runTargets(
      targetsOf(3),
      async ({ name }) => {
        if (name === 't1') throw thrown;
        return OK;
      },
      { concurrency: 1, onResult: ({ target, result }) => found.push([target.name, result.findings]) },
    );
    const start = { line: 1, column: 1, offset: 0 };
    expect(found).toEqual([
      ['t0', []],
      [
        't1',
        [
          {
            fingerprint: expect.stringMatching(/^samplegate\/v1:[0-9a-f]{32}$/),
            ruleId: TARGET_CHECKED,
            severity: 'error',
            message,
            file: 'http://1.example.com/',
            start,
            end: start,
            also: [],
            related: [],
          },
        ],
      ],
      ['t2', []],
    ]);
  });
});

test('an interrupt ends the run at once and returns the targets that were not done', async () => {
  const interrupt = new AbortController();
  const done: string[] = [];
  const unchecked = await runTargets(
    targetsOf(6),
    async ({ name }, signal) => {
      if (name !== 't3') return OK;
      interrupt.abort();
      expect(signal.aborted).toBe(true);
      return new Promise<CheckResult>(() => {});
    },
    {
      concurrency: 1,
      onResult: ({ target }) => done.push(target.name),
      signal: interrupt.signal,
    },
  );
  expect(done).toEqual(['t0', 't1', 't2']);
  expect(unchecked.map(({ name }) => name)).toEqual(['t3', 't4', 't5']);
});

test('the time of a target is that of its own check', async () => {
  const times: number[] = [];
  let clock = 0;
  await runTargets(
    targetsOf(2),
    async ({ name }) => {
      clock += name === 't0' ? 40 : 2;
      return OK;
    },
    { concurrency: 1, now: () => clock, onResult: ({ milliseconds }) => times.push(milliseconds) },
  );
  expect(times).toEqual([40, 2]);
});

test('a target that leaves its place while it waits lets another one start', async () => {
  const events: string[] = [];
  let wake: (() => void) | undefined;
  await runTargets(
    targetsOf(3),
    async ({ name }, _, place) => {
      events.push(name);
      if (name === 't0') {
        place.leave();
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        await place.enter();
        events.push('t0 again');
      }
      if (name === 't2') wake?.();
      return OK;
    },
    { concurrency: 1, onResult: ({ target }) => events.push(`${target.name} done`) },
  );
  expect(events).toEqual(['t0', 't1', 't1 done', 't2', 't2 done', 't0 again', 't0 done']);
});

test('only some targets of a large fleet wait outside at once', async () => {
  const started: string[] = [];
  let wake: (() => void) | undefined;
  const awake = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const run = runTargets(
    targetsOf(50),
    async ({ name }, _, place) => {
      started.push(name);
      place.leave();
      await awake;
      await place.enter();
      return OK;
    },
    { concurrency: 1, onResult: () => {} },
  );
  await new Promise<void>((resolve) => {
    setImmediate(resolve);
  });
  expect(started).toEqual(targetsOf(9).map(({ name }) => name));
  wake?.();
  expect(await run).toEqual([]);
  expect(started).toHaveLength(50);
});

test('an error of the caller ends the run', async () => {
  const started: string[] = [];
  await expect(
    runTargets(
      targetsOf(5),
      async ({ name }) => {
        started.push(name);
        return OK;
      },
      {
        concurrency: 1,
        onResult: () => {
          throw new Error('no space left');
        },
      },
    ),
  ).rejects.toThrow('no space left');
  expect(started).toEqual(['t0']);
});
