import { expect, test } from '@jest/globals';

import { check } from '../../src/engine/check';
import { brief } from './brief';
import { tempProject } from './temp-project';

const contracts = 'contracts: { a: { schema: a.yaml, samples: a.json } }\n';

test.each([
  ['draft-04', 'error'],
  ['2020-12', 'warning'],
])('a version without quotes that equals another one is one finding in %s', async (dialect, severity) => {
  const uri =
    dialect === '2020-12'
      ? 'https://json-schema.org/draft/2020-12/schema'
      : `http://json-schema.org/${dialect}/schema#`;
  const cwd = tempProject({
    'contracts.yaml': contracts,
    'schemas/a.yaml': `$schema: "${uri}"\nproperties:\n  v:\n    enum: [2.1, 2.10]\n`,
    'api_samples/a.json': '{"v": 2.1}\n',
  });
  const { findings } = await check({ cwd });
  expect(findings.map(brief)).toEqual([
    `schemas/a.yaml 4:17-4:21 ${severity} schema-values-typed /properties/v/enum/1 2.10 without quotes is the number 2.1: write "2.10"${severity === 'error' ? ' {schema-is-valid}' : ''}`,
  ]);
});

test('a pattern that cannot be read is not checked, also where its rule is off', async () => {
  const files = {
    'schemas/a.yaml': 'properties: { v: { type: string, pattern: "(?i)abc" } }\n',
    'api_samples/a.json': '{"v": "x"}\n',
  };
  const left = {
    what: 'patterns that cannot be read',
    one: 'pattern that cannot be read',
    items: ['schemas/a.yaml: (?i)abc'],
  };
  const off = tempProject({
    'contracts.yaml': `${contracts}rules: { schema-patterns-compile: off }\n`,
    ...files,
  });
  const on = tempProject({ 'contracts.yaml': contracts, ...files });
  expect((await check({ cwd: off })).summary.notChecked).toEqual([left]);
  expect((await check({ cwd: on })).summary.notChecked).toEqual([]);
});
