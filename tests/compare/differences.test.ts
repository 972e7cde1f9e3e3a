import { describe, expect, test } from '@jest/globals';

import { differencesOf, MOST_DIFFERENCES, type Difference } from '../../src/compare/differences';
import { valueDifferenceWords } from '../../src/compare/value-difference-words';
import { madeComparison, type MadeComparison } from '../rules/live/made-comparison';

/** A difference as text: `value /a = /b`, or `key sample /a | ` if only the sample has the property. */
function brief({ of, side, sample, response, drift }: Difference): string {
  const at = side === 'both' ? `${sample} = ${response}` : `${side} ${sample} | ${response}`;
  return `${of} ${at}${drift === undefined ? '' : ` ${drift}`}`;
}

function found(sample: unknown, response: unknown, made: MadeComparison = {}): readonly string[] {
  return differencesOf(madeComparison(sample, response, made)).map(brief);
}

type Case = readonly [title: string, sample: unknown, response: unknown, expected: readonly string[]];

const self = (href: string, rest: object = {}) => ({ rel: 'self', href, ...rest });
const HOME = 'http://openstack.example.com';
const BASE = 'http://cloud/compute';
const v2 = { id: 'v2.0', status: 'SUPPORTED', links: [self(`${HOME}/v2/`)] };
const v21 = { id: 'v2.1', status: 'CURRENT', version: '2.60', links: [self(`${HOME}/v2.1/`)] };

/** A version's entry with links to the service at the base URL. */
function live(entry: { readonly links: readonly { readonly href: string }[] }, rest: object = {}) {
  const links = entry.links.map((link) => ({ ...link, href: link.href.replace(HOME, BASE) }));
  return { ...entry, links, ...rest };
}

function versionWith(members: object) {
  return { version: { ...v21, links: [], ...members } };
}

function serverAt(url: string) {
  return { server: { url } };
}

function linkedVersion(href: string) {
  return { version: { id: 'v2.1', status: 'CURRENT', links: [self(href)] } };
}

function both(...pointers: readonly string[]): MadeComparison {
  return { ignored: { sample: pointers, response: pointers } };
}

