import { describe, expect, test } from '@jest/globals';
import picomatch from 'picomatch';

import { groupSamples, type SampleGroup } from '../../src/scaffold/group-samples';
import { createRandom, pick } from './generate-value';

describe('groupSamples', () => {
  test.each([
    ['nothing', [], []],
    [
      'a file in several microversion folders and outside them',
      ['servers/v2.10/list.json', 'servers/list.json', 'servers/v2.9/list.json'],
      [
        {
          name: 'servers.list',
          pattern: 'servers/{microversion}/list.json',
          paths: ['servers/list.json', 'servers/v2.10/list.json', 'servers/v2.9/list.json'],
          hasMicroversions: true,
        },
      ],
    ],
    [
      'a file in one microversion folder: the pattern also matches later ones',
      ['servers/v2.9/list.json'],
      [group('servers.list', 'servers/{microversion}/list.json', ['servers/v2.9/list.json'])],
    ],
    [
      'files without microversions, at the root and deeper',
      ['list.json', 'servers/ips/list.json'],
      [
        group('list', 'list.json', ['list.json']),
        group('servers.ips.list', 'servers/ips/list.json', ['servers/ips/list.json']),
      ],
    ],
    [
      'a microversion between folders, and as the first one',
      ['a/v2.3/b/x.json', 'a/b/x.json', 'v2.1/servers/list.json'],
      [
        group('servers.list', '{microversion}/servers/list.json', ['v2.1/servers/list.json']),
        group('a.b.x', 'a/{microversion}/b/x.json', ['a/b/x.json', 'a/v2.3/b/x.json']),
      ],
    ],
    [
      'two microversion folders in one path: the outer one becomes the placeholder',
      ['v2.1/servers/v2.3/list.json', 'v2.1/servers/list.json'],
      [
        group('servers.list', '{microversion}/servers/list.json', ['v2.1/servers/list.json']),
        group('servers.v2-3.list', '{microversion}/servers/v2.3/list.json', ['v2.1/servers/v2.3/list.json']),
      ],
    ],
    [
      'two patterns that would share a path: one stays literal',
      ['a/x.json', 'a/v2.1/x.json', 'v2.1/a/x.json', 'a/v2.2/x.json'],
      [
        group('a.x', 'a/{microversion}/x.json', ['a/v2.1/x.json', 'a/v2.2/x.json', 'a/x.json']),
        group('v2-1.a.x', 'v2.1/a/x.json', ['v2.1/a/x.json']),
      ],
    ],
    [
      'names with special characters of globs',
      ['a/[id] (1).json', 'a/v2.3/{x}?.json', '{microversion}/x.json', '!a/*.json'],
      [
        group('a.x', String.raw`a/{microversion}/\{x\}\?.json`, ['a/v2.3/{x}?.json']),
        group('a.unnamed', String.raw`\!a/\*.json`, ['!a/*.json']),
        group('a.id-1', String.raw`a/\[id\] \(1\).json`, ['a/[id] (1).json']),
        group('microversion.x', String.raw`\{microversion\}/x.json`, ['{microversion}/x.json']),
      ],
    ],
    ['one path given twice', ['x.json', 'x.json'], [group('x', 'x.json', ['x.json'])]],
  ])('%s', (_, paths, groups) => {
    expect(sortByName(groupSamples(paths))).toEqual(sortByName(groups));
    expect(claims(paths)).toEqual(claimedOnce(paths));
  });

  test('matches every path of any tree exactly once', () => {
    const segments = [
      'a',
      'b',
      'v2.1',
      'v2.2',
      'v10.0',
      'v2',
      '[a]',
      '{b}',
      '{microversion}',
      'é',
      '!',
    ] as const;
    const trees = Array.from({ length: 400 }, (_, seed) => {
      const random = createRandom(seed);
      return Array.from({ length: 1 + Math.floor(random() * 25) }, () =>
        [
          ...Array.from({ length: Math.floor(random() * 4) }, () => pick(random, segments)),
          pick(random, ['x.json', 'X.json', 'v2.1', '*.json', 'y(1).json']),
        ].join('/'),
      );
    });
    expect(trees.map(claims)).toEqual(trees.map(claimedOnce));
  });

  test('gives every contract a different name', () => {
    const names = groupSamples(['a/b.json', 'a/B.json', 'A/v2.1/b.json', 'a/b .json', 'a/b-2.json']).map(
      ({ name }) => name,
    );
    expect(names.toSorted()).toEqual(['a.b', 'a.b-2', 'a.b-3', 'a.b-4', 'a.b-5']);
  });
});

function group(name: string, pattern: string, paths: readonly string[]): SampleGroup {
  return { name, pattern, paths, hasMicroversions: pattern.split('/').includes('{microversion}') };
}

function sortByName(groups: readonly SampleGroup[]): readonly SampleGroup[] {
  return groups.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** For each path, how many contracts have a pattern that matches it. `{microversion}` matches `vX.Y` or nothing. */
function claims(paths: readonly string[]): Record<string, number> {
  const groups = groupSamples(paths).map(({ pattern }) => {
    const isMatch = [
      picomatch(pattern.replace(/(^|\/)\{microversion\}\//, '$1')),
      picomatch(pattern.replace(/(^|\/)\{microversion\}\//, '$1v+([0-9]).+([0-9])/')),
    ];
    return (path: string) => isMatch.some((matches) => matches(path));
  });
  return Object.fromEntries(
    paths.map((path) => [path, groups.filter((isClaimed) => isClaimed(path)).length]),
  );
}

function claimedOnce(paths: readonly string[]): Record<string, number> {
  return Object.fromEntries(paths.map((path) => [path, 1]));
}
