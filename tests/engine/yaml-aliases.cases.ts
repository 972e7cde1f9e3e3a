import { expect, test } from '@jest/globals';

import { check } from '../../src/engine/check';
import { usageFindings } from '../../src/reporters/pretty/format-usage-error';
import { UsageError } from '../../src/model/usage-error';
import { brief } from './brief';
import { tempProject } from './temp-project';

const SCHEMA = `x-name: &name { type: string, maxLength: 5 }
x-size: &size
  type: integer
  maxLenght: 5
  pattern: "["
type: object
properties:
  name:
    <<: *name
    description: what it is called
  size: { <<: [*size, *name], maxLength: 9 }
  other: *size
`;

async function findingsIn(files: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const { findings } = await check({ cwd: tempProject(files), cache: false });
  return findings.map(brief);
}

test('merged keywords are checked, and what is wrong behind an alias is found at the alias', async () => {
  const files = {
    'contracts.yaml': 'contracts: { a: { schema: a.yaml, samples: a.json } }\n',
    'schemas/a.yaml': SCHEMA,
    'api_samples/a.json': '{"name": 12345678, "size": "a"}\n',
  };
  expect(await findingsIn(files)).toEqual([
    'api_samples/a.json 1:10-1:18 error sample-matches-schema /name expected a string, got 12345678: put it in quotes',
    'api_samples/a.json 1:28-1:31 error sample-matches-schema /size expected an integer, got "a"',
    'schemas/a.yaml 11:16-11:21 error schema-keywords-known /properties/size/maxLenght "maxLenght" is not a keyword of 2020-12, so it is ignored: did you mean "maxLength"? (schemas/a.yaml 4:3 written at the anchor `&size`) (schemas/a.yaml 12:10 used here too)',
    'schemas/a.yaml 11:16-11:21 error schema-patterns-compile /properties/size/pattern [ is not a regular expression: unterminated character class (schemas/a.yaml 5:12 written at the anchor `&size`) (schemas/a.yaml 12:10 used here too)',
    'schemas/a.yaml 11:16-11:21 warning schema-keywords-apply /properties/size/pattern "pattern" applies only to a string, but the type is an integer, so it is ignored: remove it, or fix the type (schemas/a.yaml 5:3 written at the anchor `&size`) (schemas/a.yaml 12:10 used here too)',
    'schemas/a.yaml 11:31-11:40 warning schema-keywords-apply /properties/size/maxLength "maxLength" applies only to a string, but the type is an integer, so it is ignored: remove it, or fix the type',
  ]);
});

test('in a manifest too', async () => {
  const files = {
    'contracts.yaml': `x: &x { schema: a.json, sample: a.json }
contracts:
  a: { <<: *x, samples: a.json }
  b: { schema: a.json, samples: b.json, min_version: &v 2.10 }
  c: { <<: { schema: a.json }, samples: c.json, min_version: *v }
`,
    'schemas/a.json': { type: 'object', required: ['id'] },
  };
  const failure: unknown = await check({ cwd: tempProject(files) }).catch((error: unknown) => error);
  expect(failure instanceof UsageError ? usageFindings(failure).map(brief) : failure).toEqual([
    expect.stringMatching(/^contracts\.yaml 1:1-1:2 error manifest \/x unknown property "x"/),
    expect.stringMatching(
      /^contracts\.yaml 3:12-3:14 error manifest \/contracts\/a\/sample unknown property "sample".* \(contracts\.yaml 1:25 written at the anchor `&x`\)$/,
    ),
    'contracts.yaml 4:57-4:61 error manifest /contracts/b/min_version 2.10 without quotes is the number 2.1: write "2.10"',
    'contracts.yaml 5:62-5:64 error manifest /contracts/c/min_version 2.10 without quotes is the number 2.1: write "2.10" (contracts.yaml 4:57 written at the anchor `&v`)',
  ]);
});
