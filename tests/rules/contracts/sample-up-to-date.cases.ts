import { describe, expect, test } from '@jest/globals';

import { check } from '../../../src/engine/check';
import { tempProject } from '../../engine/temp-project';
import { findingsOf } from '../rule-fixtures';

describe('sample-up-to-date', () => {
  test('accepts one sample per range', async () => {
    expect(await findingsOf('sample-up-to-date/right')).toEqual([]);
  });

  test('points at a sample that a later range rejects, as info if another sample covers that range', async () => {
    expect(await findingsOf('sample-up-to-date/wrong')).toEqual([
      {
        ruleId: 'sample-up-to-date',
        severity: 'warning',
        message:
          'the sample is from 2.1 and outdated as of 2.55, where flavors/show-v255.json rejects it: record it again at 2.55',
        file: 'api_samples/flavors/flavor-get-resp.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        related: [
          {
            message: 'flavors.show has no sample of this name for 2.55 to 2.60',
            file: 'contracts.yaml',
            pointer: '/contracts/flavors.show/ranges/1/schema',
            start: { line: 6, column: 61 },
            end: { line: 6, column: 83 },
          },
        ],
      },
      {
        ruleId: 'sample-up-to-date',
        severity: 'info',
        message:
          'the sample is from 2.1 and outdated as of 2.55, where flavors/show-v255.json rejects it: record it again at 2.55',
        file: 'api_samples/flavors/flavor-large-get-resp.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        related: [
          {
            message: 'flavors.detail has no sample of this name for 2.55 and later',
            file: 'contracts.yaml',
            pointer: '/contracts/flavors.detail/ranges/1/schema',
            start: { line: 12, column: 40 },
            end: { line: 12, column: 62 },
          },
        ],
      },
    ]);
  });

  test('reports a sample to each of two contracts that have the same schemas', async () => {
    const contract = {
      ranges: [
        { max_version: '2.8', schema: 'old.json' },
        { min_version: '2.9', schema: 'new.json' },
      ],
      samples: 'show.json',
    };
    const cwd = tempProject({
      'contracts.json': { base_microversion: '2.1', contracts: { show: contract, copy: contract } },
      'schemas/old.json': { type: 'object' },
      'schemas/new.json': { type: 'object', required: ['id'] },
      'api_samples/show.json': {},
    });
    const { findings } = await check({ cwd });
    const outdated = findings.filter(({ ruleId }) => ruleId === 'sample-up-to-date');
    expect(outdated.map(({ contract: name }) => name)).toEqual(['show', 'copy']);
  });
});
