import { describe, expect, test } from '@jest/globals';

import { folderMicroversion } from '../../src/model/versions/microversion';
import { microversionFolderIndex, pathMicroversion } from '../../src/scaffold/microversion-folder';

describe('folderMicroversion', () => {
  test.each([
    ['v2.79', true],
    ['v3.0', true],
    ['2.79', false],
    ['V2.79', false],
    ['v2', false],
    ['v2.01', false],
    ['v2.1.3', false],
    ['versions', false],
  ])('%s: %s', (name, expected) => {
    expect(folderMicroversion(name) !== undefined).toBe(expected);
  });
});

describe('microversionFolderIndex', () => {
  test.each([
    ['servers/v2.3/list.json', 1],
    ['v2.1/servers/list.json', 0],
    ['v2.1/servers/v2.3/list.json', 0],
    ['servers/list.json', -1],
    ['servers/v2.3', -1],
  ])('%s: %d', (path, index) => {
    expect(microversionFolderIndex(path.split('/'))).toBe(index);
  });
});

describe('pathMicroversion', () => {
  test.each([
    ['servers/v2.10/list.json', { major: 2, minor: 10 }],
    ['v2.1/servers/v2.3/list.json', { major: 2, minor: 1 }],
    ['servers/list.json', undefined],
    ['servers/v2.3', undefined],
  ])('%s: %o', (path, microversion) => {
    expect(pathMicroversion(path)).toEqual(microversion);
  });
});
