import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { check } from '../../src/engine/check';
import { brief } from './brief';

const TREES = join(__dirname, '../fixtures/adoption');

/** The samples that passed, the findings with their part, and the contracts of a tree. */
async function checkTree(name: string) {
  const { verdicts, findings } = await check({ cwd: join(TREES, name), cache: false });
  return {
    passed: verdicts
      .filter(({ group, findings: own }) => group === 'sample' && own.length === 0)
      .map(({ name: sample, contract = '' }) => `${sample}: ${contract}`),
    findings: findings.map((finding) => `${finding.part ?? ''}| ${brief(finding)}`),
  };
}

test.each(['image-spec', 'messages', 'resume'])('the tree %s', async (name) => {
  expect(await checkTree(name)).toEqual(EXPECTED[name]);
});

const EXPECTED: Readonly<Record<string, Awaited<ReturnType<typeof checkTree>>>> = {
  'image-spec': {
    passed: ['config.md (block 1): config', 'more/index.md (block 1): index'],
    findings: [
      'block 3| config.md 22:21-22:28 error sample-matches-schema /architecture expected one of "amd64", "arm64", got "sparc"',
      'block 3| config.md 24:26-24:27 error sample-matches-schema /env/1 expected a string, got 7: put it in quotes',
      'block 2| more/index.md 10:13-10:18 error sample-matches-schema /manifests/0/size expected an integer, got "large"',
      'block 3| more/index.md 14:17-14:17 error json-well-formed the array that starts on line 14 is not closed: expected `]`, got the end of the text {sample-judged}',
    ],
  },
  messages: {
    passed: [
      'channel.invalid.json#/0: channel',
      'channel.invalid.json#/1: channel',
      'channel.valid.json#/0: channel',
      'channel.valid.json#/1: channel',
      'trace.ndjson (line 1): trace',
      'trace.ndjson (line 5): trace',
    ],
    findings: [
      '#/2| test/channel.invalid.json 4:3-4:4 error sample-fails-as-expected expected an invalid sample, but channel.json accepts it: make the schema reject it, or remove `expect: invalid` (contracts.yaml 8:17 channel expects it to be invalid)',
      '#/2| test/channel.valid.json 4:25-4:32 error sample-matches-schema /titel unknown property "titel": did you mean "title"?',
      'line 2| test/trace.ndjson 2:24-2:28 error sample-matches-schema /title expected a string, got null: to allow null, add "null" to the type',
      'line 3| test/trace.ndjson 3:12-3:12 error json-well-formed the object that starts on line 3 is not closed: expected a value, got the end of the text {sample-judged}',
    ],
  },
  resume: {
    passed: ['basics.json#/valid: basics', 'work.yaml#/none: work'],
    findings: [
      '#/emptyName| test/basics.json 3:26-3:28 error sample-matches-schema /name expected at least 1 character, got an empty string',
      '#/first| test/work.yaml 3:14-3:18 error sample-matches-schema /1/start expected a string, got 2005: put it in quotes',
      '#/again| test/work.yaml 4:8-4:14 error sample-matches-schema /1/start expected a string, got 2005: put it in quotes (test/work.yaml 3:14 written at the anchor `&first`)',
    ],
  },
};
