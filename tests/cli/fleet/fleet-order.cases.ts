import { expect, test } from '@jest/globals';

import { reportFleet } from '../../../src/cli/fleet/report-fleet';
import type { Io } from '../../../src/cli/io';
import { readReportOptions, type ReportValues } from '../../../src/cli/options/report-options';
import { runFleet } from '../../../src/engine/fleet/run-fleet';
import { tempProject } from '../../engine/temp-project';
import { GREEN, RED } from '../../reporters/results';

const cwd = tempProject({
  'targets.json': { targets: ['a', 'b', 'c'].map((name) => ({ name, url: `http://${name}.example.com/` })) },
});

/** Checks the targets, which are done from the last to the first, and gives what is written where, in order. */
async function written(values: ReportValues, world: Partial<Io> = {}) {
  const texts: (readonly ['out' | 'err', string])[] = [];
  const release = new Map<string, () => void>();
  const after = (name: string) =>
    new Promise<void>((resolve) => {
      release.set(name, resolve);
    });
  const io: Io = {
    cwd: '/',
    env: {},
    isTerminal: false,
    isErrorTerminal: false,
    readStdin: async () => Buffer.from(''),
    interrupted: () => new Promise(() => {}),
    out: (text) => texts.push(['out', text]),
    err: (text) => texts.push(['err', text]),
    ...world,
  };
  const [plan] = readReportOptions(values, io);
  const code = await reportFleet(
    (options) =>
      runFleet(
        { ...options, cwd, targets: 'targets.json' },
        {
          samples: () => GREEN,
          checkTarget: async ({ name }) => {
            if (name !== 'c') await after(name);
            if (name !== 'a') setImmediate(() => release.get(name === 'c' ? 'b' : 'a')?.());
            return name === 'b' ? GREEN : RED;
          },
        },
      ),
    {},
    plan,
    io,
  );
  return { code, texts };
}

test('findings are written in the order of the file, whatever is done first', async () => {
  const { code, texts } = await written({});
  const headings = texts.flatMap(([, text]) => /^== (\w)/.exec(text)?.[1] ?? text.match(/^target .*\n/)?.[0]);
  expect(code).toBe(1);
  expect(headings.map((heading) => heading?.slice(0, 6))).toEqual(['a', 'c', 'target']);
});

test('lines of JSON are written as soon as a target is done', async () => {
  const { texts } = await written({ format: ['ndjson'] });
  const last = texts.map(([, text]) => JSON.parse(text.trimEnd().split('\n').at(-1) ?? ''));
  expect(last.map(({ kind, target }) => target ?? kind)).toEqual(['c', 'b', 'a', 'summary']);
});

test('on a terminal the progress line is taken away before anything else is written, and at the end', async () => {
  const { texts } = await written({}, { isTerminal: true, isErrorTerminal: true });
  const [stream, progress] = texts[0] ?? [];
  expect([stream, progress?.replace(/\d+ s/, '0 s')]).toEqual([
    'err',
    '\r1/3 targets, 1 with findings, 0 s\u001B[K',
  ]);
  let isShown = false;
  for (const [to, text] of texts) {
    if (to === 'err') isShown = text !== '\r\u001B[K';
    else expect({ text, isShown }).toEqual({ text, isShown: false });
  }
  expect(isShown).toBe(false);
});

test('with --quiet there are lines of findings, and nothing else', async () => {
  const { texts } = await written({ quiet: true });
  expect(texts).toHaveLength(2);
  for (const [, text] of texts) expect(text).toMatch(/^([^\n]+:\d+:\d+: (error|warning) [^\n]+\n)+$/);
});
