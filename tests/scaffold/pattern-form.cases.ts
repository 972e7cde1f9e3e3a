import { describe, expect, test } from '@jest/globals';

import { scaffold } from '../../src/scaffold/write-manifest';
import { readYaml } from '../../src/text/yaml/yaml-source';

const NAMES = ['user-create', 'user-list', 'role-create', 'role-list', 'group-create', 'group-list'];

/** The contracts and the paths of the schemas for samples with one value each. */
function written(paths: readonly string[], values: Readonly<Record<string, unknown>> = {}) {
  const { manifestFile, manifest, schemas, contracts } = scaffold({
    samples: paths.map((path) => ({ path, value: values[path] ?? { a: 1 } })),
    samplesRoot: 'samples',
    schemasRoot: 'schemas',
    hasPatterns: true,
  });
  const { contracts: entries } = Object(readYaml(manifestFile, manifest).value);
  return { contracts, entries, schemas: schemas.map(({ path }) => path) };
}

describe('the pattern form', () => {
  test('is used for samples of one folder; the schemas have the names of the samples', () => {
    const paths = NAMES.map((name) => `${name}-response.json`);
    expect(written(paths)).toEqual({
      contracts: 6,
      entries: { '{name}': { schema: '{name}.json', samples: '{name}.json' } },
      schemas: paths.map((path) => `schemas/${path}`).toSorted(),
    });
  });

  test('keeps letters and underscores of the names', () => {
    const paths = NAMES.map((name) => `${name.replace('-', '_')}_Resp.json`);
    expect(written(paths).schemas).toEqual(paths.map((path) => `schemas/${path}`).toSorted());
  });

  test('has a placeholder for each folder, with and without microversions', () => {
    const paths = NAMES.map((name) => `${name.replace('-', '/')}.json`);
    const later = [...paths, 'user/v2.3/list.json', 'role/v2.9/show.json'];
    const schemas = [...paths, 'role/show.json'].map((path) => `schemas/${path}`).toSorted();
    expect(written(paths).entries).toEqual({
      '{folder}.{name}': { schema: '{folder}/{name}.json', samples: '{folder}/{name}.json' },
    });
    expect(written(later)).toEqual({
      contracts: 7,
      entries: {
        '{folder}.{name}': { schema: '{folder}/{name}.json', samples: '{folder}/{microversion}/{name}.json' },
      },
      schemas,
    });
  });

  test('has an entry per depth, and places of microversions', () => {
    const paths = [
      ...NAMES.map((name) => `${name}.json`),
      ...NAMES.map((name) => `v2.1/a/${name}.json`),
      ...NAMES.map((name) => `b/v2.1/${name}.json`),
      ...NAMES.map((name) => `a/b/c/${name}.json`),
    ];
    expect(written(paths).entries).toEqual({
      '{name}': { schema: '{name}.json', samples: '{name}.json' },
      '{folder}.{name}': {
        schema: '{folder}/{name}.json',
        samples: ['{microversion}/{folder}/{name}.json', '{folder}/{microversion}/{name}.json'],
      },
      '{area2}.{area}.{folder}.{name}': {
        schema: '{area2}/{area}/{folder}/{name}.json',
        samples: '{area2}/{area}/{folder}/{name}.json',
      },
    });
  });

  test('leaves out ranges and names that need quotes, which are written out', () => {
    const paths = [...NAMES.map((name) => `${name}.json`), 'it (1).json', 'v2.1/show.json', 'v2.2/show.json'];
    expect(written(paths, { 'v2.2/show.json': { b: 'x' } }).entries).toEqual({
      '{name}': { schema: '{name}.json', samples: '{name}.json' },
      'it-1': { schema: 'it-1.json', samples: String.raw`it \(1\).json` },
      show: {
        ranges: [
          { max_version: '2.1', schema: 'show/v2.1.json' },
          { min_version: '2.2', schema: 'show/v2.2.json' },
        ],
        samples: '{microversion}/show.json',
      },
    });
  });

  test('is not used where it would also match the schemas of ranges', () => {
    const paths = [...NAMES.map((name) => `a/${name}.json`), 'v2.1/show.json', 'v2.2/show.json'];
    const { entries } = written(paths, { 'v2.2/show.json': { b: 'x' } });
    expect(Object.keys(entries)).toEqual([...NAMES.map((name) => `a.${name}`).toSorted(), 'show']);
  });

  test('is not used for few contracts', () => {
    expect(Object.keys(written(NAMES.slice(1).map((name) => `${name}.json`)).entries)).toHaveLength(5);
  });
});
