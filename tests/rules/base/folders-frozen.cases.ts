import { describe, expect, test } from '@jest/globals';

import { changeLines, findingsOf } from '../rule-fixtures';
import { entry, madeProject } from './made-projects';

const state = (more: object) => madeProject({ 'v2.5/a.json': {}, ...more });

const inTwo = (one: unknown, two: unknown, folders: readonly string[] = ['one', 'two']) =>
  madeProject(
    { [`${folders[0]}/v2.26/a.json`]: one, [`${folders[1]}/v2.26/a.json`]: two },
    {
      samples: folders.map((each) => `api_samples/${each}`),
      contracts: { all: { schema: 'any.json', samples: './api_samples/**/*.json' } },
    },
  );

describe('folders-frozen', () => {
  test('accepts another layout, and a new folder', async () => {
    expect(await findingsOf('folders-frozen/right')).toEqual([]);
  });

  test('reports a new property, a new value and a deleted sample', async () => {
    expect(await findingsOf('folders-frozen/wrong')).toEqual([
      {
        ruleId: 'folders-frozen',
        severity: 'warning',
        message: 'v2.26 is released, but this sample is gone: restore it',
        file: 'api_samples/servers/v2.26/server-create-resp.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        related: [
          {
            message: 'the sample in the base',
            file: 'ba5eba5eba:api_samples/servers/v2.26/server-create-resp.json',
            start: { line: 1, column: 1 },
            end: { line: 1, column: 1 },
          },
        ],
      },
      {
        ruleId: 'folders-frozen',
        severity: 'warning',
        message:
          'v2.26 is released, but the property "locked" is new in this sample: give the change its own microversion',
        file: 'api_samples/servers/v2.26/server-get-resp.json',
        pointer: '/server/locked',
        start: { line: 6, column: 5 },
        end: { line: 6, column: 13 },
        related: [
          {
            message: 'in the base',
            file: 'ba5eba5eba:api_samples/servers/v2.26/server-get-resp.json',
            pointer: '/server',
            start: { line: 2, column: 13 },
            end: { line: 6, column: 4 },
          },
        ],
      },
      {
        ruleId: 'folders-frozen',
        severity: 'info',
        message:
          'v2.60 is released, but "new-server" became "other-server" in this sample: keep it only if it corrects the sample',
        file: 'api_samples/servers/v2.60/server-get-resp.json',
        pointer: '/server/name',
        start: { line: 4, column: 13 },
        end: { line: 4, column: 27 },
        related: [
          {
            message: 'in the base',
            file: 'ba5eba5eba:api_samples/servers/v2.60/server-get-resp.json',
            pointer: '/server/name',
            start: { line: 4, column: 13 },
            end: { line: 4, column: 25 },
          },
        ],
      },
    ]);
  });

  const released = {
    'versions.json': { versions: [entry('v2.1', { version: '2.60', min_version: '2.1' })] },
  };
  const lines = (before: unknown, after: unknown, path = 'v2.26/a.json') =>
    changeLines('folders-frozen', [
      madeProject({ ...released, ...(before === undefined ? {} : { [path]: before }) }),
      madeProject({ ...released, ...(after === undefined ? {} : { [path]: after }) }),
    ]);

  test.each([
    [
      'a property is gone',
      { a: 1, b: 1 },
      { a: 1 },
      'warning : v2.26 is released, but the property "b" is gone in this sample: give the change its own microversion',
    ],
    [
      'another type',
      { a: 1 },
      { a: null },
      'warning /a: v2.26 is released, but expected a number as in the base, got null in this sample: give the change its own microversion',
    ],
    [
      'another type in an array, after another value',
      [1, { a: [] }],
      [2, { a: {} }],
      'warning /1/a: v2.26 is released, but expected an array as in the base, got an object in this sample: give the change its own microversion',
    ],
    [
      'another value',
      { a: { b: 1 } },
      { a: { b: 2 } },
      'info /a/b: v2.26 is released, but 1 became 2 in this sample: keep it only if it corrects the sample',
    ],
    [
      'a number that JavaScript would round',
      '[9007199254740993]',
      '[9007199254740992]',
      'info /0: v2.26 is released, but 9007199254740993 became 9007199254740992 in this sample: keep it only if it corrects the sample',
    ],
    [
      'more items',
      [1],
      [1, 2],
      'info : v2.26 is released, but 1 items became 2 in this sample: keep it only if it corrects the sample',
    ],
    ['a new sample', undefined, {}, 'info : v2.26 is released, and this sample is new'],
    [
      'a sample that is gone',
      {},
      undefined,
      'warning : v2.26 is released, but this sample is gone: restore it',
    ],
  ])('reports %s', async (_what, before, after, expected) => {
    const found = await lines(before, after);
    expect(found.map((line) => line.replace(/^\S+ /, ''))).toEqual([expected]);
  });

  test.each([
    ['another layout', '{"a":1}', '{ "a": 1 }'],
    ['another order of properties', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['what was not JSON', '{', {}],
    ['what is not JSON', {}, '{'],
  ])('is silent about %s', async (_what, before, after) => {
    expect(await lines(before, after)).toEqual([]);
  });

  test('is silent about a folder that is newer than the newest microversion of the base', async () => {
    expect(await lines({}, { a: 1 }, 'v2.61/a.json')).toEqual([]);
  });

  test('without versions documents, every folder of the base is released', async () => {
    expect(
      await changeLines('folders-frozen', [state({}), state({ 'v2.5/a.json': [], 'v2.6/a.json': {} })]),
    ).toHaveLength(1);
  });

  test('reports a sample that was moved at its new place only', async () => {
    const states = [
      madeProject({ ...released, 'v2.26/a.json': { a: 1 } }),
      madeProject({ ...released, 'v2.26/b.json': { a: 1 } }),
    ] as const;
    expect(await changeLines('folders-frozen', states)).toEqual([
      'b.json:1:1-1:1 info : v2.26 is released, and this sample is moved from api_samples/v2.26/a.json',
    ]);
  });

  test('compares samples of one path in two folders with themselves', async () => {
    expect(
      await changeLines('folders-frozen', [inTwo({ a: 1 }, { b: 1 }), inTwo({ a: 1 }, { b: 1 })]),
    ).toEqual([]);
    expect(
      await changeLines('folders-frozen', [inTwo({ a: 1 }, { b: 1 }), inTwo({ a: 1, c: 1 }, { b: 1 })]),
    ).toEqual([expect.stringMatching(/^a\.json:.* the property "c" is new/)]);
  });

  test('reports one of two samples of one path that is gone', async () => {
    const now = madeProject({ 'one/v2.26/a.json': { a: 1 } }, { samples: ['api_samples/one'] });
    expect(await changeLines('folders-frozen', [inTwo({ a: 1 }, { b: 1 }), now])).toEqual([
      expect.stringMatching(/this sample is gone: restore it/),
    ]);
  });

  test('compares samples by path where the folder of samples has another name', async () => {
    expect(
      await changeLines('folders-frozen', [
        inTwo({ a: 1 }, { b: 1 }),
        inTwo({ a: 1 }, { b: 2 }, ['one', 'three']),
      ]),
    ).toEqual([expect.stringMatching(/^a\.json:.* 1 became 2/)]);
  });

  test('is silent about a sample that cannot be read in the base', async () => {
    const unread = new Map([['api_samples/v2.26/a.json', 'it is a symbolic link']]);
    const states = [madeProject(released), madeProject({ ...released, 'v2.26/a.json': {} })] as const;
    expect(await changeLines('folders-frozen', states, { unread })).toEqual([]);
  });
});
