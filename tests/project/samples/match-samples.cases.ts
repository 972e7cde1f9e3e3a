import { describe, expect, test } from '@jest/globals';

import type { Contract, ContractVersion } from '../../../src/model/contracts/contract';
import { parseMicroversion, type Microversion } from '../../../src/model/versions/microversion';
import { versionFolder } from '../../../src/project/samples/find-samples';
import { matchSamples } from '../../../src/project/samples/match-samples';

const PLACE = { file: 'contracts.yaml', pointer: '', token: 'value' } as const;

function version(file: string, min?: string, max?: string): ContractVersion {
  const from = parseMicroversion(min ?? '');
  const to = parseMicroversion(max ?? '');
  return {
    range: { ...(from === undefined ? {} : { min: from }), ...(to === undefined ? {} : { max: to }) },
    schema: { file, pointer: '' },
    place: PLACE,
  };
}

function contract(name: string, patterns: readonly string[], versions = [version(`${name}.json`)]): Contract {
  return {
    name,
    place: PLACE,
    versions,
    live: [],
    patterns: patterns.map((pattern) => ({ pattern, expect: 'valid', place: PLACE })),
  };
}

/** Matches files of one root, which is the folder of the manifest; claims are by path. */
function match(contracts: readonly Contract[], paths: readonly string[], base?: Microversion) {
  const { claims, unmatched } = matchSamples(
    contracts,
    paths.map((path) => ({ path, local: path })),
    base,
  );
  return { claims: new Map([...claims].map(([{ path }, of]) => [path, of])), unmatched };
}

const PATHS = [
  'servers/server-get-resp.json',
  'servers/v2.3/server-get-resp.json',
  'servers/v2.10/server-get-resp.json',
  'servers/v2.10/servers-list-resp.json',
  'versions/v2-version-get-resp.json',
  'versions/v21-version-get-resp.json',
  'odd/name[1].json',
];

function claimed(pattern: string): readonly string[] {
  const { claims } = match([contract('c', [pattern])], PATHS, undefined);
  return PATHS.filter((path) => (claims.get(path)?.length ?? 0) > 0);
}

describe('patterns', () => {
  test.each([
    ['servers/server-get-resp.json', ['servers/server-get-resp.json']],
    [
      'servers/{microversion}/server-get-resp.json',
      [
        'servers/server-get-resp.json',
        'servers/v2.3/server-get-resp.json',
        'servers/v2.10/server-get-resp.json',
      ],
    ],
    [
      'versions/{v2,v21}-version-get-resp.json',
      ['versions/v2-version-get-resp.json', 'versions/v21-version-get-resp.json'],
    ],
    ['servers/{microversion}/*-list-resp.json', ['servers/v2.10/servers-list-resp.json']],
    ['servers/**', PATHS.slice(0, 4)],
    ['odd/name\\[1\\].json', ['odd/name[1].json']],
    ['{kind}/v2{kind}', []],
    [
      '{kind}/{op}-resp.json',
      [
        'servers/server-get-resp.json',
        'versions/v2-version-get-resp.json',
        'versions/v21-version-get-resp.json',
      ],
    ],
    ['{kind}/{microversion}/{op}-list-resp.json', ['servers/v2.10/servers-list-resp.json']],
    ['{kind}s/{microversion}/{kind}-get-resp.json', PATHS.slice(0, 3)],
    ['versions/{v2,v21}-{kind}-get-resp.json', PATHS.slice(4, 6)],
    ['odd/{name}\\[1\\].json', ['odd/name[1].json']],
    ['odd/name[[1]1].json', ['odd/name[1].json']],
    ['odd/\\{name}.json', []],
    ['./servers/*.json', ['servers/server-get-resp.json']],
    ['./{kind}/{op}/servers-list-resp.json', ['servers/v2.10/servers-list-resp.json']],
    [
      'servers/v2.*/server-get-resp.json',
      ['servers/v2.3/server-get-resp.json', 'servers/v2.10/server-get-resp.json'],
    ],
  ])('%s claims %j', (pattern, paths) => {
    expect(claimed(pattern)).toEqual(paths);
  });

  test('one that claims nothing is unmatched, with the nearest sample', () => {
    const { unmatched } = match(
      [contract('c', ['servers/server-get-rsp.json', 'elsewhere/**'])],
      PATHS,
      undefined,
    );
    expect(unmatched.map(({ pattern, nearest }) => [pattern.pattern, nearest])).toEqual([
      ['servers/server-get-rsp.json', 'servers/server-get-resp.json'],
      ['elsewhere/**', undefined],
    ]);
  });
});