function manyKeys(value: number) {
  return Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${index}`, value]));
}

function nested(depth: number, value: unknown): unknown {
  return depth === 0 ? value : { a: nested(depth - 1, value) };
}

describe('an exact comparison', () => {
  test.each<Case>([
    ['a value', { a: 1, b: 'x' }, { a: 2, b: 'x' }, ['value /a = /a']],
    ['a type', { a: 1, b: { c: 1 } }, { a: '1', b: [1] }, ['value /a = /a', 'value /b = /b']],
    ['an array instead of an object', { versions: {} }, { versions: [] }, ['value /versions = /versions']],
    [
      'a number that doubles round',
      '{"a": 9007199254740993, "b": 9007199254740993, "c": 1e400, "d": 1}',
      '{"a": 9007199254740992, "b": 9007199254740993.0, "c": 1e401, "d": 1.0}',
      ['value /a = /a', 'value /c = /c'],
    ],
    ['a document of another type', [1], { 0: 1 }, ['value  = ']],
    ['a document that is a string', 'a', 'b', ['value  = ']],
    [
      'a property in one document only',
      { a: 1, b: 2 },
      { b: 2, c: 3 },
      ['key sample /a | ', 'key response  | /c'],
    ],
    [
      'a subtree in one document only, reported once',
      { a: { b: { c: 1, d: 2 } } },
      { a: {} },
      ['key sample /a/b | /a'],
    ],
    ['null and an absent property', { a: null }, {}, ['key sample /a | ']],
    ['the order of properties', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
    ['the spelling of a number', '{"a": 1.0, "b": 0}', '{"a": 1, "b": -0}', []],
    [
      'properties that objects inherit',
      '{"__proto__": {"a": 1}, "toString": 1}',
      '{"constructor": 1}',
      ['key sample /__proto__ | ', 'key sample /toString | ', 'key response  | /constructor'],
    ],
    [
      'a value below __proto__',
      '{"__proto__": {"a": 1}}',
      '{"__proto__": {"a": 2}}',
      ['value /__proto__/a = /__proto__/a'],
    ],
    [
      'property names with / and ~',
      { 'a/b': { '~': 1 } },
      { 'a/b': { '~': 2 } },
      ['value /a~1b/~0 = /a~1b/~0'],
    ],
    ['the order of an array', { a: [1, 2] }, { a: [2, 1] }, ['value /a/0 = /a/0', 'value /a/1 = /a/1']],
    ['a shorter array, reported once', { a: [1, 2, 3] }, { a: [1] }, ['items /a = /a']],
    [
      'a longer array, reported once',
      { a: [1], b: [{}] },
      { a: [1, 2, 3], b: [{}, {}] },
      ['items /a = /a', 'items /b = /b'],
    ],
    [
      'an object that looks like a canonical array',
      { versions: [v2] },
      { versions: { '2.0\0': v2 } },
      ['value /versions = /versions'],
    ],
  ])('%s', (_, sample, response, expected) => {
    expect(found(sample, response)).toEqual(expected);
  });

  test.each<Case>([
    ['versions in another order', { versions: [v2, v21] }, { versions: [live(v21), live(v2)] }, []],
    [
      'a version in one document only',
      { versions: [v2, v21] },
      { versions: [live(v21), { id: 'v3.0' }] },
      ['item sample /versions/0 | /versions', 'item response /versions | /versions/1'],
    ],
    [
      'a value in another order',
      { versions: { values: [v2, v21] } },
      { versions: { values: [live(v21), live(v2, { status: 'CURRENT' })] } },
      ['value /versions/values/0/status = /versions/values/1/status'],
    ],
    [
      'an id in another spelling',
      { choices: [v2] },
      { choices: [live(v2, { id: 'v2' })] },
      ['value /choices/0/id = /choices/0/id'],
    ],
    [
      'two versions with the same id',
      { versions: [v2, v2] },
      { versions: [live(v2)] },
      ['item sample /versions/1 | /versions'],
    ],
    [
      'versions without an id',
      { versions: [1, null] },
      { versions: [1, 2] },
      ['value /versions/1 = /versions/1'],
    ],
    [
      'links in another order',
      { links: [self('/a'), { rel: 'bookmark', href: '/b' }] },
      { links: [{ rel: 'bookmark', href: '/b' }, self('/c')] },
      ['value /links/0/href = /links/1/href'],
    ],
    [
      'links of one rel by type, then by href',
      {
        links: [self('/a', { type: 'x' }), self('/a', { type: 'y', title: 'A' }), self('/b', { type: 'y' })],
      },
      {
        links: [self('/b', { type: 'y' }), self('/a', { type: 'y', title: 'B' }), self('/a', { type: 'x' })],
      },
      ['value /links/1/title = /links/1/title'],
    ],
    [
      'a second link with the same rel',
      { links: [self(`${HOME}/v2/`)] },
      { links: [self(`${BASE}/v2`), self(`${BASE}/v2/`)] },
      ['item response /links | /links/0'],
    ],
    [
      'media types in another order',
      {
        version: {
          'media-types': [
            { base: 'a', type: 'b' },
            { base: 'a', type: 'c', x: 1 },
          ],
        },
      },
      {
        version: {
          'media-types': [
            { base: 'a', type: 'c', x: 2 },
            { base: 'a', type: 'd' },
          ],
        },
      },
      [
        'item sample /version/media-types/0 | /version/media-types',
        'value /version/media-types/1/x = /version/media-types/0/x',
        'item response /version/media-types | /version/media-types/1',
      ],
    ],
    [
      'several links in one document only, which are one difference',
      { links: [self('/a'), { rel: 'b', href: '/b' }, { rel: 'c', href: '/c' }] },
      {
        links: [
          { rel: 'c', href: '/d' },
          { rel: 'e', href: '/e' },
        ],
      },
      ['items /links = /links', 'value /links/2/href = /links/0/href'],
    ],
  ])('matches items by identity: %s', (_, sample, response, expected) => {
    expect(found(sample, response).toSorted()).toEqual(expected.toSorted());
  });
});

describe('the home of the sample is mapped to that of the response', () => {
  test.each<readonly [title: string, sample: string, response: string, isSame: boolean]>([
    ['with its path', `${HOME}/v2.1/`, `${BASE}/v2.1/`, true],
    ['in a URL without a path', HOME, BASE, true],
    ['in a URL with a query', `${HOME}?a=1`, `${BASE}?a=1`, true],
    [
      'in any case and with the default port',
      `HTTP://OpenStack.example.com:80/a`,
      'http://CLOUD/compute/a',
      true,
    ],
    ['but not if the path only starts the same', `${HOME}/a`, 'http://cloud/computer/a', false],
    ['but not for other hosts', 'http://docs.openstack.org/', 'https://docs.openstack.org/', false],
    ['but not to an unmapped host', `${HOME}/v2.1/`, `${HOME}/v2.1/`, false],
    ['but not without the prefix', `${HOME}/v2.1/`, 'http://cloud/v2.1/', false],
    ['but not with a different slash at the end', `${HOME}/v2.1/`, `${BASE}/v2.1`, false],
    ['but not with a user', `${HOME}/a`, 'http://me@cloud/compute/a', false],
    [
      'and URLs of other hosts are unchanged',
      'http://docs.openstack.org/',
      'http://docs.openstack.org/',
      true,
    ],
  ])('%s', (_, sample, response, isSame) => {
    expect(found(serverAt(sample), serverAt(response))).toEqual(
      isSame ? [] : ['value /server/url = /server/url'],
    );
  });

  test('using the longest matching home of several', () => {
    const homes = { sample: ['http://a/', 'http://a/compute/'], response: 'http://cloud/' };
    expect(found(serverAt('http://a/compute/v2/'), serverAt('http://cloud/v2/'), { homes })).toEqual([]);
    expect(found(serverAt('http://a/v2/'), serverAt('http://cloud/v2/'), { homes })).toEqual([]);
  });

  test.each<readonly [title: string, sample: string, response: string, expected: readonly string[]]>([
    ['scheme, host and port only', `${HOME}/v2.1/`, 'https://inner:8774/compute/v2.1/', []],
    [
      'host and path',
      `${HOME}/v2.1/`,
      'https://inner:8774/v2.1/',
      ['value /version/links/0/href = /version/links/0/href'],
    ],
    [
      'the path only',
      `${HOME}/v2.1/`,
      `${BASE}/v2/`,
      ['value /version/links/0/href = /version/links/0/href'],
    ],
    [
      'the host, for documentation,',
      'http://docs.openstack.org/compute/',
      'https://docs.openstack.org/compute/',
      ['value /version/links/0/href = /version/links/0/href'],
    ],
  ])('a link of a versions document that differs in %s', (_, sample, response, expected) => {
    expect(found(linkedVersion(sample), linkedVersion(response))).toEqual(expected);
  });

  test('a documentation link below the home also differs by its host, because no law checks it', () => {
    const [at, inside] = [`${HOME}/doc/`, 'http://inner:8774/compute/doc/'].map((href) => ({
      version: {
        id: 'v2.1',
        status: 'CURRENT',
        links: [self(`${BASE}/v2.1/`), { rel: 'describedby', href }],
      },
    }));
    expect(found(at, inside)).toContain('value /version/links/1/href = /version/links/1/href');
  });

  test('in other documents, the host of a link is compared too', () => {
    expect(
      found({ links: [self(`${HOME}/servers/1`)] }, { links: [self('http://inner/compute/servers/1')] }),
    ).toEqual(['value /links/0/href = /links/0/href']);
  });
});

