import { describe, expect, test } from '@jest/globals';

import { planInit } from '../../src/scaffold/init-plan';
import type { Scaffolded } from '../../src/scaffold/write-manifest';

const LIST = { path: 'schemas/servers/list.json', text: '{}\n' };
const SHOW = { path: 'schemas/servers/show.json', text: '[]\n' };
const MANIFEST = { path: 'contracts.yaml', text: 'contracts: {}\n' };
const SCAFFOLDED: Scaffolded = {
  manifestFile: 'contracts.yaml',
  manifest: MANIFEST.text,
  schemas: [LIST, SHOW],
  contracts: 2,
  ranged: 0,
  notes: '',
};

describe('planInit', () => {
  test.each([
    ['an empty folder: everything, the manifest last', [], { write: [LIST, SHOW, MANIFEST], kept: [] }],
    [
      'files of other names',
      ['package.json', 'api_samples/list.json'],
      { write: [LIST, SHOW, MANIFEST], kept: [] },
    ],
    ['an existing schema', [SHOW.path], { write: [LIST, MANIFEST], kept: [SHOW.path] }],
    ['an existing manifest', ['contracts.yaml', LIST.path], { write: [], kept: ['contracts.yaml'] }],
    ['an existing manifest of the other name', ['contracts.json'], { write: [], kept: ['contracts.json'] }],
    [
      'both manifests',
      ['contracts.json', 'contracts.yaml'],
      { write: [], kept: ['contracts.yaml', 'contracts.json'] },
    ],
  ])('%s', (_, existing, plan) => {
    expect(planInit(SCAFFOLDED, new Set(existing))).toEqual(plan);
  });

  test('writes a JSON manifest under its own name', () => {
    const scaffolded: Scaffolded = {
      ...SCAFFOLDED,
      manifestFile: 'contracts.json',
      manifest: '{}\n',
      schemas: [],
    };
    expect(planInit(scaffolded, new Set())).toEqual({
      write: [{ path: 'contracts.json', text: '{}\n' }],
      kept: [],
    });
  });
});
