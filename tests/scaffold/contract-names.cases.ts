import { describe, expect, test } from '@jest/globals';

import { contractNames } from '../../src/scaffold/contract-names';

/** The characters that the manifest's schema allows. */
const ALLOWED = /^[A-Za-z0-9_.:/-]+$/;

describe('contractNames', () => {
  test.each([
    ['folders become dots', ['servers/ips/list.json'], ['servers.ips.list']],
    ['at the root', ['list.json'], ['list']],
    ['capitals', ['Servers/serverListDetail.JSON'], ['servers.server-list-detail']],
    ['dots, spaces and signs', ['os-keypairs/list v2.10 (all).json'], ['os-keypairs.list-v2-10-all']],
    ['accents', ['été/é.json'], ['ete.e']],
    ['no usable character', ['日本/_.json'], ['unnamed.unnamed']],
    ['another extension stays', ['a/list.txt'], ['a.list-txt']],
    ['equal names are numbered', ['a/b c.json', 'a/b_c.json', 'a/B-C.json'], ['a.b-c', 'a.b-c-2', 'a.b-c-3']],
    ['a numbered name that is taken', ['a/b!.json', 'a/b.json', 'a/b-2.json'], ['a.b', 'a.b-3', 'a.b-2']],
  ])('%s', (_, paths, expected) => {
    const names = contractNames(paths.map((path) => path.split('/')));
    expect(names).toEqual(expected);
    expect(names.filter((name) => !ALLOWED.test(name))).toEqual([]);
  });

  test('names thousands of equal files quickly', () => {
    const names = contractNames(Array.from({ length: 20_000 }, () => ['日本.json']));
    expect(new Set(names).size).toBe(20_000);
    expect(names.at(-1)).toBe('unnamed-20000');
  });
});