describe('the newest microversion', () => {
  test.each<
    readonly [sample: object, response: object, exact: readonly string[], atLeast: readonly string[]]
  >([
    [{ version: '2.9' }, { version: '2.10' }, ['value /version/version = /version/version newer'], []],
    [
      { version: '2.10' },
      { version: '2.9' },
      ['value /version/version = /version/version older'],
      ['value /version/version = /version/version older'],
    ],
    [
      { max_version: '2.9' },
      { max_version: '3.0' },
      ['value /version/max_version = /version/max_version newer'],
      [],
    ],
    [
      { version: '' },
      { version: '2.1' },
      ['value /version/version = /version/version'],
      ['value /version/version = /version/version'],
    ],
    [
      { min_version: '2.1' },
      { min_version: '2.2' },
      ['value /version/min_version = /version/min_version'],
      ['value /version/min_version = /version/min_version'],
    ],
  ])('%j against %j', (sample, response, exact, atLeast) => {
    expect(found(versionWith(sample), versionWith(response))).toEqual(exact);
    expect(found(versionWith(sample), versionWith(response), { mode: 'at-least' })).toEqual(atLeast);
  });

  test('is only recognised in a versions document', () => {
    expect(
      found({ server: { version: '2.1' } }, { server: { version: '2.2' } }, { mode: 'at-least' }),
    ).toEqual(['value /server/version = /server/version']);
  });
});