test('where two entries of one contract match a sample, the later one counts', () => {
  const all = contract('c', ['servers/**']);
  const [folder] = all.patterns;
  const odd = { pattern: PATHS[0] ?? '', expect: 'invalid', place: PLACE } as const;
  const { claims, unmatched } = match(
    [{ ...all, patterns: folder === undefined ? [] : [folder, odd] }],
    PATHS,
    undefined,
  );
  expect(PATHS.slice(0, 2).map((path) => claims.get(path)?.map(({ pattern }) => pattern.expect))).toEqual([
    ['invalid'],
    ['valid'],
  ]);
  expect(unmatched).toEqual([]);
});

test('where two entries state microversions, a sample is checked at both', () => {
  const two = contract('c', ['servers/server-get-resp.json', 'servers/server-get-resp.json']);
  const patterns = two.patterns.map((pattern, index) => ({
    ...pattern,
    microversion: { major: 2, minor: 5 + index },
  }));
  const { claims } = match([{ ...two, patterns }], PATHS, undefined);
  expect(claims.get('servers/server-get-resp.json')?.map(({ microversion }) => microversion)).toEqual([
    { major: 2, minor: 5 },
    { major: 2, minor: 6 },
  ]);
});

test('where a path has two microversion folders, the one that the placeholder matches counts', () => {
  const paths = ['v2.1/servers/v2.9/list.json', 'odd/v2.01/list.json'];
  const at = (pattern: string) =>
    match([contract('c', [pattern])], paths, undefined)
      .claims.get('v2.1/servers/v2.9/list.json')
      ?.map(({ microversion }) => microversion);
  expect(at('v2.1/servers/{microversion}/list.json')).toEqual([{ major: 2, minor: 9 }]);
  expect(at('v2.1/servers/{microversion}/*.json')).toEqual([{ major: 2, minor: 9 }]);
  expect(at('{microversion}/servers/v2.9/list.json')).toEqual([{ major: 2, minor: 1 }]);
  expect(at('v2.1/**')).toEqual([{ major: 2, minor: 1 }]);
  const padded = contract('c', ['odd/{microversion}/list.json']);
  expect(match([padded], paths, undefined).unmatched).toEqual([
    { contracts: [padded], pattern: padded.patterns[0] },
  ]);
});

test('a pattern that is the name of a file means that file, even if it looks like a glob', () => {
  const paths = ['list(1).json', 'list1.json'];
  const { claims } = match([contract('c', ['list(1).json'])], paths, undefined);
  expect(paths.map((path) => claims.get(path)?.length)).toEqual([1, 0]);
});

describe('microversions', () => {
  const ranged = contract(
    'servers.show',
    ['servers/{microversion}/server-get-resp.json'],
    [version('old.json', undefined, '2.2'), version('middle.json', '2.3', '2.8'), version('new.json', '2.9')],
  );

  function schemas(path: string, base?: string): readonly string[] | undefined {
    const { claims } = match([ranged], PATHS, parseMicroversion(base ?? ''));
    return claims.get(path)?.flatMap(({ versions }) => versions.map(({ schema }) => schema.file));
  }

  test('2.10 is newer than 2.9', () => {
    expect(schemas('servers/v2.10/server-get-resp.json')).toEqual(['new.json']);
    expect(schemas('servers/v2.3/server-get-resp.json')).toEqual(['middle.json']);
  });

  test('a sample outside microversion folders has the base microversion, or none', () => {
    expect(schemas('servers/server-get-resp.json', '2.1')).toEqual(['old.json']);
    expect(schemas('servers/server-get-resp.json')).toEqual([]);
  });

  test.each([
    ['servers/v2.3/x.json', { major: 2, minor: 3 }],
    ['v2.1/servers/x.json', { major: 2, minor: 1 }],
    ['servers/v2/x.json', undefined],
    ['servers/v2.3.json', undefined],
  ])('the folder of %s is %j', (path, folder) => {
    expect(versionFolder(path)).toEqual(folder);
  });
});

