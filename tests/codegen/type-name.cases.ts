import { describe, expect, test } from '@jest/globals';

import { isTypeName, pascalName, typeNameOf } from '../../src/codegen/type-name';
import { parseMicroversion } from '../../src/model/versions/microversion';
import type { VersionRange } from '../../src/model/versions/version-range';
import { typesOf } from './fixture-schemas';

function range(min?: string, max?: string): VersionRange {
  const oldest = parseMicroversion(min ?? '');
  const newest = parseMicroversion(max ?? '');
  return {
    ...(oldest === undefined ? {} : { min: oldest }),
    ...(newest === undefined ? {} : { max: newest }),
  };
}

describe('typeNameOf', () => {
  test.each<[contract: string, range: VersionRange | undefined, name: string]>([
    ['versions.index', undefined, 'VersionsIndex'],
    ['os-keypairs.show', undefined, 'OsKeypairsShow'],
    ['servers.create_v20', undefined, 'ServersCreateV20'],
    ['servers.show', range('2.3', '2.8'), 'ServersShow_2_3'],
    ['servers.show', range('2.3'), 'ServersShow_2_3'],
    ['servers.show', range('2.10'), 'ServersShow_2_10'],
    ['servers.show', range(undefined, '2.2'), 'ServersShow_To_2_2'],
    ['servers.show', range(), 'ServersShow_Any'],
    ['servers.show-2.3', undefined, 'ServersShow2_3'],
  ])('the type of %s in the range %j is %s', (contract, at, name) => {
    expect(typeNameOf(contract, at)).toBe(name);
  });
});

describe('pascalName', () => {
  test.each([
    ['a link', 'ALink'],
    ['selfLink', 'SelfLink'],
    ['2nd', '_2Nd'],
    ['v2.10', 'V2_10'],
    ['v21.0', 'V21_0'],
    ['Größe', 'GroUdfe'],
    ['Ж', 'U416'],
    ['', '_'],
    ['__proto__', 'Proto'],
    ['$ref', 'Ref'],
  ])('converts %j to %s, which the compiler does not change', async (text, name) => {
    expect(pascalName(text)).toBe(name);
    const types = await typesOf(
      { properties: { it: { $ref: `other.json#/${encodeURIComponent(text)}` } } },
      {
        'other.json': { [text]: { type: 'object' } },
      },
    );
    expect(types).toContain(`\n  it?: ${name};\n`);
    expect(types).toContain(`\nexport interface ${name} {\n`);
  });
});

describe('isTypeName', () => {
  test.each([
    ['VersionSummary', true],
    ['Link_2', true],
    ['A link', false],
    ['link', false],
    ['', false],
    [3, false],
    [undefined, false],
  ])('of the title %j is %s', (title, expected) => {
    expect(isTypeName(title)).toBe(expected);
  });
});