describe('a comparison of shapes', () => {
  test.each<Case>([
    ['ignores values', { a: 1, b: 'x', c: true }, { a: 2.5, b: '', c: false }, []],
    [
      'reports types',
      { a: 1, b: null, c: [] },
      { a: '1', b: 'x', c: {} },
      ['value /a = /a', 'value /b = /b', 'value /c = /c'],
    ],
    [
      'reports properties',
      { a: { b: 1 } },
      { a: { c: 1 } },
      ['key sample /a/b | /a', 'key response /a | /a/c'],
    ],
    ['accepts any array for an empty one', { a: [], b: [1] }, { a: [1, 'x'], b: [] }, []],
    ['accepts longer and shorter arrays', { a: [1, 2], b: ['x'] }, { a: [3], b: ['y', 'z'] }, []],
    [
      'does not distinguish versions',
      { versions: [v2, v21] },
      { versions: [live(v21), live(v21, { id: 'v3.0' })] },
      [],
    ],
    [
      'reports the first item with a new shape',
      { a: [1, 'x'] },
      { a: ['y', null, {}, null] },
      ['item-shape response /a | /a/1'],
    ],
    [
      'accepts an item with the shape of any item of the sample',
      { a: [{ b: 1 }, { b: 1, c: [] }] },
      { a: [{ c: [{}], b: 2 }, { b: 3 }, { b: 'x' }] },
      ['item-shape response /a | /a/2'],
    ],
    [
      'merges the arrays in items with the same shape',
      { a: [{ b: [] }, { b: [{ c: 1 }] }, { b: [{ d: ['x'] }] }] },
      { a: [{ b: [{ d: [] }] }, { b: [{ c: 2 }, { d: ['y', 1] }, { d: [2] }, { e: 1 }] }] },
      ['item-shape response /a/2/b/0/d | /a/1/b/1/d/1', 'item-shape response /a/0/b | /a/1/b/3'],
    ],
    [
      'compares properties that objects inherit',
      '{"a": [{"__proto__": 1}]}',
      '{"a": [{"__proto__": 2}, {"toString": 1}]}',
      ['item-shape response /a | /a/1'],
    ],
  ])('%s', (_, sample, response, expected) => {
    expect(found(sample, response, { mode: 'shape' }).toSorted()).toEqual(expected.toSorted());
  });
});

describe('ignored values are not compared', () => {
  test.each<readonly [...Case, MadeComparison]>([
    ['a value', { a: 1, b: 1 }, { a: 2, b: 2 }, ['value /b = /b'], both('/a')],
    ['a property in one document only', { a: 1 }, { b: 2 }, [], both('/a', '/b')],
    ['a subtree', { a: { b: [1] } }, { a: { c: 1 } }, [], both('/a')],
    ['the whole document', { a: 1 }, [2], [], both('')],
    [
      'items, so that the others are compared in their order',
      { a: [1, 2, 3] },
      { a: [2, 9] },
      ['value /a/2 = /a/1'],
      { ignored: { sample: ['/a/0'] } },
    ],
    [
      'a version of one document only',
      { versions: [v2, v21] },
      { versions: [live(v21)] },
      [],
      { ignored: { sample: ['/versions/0'] } },
    ],
    [
      'a value that a query selects in one document only',
      { versions: [v2] },
      { versions: [live(v2, { status: 'CURRENT' })] },
      [],
      { ignored: { response: ['/versions/0'] } },
    ],
    [
      'a property of a shape',
      { a: [{ b: 1 }] },
      { a: [{ b: 2, c: 3 }] },
      [],
      { mode: 'shape', ...both('/a/0/c') },
    ],
    ['an item of a shape', { a: [{ b: 1 }] }, { a: [3, { b: 2 }] }, [], { mode: 'shape', ...both('/a/0') }],
    ['the whole shape', { a: [{ b: 1 }] }, 1, [], { mode: 'shape', ...both('') }],
  ])('%s', (_, sample, response, expected, made) => {
    expect(found(sample, response, made)).toEqual(expected);
  });
});

describe('large documents', () => {
  test('may be nested deeply without a stack overflow', () => {
    const place = '/a'.repeat(510);
    for (const mode of ['exact', 'shape'] as const) {
      expect(found(nested(510, 1), nested(510, 'x'), { mode })).toEqual([`value ${place} = ${place}`]);
    }
  });

  test('have a limited number of reported differences', () => {
    expect(found(manyKeys(1), manyKeys(2))).toHaveLength(MOST_DIFFERENCES);
  });
});

test('numbers that doubles round are described as they were written', () => {
  const comparison = madeComparison('{"a": 9007199254740993}', '{"a": 9007199254740992}');
  expect(differencesOf(comparison).map((one) => valueDifferenceWords(comparison, one))).toEqual([
    'the service sends 9007199254740992, but the sample documents 9007199254740993: if the value may vary, add $.a to "ignore:"',
  ]);
});

const server = (id: string | number, more: object = {}) => ({ id, name: `s${id}`, ...more });

