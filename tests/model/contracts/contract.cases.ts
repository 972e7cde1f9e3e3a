import { describe, expect, test } from '@jest/globals';

import {
  formatSchemaRef,
  isAbsentAt,
  versionsAt,
  type Contract,
} from '../../../src/model/contracts/contract';
import { parseMicroversion } from '../../../src/model/versions/microversion';

const place = { file: 'contracts.yaml', pointer: '', token: 'value' } as const;

function contract(...ranges: readonly (readonly [min: string | undefined, max?: string])[]): Contract {
  return {
    name: 'c',
    place,
    patterns: [],
    live: [],
    versions: ranges.map(([from, to]) => {
      const [min, max] = [parseMicroversion(from ?? ''), parseMicroversion(to ?? '')];
      return {
        range: { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) },
        schema: { file: `${from ?? ''}-${to ?? ''}`, pointer: '' },
        place,
      };
    }),
  };
}

describe('the versions of a contract', () => {
  const ranged = contract([undefined, '2.2'], ['2.3', '2.9'], ['2.10']);

  test.each([
    ['2.1', ['-2.2']],
    ['2.2', ['-2.2']],
    ['2.3', ['2.3-2.9']],
    ['2.9', ['2.3-2.9']],
    ['2.10', ['2.10-']],
    ['2.100', ['2.10-']],
    ['3.0', ['2.10-']],
    [undefined, []],
  ])('at %s are %j', (at, expected) => {
    const found = versionsAt(ranged, parseMicroversion(at ?? ''));
    expect(found.map(({ schema }) => schema.file)).toEqual(expected);
  });

  test('none in a gap, two in an overlap', () => {
    const at = parseMicroversion('2.5');
    expect(versionsAt(contract(['2.1', '2.4'], ['2.6']), at)).toEqual([]);
    expect(versionsAt(contract(['2.1', '2.5'], ['2.5']), at)).toHaveLength(2);
  });

  test('a range that is open at both ends needs no microversion', () => {
    expect(versionsAt(contract([undefined]), undefined)).toHaveLength(1);
    expect(versionsAt(contract([undefined]), parseMicroversion('2.1'))).toHaveLength(1);
  });
});

test.each([
  [{ file: 'versions/index.json', pointer: '' }, 'versions/index.json'],
  [
    { file: 'openapi.yaml', pointer: '/components/schemas/Versions' },
    'openapi.yaml#/components/schemas/Versions',
  ],
])('formatSchemaRef writes a schema as a manifest does: %j', (ref, text) => {
  expect(formatSchemaRef(ref)).toBe(text);
});

describe('a contract of an operation that exists from 2.3 to 2.9', () => {
  const gone: Contract = {
    ...contract([undefined]),
    range: { min: { major: 2, minor: 3 }, max: { major: 2, minor: 9 } },
  };

  test.each([
    ['2.2', true],
    ['2.3', false],
    ['2.9', false],
    ['2.10', true],
    [undefined, false],
  ])('at %s: absent %j, and without a schema where absent', (at, absent) => {
    const microversion = parseMicroversion(at ?? '');
    expect(isAbsentAt(gone, microversion)).toBe(absent);
    expect(versionsAt(gone, microversion)).toHaveLength(absent ? 0 : 1);
  });
});
