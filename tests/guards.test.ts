import { describe, expect, test } from '@jest/globals';
import { expectTypeOf } from 'expect-type';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isVersionsChoices, isVersionsIndex, isVersionsShow } from '../src/guards';
import type { VersionsChoices, VersionsIndex, VersionsShow } from '../src/types';

const INDEX = sample('versions-get-resp.json');
const SHOW_V2 = sample('v2-version-get-resp.json');
const SHOW_V21 = sample('v21-version-get-resp.json');
const CHOICES: VersionsChoices = {
  choices: [
    {
      id: 'v2.1',
      status: 'CURRENT',
      links: [{ href: 'http://openstack.example.com/v2.1/v3', rel: 'self' }],
      'media-types': [
        { base: 'application/json', type: 'application/vnd.openstack.compute+json;version=2.1' },
      ],
    },
  ],
};

function sample(name: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, '..', 'api_samples', 'versions', name), 'utf8'));
}

describe('a type guard', () => {
  test.each<[document: string, value: unknown, index: boolean, show: boolean, choices: boolean]>([
    ['the list of versions', INDEX, true, false, false],
    ['the document of v2.0', SHOW_V2, false, true, false],
    ['the document of v2.1', SHOW_V21, false, true, false],
    ['the multiple choices', CHOICES, false, false, true],
    ['a list without versions', { versions: [] }, false, false, false],
    ['an empty object', {}, false, false, false],
    ['null', null, false, false, false],
    ['undefined', undefined, false, false, false],
    ['a string', 'versions', false, false, false],
    ['an array', [], false, false, false],
  ])('accepts only its own document: %s', (_, value, index, show, choices) => {
    expect([isVersionsIndex(value), isVersionsShow(value), isVersionsChoices(value)]).toEqual([
      index,
      show,
      choices,
    ]);
  });

  test('rejects values that its type alone would allow', () => {
    const wrong = structuredClone(CHOICES);
    wrong.choices.forEach((choice) => {
      choice.id = 'banana';
    });
    expect(isVersionsChoices(wrong)).toBe(false);
  });

  test('narrows an unknown value to the type of the document', () => {
    const value: unknown = INDEX;
    expectTypeOf(isVersionsIndex).guards.toEqualTypeOf<VersionsIndex>();
    expectTypeOf(isVersionsShow).guards.toEqualTypeOf<VersionsShow>();
    expectTypeOf(isVersionsChoices).guards.toEqualTypeOf<VersionsChoices>();
    expectTypeOf<VersionsIndex['versions'][number]>()
      .toHaveProperty('status')
      .toEqualTypeOf<'CURRENT' | 'SUPPORTED' | 'DEPRECATED'>();
    // @ts-expect-error before the guard, the type is unknown
    expect(value.versions).toHaveLength(2);
    expect(isVersionsIndex(value) && value.versions.map(({ id }) => id)).toEqual(['v2.0', 'v2.1']);
  });
});