describe('other items of an array are one difference, and matched items are compared', () => {
  test.each<Case>([
    [
      'more items',
      { servers: [server('a'), server('b')] },
      { servers: [server('a'), server('b'), server('c')] },
      ['items /servers = /servers'],
    ],
    [
      'fewer items, the others in their place',
      { servers: [server('a'), server('b', { status: 'ACTIVE' }), server('c')] },
      { servers: [server('b', { status: 'ERROR' }), server('c')] },
      ['items /servers = /servers', 'value /servers/1/status = /servers/0/status'],
    ],
    [
      'other ids',
      { servers: [server('a', { ram: 1 }), server('b', { ram: 1 })] },
      { servers: [server('c', { ram: 2 }), server('d', { disk: 2 })] },
      ['items /servers = /servers'],
    ],
    [
      'one other id, next to an item with another value, another property and another array',
      { servers: [server(1, { tags: ['x'], a: 1 }), server(2)] },
      { servers: [server(3), server(1, { tags: ['x', 'y'], b: 1 })] },
      [
        'items /servers = /servers',
        'items /servers/0/tags = /servers/1/tags',
        'key response /servers/0 | /servers/1/b',
        'key sample /servers/0/a | /servers/1',
      ],
    ],
    [
      'the same items in another order',
      { servers: [server('a'), server('b', { x: 1 })] },
      { servers: [server('b', { x: 2 }), server('a')] },
      ['items /servers = /servers', 'value /servers/1/x = /servers/0/x'],
    ],
    [
      'the same items, with a changed property',
      { servers: [server('a', { x: 1 }), server('b')] },
      { servers: [server('a', { x: 2 }), server('b')] },
      ['value /servers/0/x = /servers/0/x'],
    ],
    [
      'names, where not every item has an id',
      { a: [{ id: 1, name: 'x', b: 1 }, { name: 'y' }] },
      { a: [{ name: 'z' }, { id: 2, name: 'x', b: 2 }] },
      ['items /a = /a', 'value /a/0/b = /a/1/b', 'value /a/0/id = /a/1/id'],
    ],
    [
      'hrefs',
      { pages: [{ href: `${HOME}/a` }, { href: `${HOME}/b`, n: 1 }], links: [self(`${HOME}/`)] },
      { pages: [{ href: `${BASE}/b`, n: 2 }, { href: `${BASE}/c` }], links: [self(`${BASE}/`)] },
      ['items /pages = /pages', 'value /pages/1/n = /pages/0/n'],
    ],
    [
      'an id that occurs twice',
      { a: [server('a', { x: 1 }), server('a', { x: 2 })] },
      { a: [server('a', { x: 1 })] },
      ['items /a = /a'],
    ],
    ['an empty array', { a: [server('a')] }, { a: [] }, ['items /a = /a']],
    [
      'other items in an array in an array of another length',
      { a: [[1, 2], [3]] },
      { a: [[1], [3], [4]] },
      ['items /a = /a'],
    ],
    [
      'nothing but values, if items have no name and their number is the same',
      { a: [{ x: 1 }, { x: 2 }], b: ['p', 'q'] },
      { a: [{ x: 1 }, { x: 3 }], b: ['p', 'r'] },
      ['value /a/1/x = /a/1/x', 'value /b/1 = /b/1'],
    ],
    [
      'a missing id, which leaves the items in order',
      { a: [{ id: 1 }, { id: 2 }] },
      { a: [{ id: 1 }, {}] },
      ['key sample /a/1/id | /a/1'],
    ],
    ['an array at the root', [server('a'), server('b')], [server('b')], ['items  = ']],
    [
      'items named like properties of every object',
      { a: [{ id: '__proto__' }, { id: 'toString' }] },
      { a: [{ id: 'toString' }, { id: 'constructor' }] },
      ['items /a = /a'],
    ],
  ])('%s', (_, sample, response, expected) => {
    expect(found(sample, response).toSorted()).toEqual(expected.toSorted());
  });

  test('not if the property that names them is ignored', () => {
    const sample = {
      a: [
        { id: 1, x: 1 },
        { id: 2, x: 1 },
      ],
    };
    const response = {
      a: [
        { id: 3, x: 1 },
        { id: 4, x: 2 },
      ],
    };
    expect(found(sample, response, both('/a/0/id', '/a/1/id'))).toEqual(['value /a/1/x = /a/1/x']);
    expect(found(sample, response, both('/a'))).toEqual([]);
  });

  test('not with `compare: shape`', () => {
    expect(found({ a: [server('a')] }, { a: [server('b'), server('c')] }, { mode: 'shape' })).toEqual([]);
  });

  test('beyond the length of the array in the sample', () => {
    const many = Array.from({ length: 500 }, (_, index) => server(index));
    expect(found({ a: [server('x', { y: 1 })] }, { a: [...many, server('x', { y: 2 })] })).toEqual([
      'items /a = /a',
      'value /a/0/y = /a/500/y',
    ]);
  });
});