describe('the sample of a live request', () => {
  const place = { file: 'contracts.yaml', pointer: '/contracts/c/live/0', token: 'opening' } as const;

  function withLive(sample: string | undefined): Contract {
    const request = {
      method: 'GET',
      path: '/',
      status: 200,
      ignore: [],
      negotiates: false,
      token: false,
      place,
    };
    return { ...contract('c', []), live: [{ ...request, ...(sample === undefined ? {} : { sample }) }] };
  }

  test('is not claimed by the request: only the patterns of contracts claim samples', () => {
    const { claims, unmatched } = match([withLive(PATHS[0])], PATHS, undefined);
    expect(claims.get(PATHS[0] ?? '')).toEqual([]);
    expect(unmatched).toEqual([]);
  });

  test('is an unmatched pattern at the request where it does not exist', () => {
    const wrong = withLive('servers/server-get-rsp.json');
    expect(match([wrong, withLive(undefined)], PATHS, undefined).unmatched).toEqual([
      {
        contracts: [wrong],
        pattern: { pattern: 'servers/server-get-rsp.json', expect: 'valid', place },
        nearest: 'servers/server-get-resp.json',
      },
    ]);
  });

  test('is a path, not a glob', () => {
    const glob = withLive('servers/*');
    expect(match([glob], PATHS, undefined).unmatched).toEqual([
      { contracts: [glob], pattern: { pattern: 'servers/*', expect: 'valid', place } },
    ]);
  });
});

describe('many patterns', () => {
  test('without a wildcard need one look-up each, whether they match or not', () => {
    const paths = Array.from({ length: 300 }, (_, index) => `servers/s${index}.json`);
    let reads = 0;
    const files = paths.map((path) => ({
      local: path,
      get path() {
        reads += 1;
        return path;
      },
    }));
    const patterns = paths.map((path) => path.replace('servers', 'flavors'));
    const { unmatched } = matchSamples([contract('c', [...patterns, ...paths])], files, undefined);
    // The nearest path is searched for the first hundred.
    expect(unmatched.map(({ pattern: { pattern }, nearest }) => [pattern, nearest])).toEqual(
      patterns.map((pattern, index) => [pattern, index < 100 ? paths[index] : undefined]),
    );
    expect(reads).toBeLessThanOrEqual(paths.length * 4);
  });

  test.each([
    ['a literal folder', (name: string) => `test/${name}/*`],
    ['a literal name', (name: string) => `**/${name}.json`],
    ['a literal beginning', (name: string) => `${name}-{case}.json`],
    ['a folder further down', (name: string) => `*/${name}/{microversion}/*.json`],
  ])('with %s are compared with few paths', (_, patternOf) => {
    const names = Array.from({ length: 200 }, (__, index) => `n${index}x`);
    const paths = names.flatMap((name) => [
      `test/${name}/a.json`,
      `all/${name}.json`,
      `${name}-1.json`,
      `deep/${name}/v2.1/b.json`,
    ]);
    const { claims, unmatched } = match([contract('c', names.map(patternOf))], paths);
    expect([...claims.values()].filter(({ length }) => length > 0).length).toBeGreaterThanOrEqual(200);
    expect(unmatched).toEqual([]);
  });

  test.each([
    ['servers/**', 'servers', true],
    ['servers/s*', 'servers/s', true],
    ['server{,s}/a.json', 'server/a.json', true],
    ['servers?(x)/a.json', 'servers/a.json', true],
    ['server+(s)/a.json', 'serverss/a.json', true],
    ['!(flavors)/a.json', 'servers/a.json', true],
    ['./servers/*.json', 'servers/a.json', true],
    ['servers/*.json', 'server/a.json', false],
    ['{microversion}/servers/*.json', 'v2.1/servers/a.json', true],
    ['servers/{microversion}/a*.json', 'servers/a.json', true],
  ])('are compared by prefix first: %s and %s', (pattern, path, isClaimed) => {
    const one = contract('c', [pattern]);
    const { claims } = match([one], [path], undefined);
    const claim = {
      contract: one,
      pattern: one.patterns[0],
      versions: one.versions,
      microversion: versionFolder(path),
    };
    expect(claims.get(path)).toEqual(isClaimed ? [claim] : []);
  });
});
