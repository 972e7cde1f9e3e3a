import { expect, test } from '@jest/globals';

import { check } from '../../../src/engine/check';
import { openProject } from '../../../src/engine/open/open-project';
import type { CoverageMatrix } from '../../../src/model/findings/coverage-matrix';
import { planProject } from '../../../src/engine/plan-project';
import { checkMade } from '../check-made';
import { answer, madeService } from '../made-service';
import { tempProject } from '../temp-project';

const RANGES = [
  { max_version: '2.2', schema: 'object.json' },
  { min_version: '2.3', max_version: '2.8', schema: 'object.json' },
  { min_version: '2.9', schema: 'named.json' },
];

const cwd = tempProject({
  'contracts.json': {
    base_microversion: '2.1',
    contracts: {
      right: { ranges: RANGES, samples: 'right/{microversion}/a.json' },
      wrong: { ranges: RANGES, samples: 'wrong/{microversion}/*.json' },
      stale: { ranges: RANGES, samples: 'stale/{microversion}/a.json' },
      unsorted: { ranges: RANGES.toReversed(), samples: 'right/{microversion}/a.json' },
      plain: { schema: 'object.json', samples: 'plain.json' },
      live: { schema: 'object.json', live: { request: 'GET /a' } },
      negative: { schema: 'object.json', samples: { path: 'negative.json', expect: 'invalid' } },
      accepted: { schema: 'object.json', samples: { path: 'accepted.json', expect: 'invalid' } },
      vague: { schema: 'vague.json', samples: 'vague.json' },
      broken: { schema: 'broken.json', samples: 'broken.json' },
      unread: { schema: 'object.json', samples: 'unread.json' },
      twice: { schema: 'object.json', samples: 'twice.json' },
      overlapping: {
        ranges: [
          { max_version: '2.5', schema: 'object.json' },
          { min_version: '2.1', schema: 'object.json' },
        ],
        samples: 'overlapping.json',
      },
    },
    rules: { 'sample-matches-schema': 'warning' },
  },
  'schemas/object.json': { type: 'object', required: ['id'] },
  'schemas/named.json': { type: 'object', required: ['name'] },
  'schemas/vague.json': {},
  'schemas/broken.json': { type: 'obect' },
  'api_samples/right/a.json': { id: 1 },
  'api_samples/right/v2.3/a.json': { id: 1 },
  'api_samples/right/v2.9/a.json': { name: 'a' },
  'api_samples/wrong/a.json': { id: 1 },
  'api_samples/wrong/b.json': {},
  'api_samples/wrong/v2.10/a.json': { id: 1 },
  'api_samples/stale/v2.3/a.json': { id: 1 },
  'api_samples/plain.json': { id: 1 },
  'api_samples/negative.json': [],
  'api_samples/accepted.json': { id: 1 },
  'api_samples/vague.json': {},
  'api_samples/broken.json': {},
  'api_samples/unread.json': '{',
  'api_samples/twice.json': '{ "id": 1, "id": 2 }',
  'api_samples/overlapping.json': { id: 1 },
});

/** A line per contract: each range with its coverage, and how many of its samples and responses are wrong. */
function lines(matrix: CoverageMatrix | undefined): readonly string[] {
  return (matrix?.rows ?? []).map(({ contract, ranges }) =>
    [
      contract,
      ...ranges.map(
        ({ min = '', max = '', coverage, samples, responses, wrong }) =>
          `${min}-${max} ${coverage} ${wrong}/${samples}+${responses}`,
      ),
    ].join(', '),
  );
}

test('each range of each contract shows what its samples do, whatever the severity of the rule', async () => {
  const { matrix } = await check({ cwd });
  expect(matrix?.base).toBe('2.1');
  expect(lines(matrix)).toEqual([
    'right, -2.2 right 0/1+0, 2.3-2.8 right 0/1+0, 2.9- right 0/1+0',
    'wrong, -2.2 wrong 1/2+0, 2.3-2.8 no-sample 0/0+0, 2.9- wrong 1/1+0',
    'stale, -2.2 no-sample 0/0+0, 2.3-2.8 right 0/1+0, 2.9- stale 0/0+0',
    'unsorted, -2.2 right 0/1+0, 2.3-2.8 right 0/1+0, 2.9- right 0/1+0',
    'plain, - right 0/1+0',
    'live, - no-sample 0/0+0',
    'negative, - right 0/1+0',
    'accepted, - wrong 1/1+0',
    'vague, - not-checked 0/1+0',
    'broken, - not-checked 0/1+0',
    'unread, - wrong 1/1+0',
    // An error of another rule.
    'twice, - wrong 1/1+0',
    'overlapping, -2.5 not-checked 0/1+0, 2.1- not-checked 0/1+0',
  ]);
});

/** The line of the contract with a live request, whose answer has this body. */
async function lineOfLive(body: unknown): Promise<string | undefined> {
  const { live } = madeService([answer('/a', body)]);
  const { matrix } = await checkMade(openProject({ cwd }), live);
  return lines(matrix).find((line) => line.startsWith('live,'));
}

test('responses count like samples', async () => {
  expect(await lineOfLive({ id: 1 })).toBe('live, - right 0/0+1');
  expect(await lineOfLive({})).toBe('live, - wrong 1/0+1');
});

test('a run over a part of the project has no matrix: samples outside of the part would look missing', async () => {
  expect((await check({ cwd, paths: ['api_samples/plain.json'] })).matrix).toBeUndefined();
  const project = openProject({ cwd });
  expect(planProject(project, { cwd }).collect([]).matrix).toBeDefined();
  expect(planProject(project, { cwd, paths: ['api_samples'] }).collect([]).matrix).toBeUndefined();
  expect((await check({ cwd, shard: { index: 1, count: 2 } })).matrix).toBeUndefined();
});
