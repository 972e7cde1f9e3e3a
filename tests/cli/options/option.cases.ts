import { expect, test } from '@jest/globals';

import { LIVE_OPTIONS, readLiveOptions } from '../../../src/cli/options/live-options';
import { assertNoneLeft, type OptionSpecs } from '../../../src/cli/options/option';
import { parseOptions } from '../../../src/cli/options/parse-options';
import { PART_OPTIONS, readPartOptions } from '../../../src/cli/options/part-options';
import { readReportOptions, REPORT_OPTIONS } from '../../../src/cli/options/report-options';
import type { Io } from '../../../src/cli/io';

const IO: Io = {
  cwd: '.',
  env: {},
  isTerminal: false,
  isErrorTerminal: false,
  readStdin: async () => Buffer.from(''),
  interrupted: () => new Promise(() => {}),
  out: () => {},
  err: () => {},
};

const MORE = {
  depth: { type: 'string', value: 'N', help: 'how deep' },
  strict: { type: 'boolean', help: 'be strict' },
} as const satisfies OptionSpecs;

// The compiler checks these: they say that an option that is declared, but not read, does not compile.
test('an option of a command must be read', () => {
  const { values } = parseOptions('check', ['--depth', '3'], MORE);
  const { depth, ...unread } = values;
  // @ts-expect-error nothing reads `strict`
  assertNoneLeft(unread);
  const { strict, ...rest } = unread;
  assertNoneLeft(rest);
  expect({ depth, strict }).toEqual({ depth: '3', strict: undefined });
});

test('readers of shared options read all of them, and give back the others', () => {
  const specs = { ...REPORT_OPTIONS, ...PART_OPTIONS, ...LIVE_OPTIONS, ...MORE };
  const { values } = parseOptions('check', ['--quiet', '--shard', '1/2', '--insecure', '--strict'], specs);
  const [plan, afterReport] = readReportOptions(values, IO);
  const [part, afterPart] = readPartOptions(afterReport, IO);
  const [settings, own] = readLiveOptions(afterPart, IO);
  // @ts-expect-error nothing reads `depth` and `strict`
  assertNoneLeft(own);
  const { depth, strict, ...rest } = own;
  assertNoneLeft(rest);
  expect(plan.quiet).toBe(true);
  expect(part).toEqual({ shard: { index: 1, count: 2 } });
  expect(settings.insecure).toBe(true);
  expect({ depth, strict, rest }).toEqual({ depth: undefined, strict: true, rest: {} });
});

test('a group of shared options that nobody reads does not compile', () => {
  const { values } = parseOptions('check', [], { ...REPORT_OPTIONS, ...PART_OPTIONS });
  const [, left] = readReportOptions(values, IO);
  // @ts-expect-error nothing reads `changed` and `shard`
  assertNoneLeft(left);
  expect(Object.keys(left)).toEqual([]);
});
