import { describe, expect, test } from '@jest/globals';

import { openProject } from '../../src/engine/open/open-project';
import type { CheckResult } from '../../src/model/findings/check-result';
import { checkMade, judgeProject } from './check-made';
import { answer, madeService } from './made-service';
import { tempProject } from './temp-project';

const FILES = {
  'contracts.yaml': `
base_microversion: '2.1'
samples: .
contracts:
  show:
    ranges:
      - { max_version: '2.8', schema: show.json }
      - { min_version: '2.9', schema: show.json }
    samples: ['show.json', 'v2.9/show.json']
  any:
    schema: show.json
    samples: 'v2.9/show.json'
  gone:
    schema: show.json
    samples: gone.json
`,
  'schemas/show.json': { properties: { id: { type: 'string' }, name: { type: 'string' } } },
  'show.json': { id: 1 },
  'v2.9/show.json': '{"id": 1, "id": 1}',
};

function rows({ findings }: CheckResult, rules: readonly string[]): readonly string[] {
  return findings
    .filter(({ ruleId }) => rules.includes(ruleId))
    .map(({ ruleId, file, contract, microversion }) => [ruleId, file, contract, microversion].join(' | '));
}

function fingerprints({ findings }: CheckResult): readonly string[] {
  return findings.map(({ fingerprint }) => fingerprint);
}

describe('a finding has the contract and the microversion', () => {
  const result = judgeProject(openProject({ cwd: tempProject(FILES) }));

  test('of the sample, from rules about contracts and about texts', () => {
    expect(rows(result, ['sample-matches-schema', 'keys-unique'])).toEqual([
      'sample-matches-schema | show.json | show | 2.1',
      'keys-unique | v2.9/show.json | show, any | 2.9',
      'sample-matches-schema | v2.9/show.json | show, any | 2.9',
    ]);
  });

  test('of the entry in the manifest', () => {
    expect(rows(result, ['pattern-has-sample', 'ranges-differ'])).toEqual([
      'ranges-differ | contracts.yaml | show | ',
      'pattern-has-sample | contracts.yaml | gone | ',
    ]);
  });
});

test('equal violations of a sample by several contracts are one finding, of only those that are broken', () => {
  const files = {
    'contracts.json': {
      samples: '.',
      contracts: {
        loose: { schema: 'loose.json', samples: 'a.json' },
        strict: { schema: 'strict.json', samples: 'a.json' },
      },
    },
    'schemas/loose.json': { type: 'object', required: ['id'] },
    'schemas/strict.json': { properties: { id: { type: 'string' } } },
    'a.json': { id: 1 },
  };
  const result = judgeProject(openProject({ cwd: tempProject(files) }));
  expect(rows(result, ['sample-matches-schema'])).toEqual(['sample-matches-schema | a.json | strict | ']);
});

describe('a finding in a response', () => {
  const files = {
    'contracts.json': {
      service: 'compute',
      base_microversion: '2.1',
      contracts: {
        show: {
          schema: 'show.json',
          live: [{ request: 'GET /servers/${SAMPLEGATE_SERVER}', microversion: '2.9' }],
        },
      },
    },
    'schemas/show.json': { properties: { id: { type: 'string' } } },
    'api_samples/a.json': {},
  };

  async function checked(id: string, name: string): Promise<CheckResult> {
    const { live } = madeService([answer(`/servers/${id}`, { id: 1 })], { env: { SAMPLEGATE_SERVER: id } });
    return checkMade(openProject({ cwd: tempProject(files) }), live, name === '' ? {} : { target: name });
  }

  test('has the contract and the microversion of its request', async () => {
    expect(rows(await checked('7', ''), ['sample-matches-schema'])).toEqual([
      'sample-matches-schema | http://cloud/compute/servers/7 at 2.9 | show | 2.9',
    ]);
  });

  test('is known by its request as the manifest writes it, and by its target in a run over several', async () => {
    const seven = fingerprints(await checked('7', ''));
    expect(seven.length).toBeGreaterThan(0);
    expect(fingerprints(await checked('8', ''))).toEqual(seven);
    expect(fingerprints(await checked('7', 'west'))).not.toEqual(seven);
    expect(fingerprints(await checked('8', 'west'))).toEqual(fingerprints(await checked('7', 'west')));
  });
});

test('a result lists its rules with their severity in this run and their help', () => {
  const files = {
    'contracts.json': {
      rules: { 'final-newline': 'error', 'id-form': 'off' },
      contracts: { any: { schema: 'any.json', samples: '*.json' } },
    },
    'schemas/any.json': true,
    'api_samples/a.json': {},
  };
  const { rules } = judgeProject(openProject({ cwd: tempProject(files) }));
  expect(rules.find(({ id }) => id === 'final-newline')).toEqual({
    id: 'final-newline',
    severity: 'error',
    summary: expect.stringMatching(/^\S.+\.$/),
    url: 'docs/rules.md#final-newline',
    help: expect.stringMatching(/^\*\*Claims\*\*[^]+\*\*Off:\*\* `rules: \{ final-newline: off \}`/),
  });
  expect(rules.map(({ id }) => id)).not.toContain('id-form');
});
