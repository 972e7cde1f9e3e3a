import { describe, expect, test } from '@jest/globals';

import { knownMicroversions } from '../../src/codegen/known-microversions';
import type { Contract, Expectation, Sample } from '../../src/model/contracts/contract';
import { formatMicroversion, parseMicroversion } from '../../src/model/versions/microversion';
import { createJsonSource } from '../../src/text/json/json-source';
import { contractOf } from './contract-of';

const CONTRACT = contractOf('servers.show', { '-2.3': 'a.json', '2.4-': 'b.json' });

function known(
  contracts: readonly Contract[],
  samples: readonly Sample[] = [],
  base?: string,
): readonly string[] {
  const baseMicroversion = parseMicroversion(base ?? '');
  return knownMicroversions({
    contracts,
    samples,
    ...(baseMicroversion === undefined ? {} : { baseMicroversion }),
  }).map(formatMicroversion);
}

function sampleAt(folder: string | undefined, value: unknown = {}, expects: Expectation = 'valid'): Sample {
  const microversion = parseMicroversion(folder ?? '');
  const place = { file: 'contracts.yaml' };
  return {
    path: 'a.json',
    document: {
      source: createJsonSource('a.json', JSON.stringify(value)),
      kind: 'sample',
      origin: 'samples',
      value,
      problems: [],
    },
    claims: [{ contract: CONTRACT, pattern: { pattern: 'a.json', expect: expects, place }, versions: [] }],
    ...(microversion === undefined ? {} : { folder: microversion }),
  };
}

function versionsOf(oldest: string, newest: string): object {
  return { version: { id: 'v2.1', status: 'CURRENT', links: [], min_version: oldest, version: newest } };
}

describe('knownMicroversions', () => {
  test.each<[because: string, expected: readonly string[], actual: readonly string[]]>([
    ['none for an empty project', [], known([])],
    ['all between the bounds of ranges', ['2.3', '2.4'], known([CONTRACT])],
    ['all from the base microversion on', ['2.1', '2.2', '2.3', '2.4'], known([CONTRACT], [], '2.1')],
    ['all up to the newest sample', ['2.3', '2.4', '2.5', '2.6'], known([CONTRACT], [sampleAt('2.6')])],
    [
      'those at which an operation exists',
      ['2.7', '2.8'],
      known([contractOf('a', { '-': 'a.json' }, '2.7-2.8')]),
    ],
    ['them in numeric order', ['2.9', '2.10', '2.11'], known([], [sampleAt('2.11'), sampleAt('2.9')])],
    [
      'those of each major version separately',
      ['1.2', '1.3', '2.4'],
      known(
        [],
        ['1.3', '2.4', '1.2'].map((at) => sampleAt(at)),
      ),
    ],
    [
      'those that a versions document among the samples states',
      ['2.2', '2.3', '2.4', '2.5'],
      known([CONTRACT], [sampleAt(undefined, versionsOf('2.2', '2.5'))]),
    ],
    [
      'none before the oldest one that a versions document states',
      ['2.3', '2.4'],
      known([CONTRACT], [sampleAt(undefined, versionsOf('2.3', '2.3'))], '2.0'),
    ],
    [
      'none from a versions document that is wrong on purpose',
      ['2.3', '2.4'],
      known([CONTRACT], [sampleAt(undefined, versionsOf('2.1', '2.9'), 'invalid')]),
    ],
    [
      'only the named ones, where they are far apart',
      ['2.1', '2.99999'],
      known([contractOf('a', { '2.1-2.99999': 'a.json' })]),
    ],
  ])('has %s', (_, expected, actual) => {
    expect(actual).toEqual(expected);
  });
});
