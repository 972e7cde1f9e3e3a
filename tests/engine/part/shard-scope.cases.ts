import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';

import { check } from '../../../src/engine/check';
import type { CheckResult } from '../../../src/model/findings/check-result';
import { tempProject } from '../temp-project';

const PROJECTS = join(__dirname, '../../fixtures/projects');

async function partsOf(cwd: string, count: number): Promise<readonly CheckResult[]> {
  const parts: CheckResult[] = [];
  for (let index = 1; index <= count; index += 1) parts.push(await check({ cwd, shard: { index, count } }));
  return parts;
}

/** The findings of all parts, each once: if samples of two parts use a schema, both parts report its findings. */
function findingsOf(results: readonly CheckResult[]): readonly string[] {
  return [
    ...new Set(results.flatMap(({ findings }) => findings.map((finding) => JSON.stringify(finding)))),
  ].sort();
}

function totals(results: readonly CheckResult[]) {
  const sum = (count: (result: CheckResult) => number) =>
    results.reduce((total, result) => total + count(result), 0);
  const items = results.flatMap(({ summary }) =>
    summary.notChecked.flatMap(({ what, items: left }) => left.map((item) => `${what}: ${item}`)),
  );
  return {
    samples: sum(({ summary }) => summary.samples),
    contracts: sum(({ summary }) => summary.contracts),
    documents: sum(({ summary }) => summary.documents),
    wrongOnPurpose: results.flatMap(({ summary }) => summary.wrongOnPurpose ?? []).sort(),
    judged: results
      .flatMap(({ verdicts }) => verdicts.flatMap(({ group, name }) => (group === 'sample' ? [name] : [])))
      .sort(),
    notChecked: items.sort(),
  };
}

const CHECKED = [
  '../../..',
  'remarks',
  'servers-right',
  'servers-wrong',
  'service',
  'types',
  'warnings',
  'weak',
  '../rules/facts-agree/wrong',
  '../rules/sample-shape-in-range/wrong',
];

describe.each(CHECKED)('the parts of %s', (name) => {
  const cwd = join(PROJECTS, name);

  test.each([2, 5])(
    '%i of them together find the same as one run, and judge each sample once',
    async (count) => {
      const whole = await check({ cwd });
      const parts = await partsOf(cwd, count);
      expect(findingsOf(parts)).toEqual(findingsOf([whole]));
      expect(totals(parts)).toEqual(totals([whole]));
    },
  );
});

test('parts have equal sizes, and the samples of one contract stay together', async () => {
  const names = ['a', 'b', 'c', 'd'];
  const cwd = tempProject({
    'contracts.json': {
      contracts: Object.fromEntries(
        names.map((name) => [name, { schema: 'any.json', samples: `${name}/*.json` }]),
      ),
    },
    'schemas/any.json': { type: 'object' },
    ...Object.fromEntries(
      names.flatMap((name) => [1, 2].map((n) => [`api_samples/${name}/${n}.json`, { n }] as const)),
    ),
  });
  const parts = await partsOf(cwd, 2);
  expect(
    parts.map(({ verdicts, summary }) => [
      summary.contracts,
      verdicts.filter(({ group }) => group === 'sample').map((verdict) => verdict.name),
    ]),
  ).toEqual([
    [2, ['a/1.json', 'a/2.json', 'b/1.json', 'b/2.json']],
    [2, ['c/1.json', 'c/2.json', 'd/1.json', 'd/2.json']],
  ]);
});

test('a project without samples fails in every part', async () => {
  const cwd = tempProject({
    'contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json' } } },
    'schemas/a.json': { type: 'object' },
    'api_samples/README.md': '',
  });
  const rules = (await partsOf(cwd, 2)).map(({ findings }) => findings.map(({ ruleId }) => ruleId));
  expect(rules.map((ids) => ids.includes('project-has-documents'))).toEqual([true, true]);
});

test.each([
  [0, 2],
  [3, 2],
  [1.5, 2],
  [1, 0],
])('there is no part %d of %d', async (index, count) => {
  await expect(check({ cwd: join(PROJECTS, 'service'), shard: { index, count } })).rejects.toThrow(
    `there is no part ${index} of ${count}`,
  );
});

test('changed and shard cannot be combined', async () => {
  const asked = { cwd: join(PROJECTS, 'service'), changed: 'HEAD', shard: { index: 1, count: 2 } };
  await expect(check(asked)).rejects.toThrow('`changed` and `shard` cannot be combined: omit one of them');
});
