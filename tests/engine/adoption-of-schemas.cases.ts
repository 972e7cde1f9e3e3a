import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { check } from '../../src/engine/check';
import { brief } from './brief';

const TREES = join(__dirname, '../fixtures/adoption');

test.each(['webhooks', 'advisories'])('the tree %s', async (name) => {
  const { verdicts, findings } = await check({ cwd: join(TREES, name) });
  expect({
    passed: verdicts
      .filter(({ group, findings: own }) => group === 'sample' && own.length === 0)
      .map(({ name: sample, contract = '' }) => `${sample}: ${contract}`),
    findings: findings.map(brief),
  }).toEqual(EXPECTED[name]);
});

test.each(readdirSync(TREES))('the tree %s has a manifest of at most ten lines', (name) => {
  const lines = readFileSync(join(TREES, name, 'contracts.yaml'), 'utf8')
    .trimEnd()
    .split('\n');
  expect(lines.length).toBeLessThanOrEqual(10);
});

const EXPECTED: Readonly<Record<string, unknown>> = {
  webhooks: {
    passed: [
      'hub/issue/closed.payload.json: issue.closed',
      'hub/issue/opened.payload.json: issue.opened',
      'hub/ping/payload.json: ping',
    ],
    findings: [
      'payload-examples/hub/issue/opened.with-bot.payload.json 5:14-5:22 error sample-matches-schema /issue/state expected one of "open", "closed", got "opened": did you mean "open"?',
      'payload-examples/hub/issue/opened.with-bot.payload.json 13:11-13:14 error sample-matches-schema /sender/id expected an integer, got "2": remove the quotes',
    ],
  },
  advisories: {
    passed: ['invalid/no-title.json: advisory', 'valid/both.json: advisory'],
    findings: [
      'test/invalid/right.json 1:1-1:1 error sample-fails-as-expected expected an invalid sample, but spec/schemas/advisory.json accepts it: make the schema reject it, or remove `expect: invalid` (contracts.yaml 9:39 advisory expects it to be invalid)',
      'test/valid/too-high.json 6:15-6:19 error sample-matches-schema /scores/0/base expected at most 10, got 10.5 (checked against "score-v3.json?20211103", alternative 2 of 2)',
    ],
  },
};
