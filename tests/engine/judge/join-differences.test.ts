import { expect, test } from '@jest/globals';

import { check } from '../../../src/engine/check';
import { judgeProject } from '../check-made';
import { fetchProject } from '../../../src/engine/fetch/fetch-project';
import { joinDifferences } from '../../../src/engine/judge/join-differences';
import type { MergedReport } from '../../../src/engine/judge/merge-reports';
import { openProject } from '../../../src/engine/open/open-project';
import type { Place, Token } from '../../../src/model/place';
import type { Severity } from '../../../src/model/severity';
import type { AnyRule, SubjectKind } from '../../../src/rules/rule';
import { brief } from '../brief';
import { answer, madeService } from '../made-service';
import { tempProject } from '../temp-project';

const SAMPLE = { id: 'a', name: 'web', tags: ['x'] };

/** What is said of this response beside that sample, which the schema accepts. */
async function said(response: unknown): Promise<readonly string[]> {
  const cwd = tempProject({
    'contracts.json': {
      contracts: { a: { schema: 'a.json', samples: 'a.json', live: { request: 'GET /a' } } },
    },
    'schemas/a.json': {
      type: 'object',
      required: ['id', 'name'],
      additionalProperties: false,
      properties: { id: { type: 'string' }, name: { type: 'string' }, tags: { type: 'array' } },
    },
    'api_samples/a.json': SAMPLE,
  });
  expect((await check({ cwd })).findings).toEqual([]);
  const project = openProject({ cwd });
  const fetched = await fetchProject(project, madeService([answer('/a', response)]).live);
  return judgeProject(project, { fetched }).findings.map(brief);
}

const A = 'http://cloud/compute/a';

test.each<readonly [title: string, response: unknown, expected: readonly string[]]>([
  [
    'a value that breaks the schema',
    { ...SAMPLE, name: 7 },
    [
      `${A} 1:18-1:19 error sample-matches-schema /name 7 is a number; the schema wants a string: put it in quotes {sample-matches-response} (api_samples/a.json 1:18 what the sample documents)`,
    ],
  ],
  [
    'a required key that is missing',
    { id: 'a', tags: ['x'] },
    [
      `${A} 1:1-1:2 error sample-matches-schema '' the required key "name" is missing {sample-matches-response} (api_samples/a.json 1:11 what the sample documents)`,
    ],
  ],
  [
    'a required key that is misspelt',
    { id: 'a', nam: 'web', tags: ['x'] },
    [
      `${A} 1:11-1:16 error sample-matches-schema /nam unknown key "nam", and the required "name" is missing: rename it {required, sample-matches-response} (api_samples/a.json 1:11 what the sample documents)`,
    ],
  ],
  [
    'a key that the schema does not know',
    { ...SAMPLE, more: 1 },
    [
      `${A} 1:37-1:43 error sample-matches-schema /more unknown key "more": the schema allows only id, name, tags {sample-matches-response} (api_samples/a.json 1:1 what the sample documents)`,
    ],
  ],
])(
  '%s is one finding at the response, which names the place in the sample',
  async (_, response, expected) => {
    expect(await said(response)).toEqual(expected);
  },
);

test('what breaks no contract differs from the sample alone, and is placed there', async () => {
  expect(await said({ id: 'b', name: 'web' })).toEqual([
    `api_samples/a.json 1:7-1:10 error sample-matches-response /id the service sends "b", but the sample documents "a": if the value may vary, add $.id to "ignore:" (${A} 1:7 the service's value)`,
    `api_samples/a.json 1:24-1:30 error sample-matches-response /tags the service leaves out the key "tags", which the sample documents (${A} 1:1 the service's object)`,
  ]);
});

function report(subject: SubjectKind, severity: Severity, at: Place, related?: Place): MergedReport {
  const rule: AnyRule = { id: subject, subject, severity, summary: '', check: () => [] };
  const others = related === undefined ? {} : { related: [{ at: related, message: '' }] };
  return { rule, severity, message: '', at, also: [], ...others };
}

function place(file: string, pointer: string, token: Token = 'value'): Place {
  return { file, pointer, token };
}

const DIFFERENCE = report('comparison', 'error', place('s', '/a'), place('r', '/b'));

/** The rules that are left, each with its severity and who else said it. */
function left(...reports: readonly MergedReport[]): readonly string[] {
  return joinDifferences(reports).map(({ rule, severity, also }) =>
    [rule.id, severity, ...also.map(({ ruleId }) => ruleId)].join(' '),
  );
}

test.each<readonly [title: string, other: MergedReport, expected: readonly string[]]>([
  [
    'a warning at the token takes over the severity',
    report('versions', 'warning', place('r', '/b')),
    ['versions error comparison'],
  ],
  [
    'an info does not speak for an error',
    report('versions', 'info', place('r', '/b')),
    ['versions info', 'comparison error'],
  ],
  [
    'another token is another cause',
    report('versions', 'error', place('r', '/c')),
    ['versions error', 'comparison error'],
  ],
  [
    'the key is another cause than its value',
    report('versions', 'error', place('r', '/b', 'key')),
    ['versions error', 'comparison error'],
  ],
  [
    'the same place in another document is another cause',
    report('versions', 'error', place('x', '/b')),
    ['versions error', 'comparison error'],
  ],
  [
    'the place in the sample is another cause',
    report('versions', 'error', place('s', '/a')),
    ['versions error', 'comparison error'],
  ],
  [
    'a whole response is another cause',
    report('exchange', 'error', { file: 'r' }),
    ['exchange error', 'comparison error'],
  ],
  [
    'another difference is another difference',
    { ...DIFFERENCE, message: 'other' },
    ['comparison error', 'comparison error'],
  ],
])('%s', (_, other, expected) => {
  expect(left(other, DIFFERENCE)).toEqual(expected);
});

test('a difference is told by one report alone, where two are at its token', () => {
  const law = report('versions', 'error', place('r', '/b'));
  expect(left(law, { ...law }, DIFFERENCE)).toEqual(['versions error comparison', 'versions error']);
});

test('without a difference nothing is touched', () => {
  const reports = [report('versions', 'error', place('r', '/b'))];
  expect(joinDifferences(reports)).toBe(reports);
});
