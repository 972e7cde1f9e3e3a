import { expect, test } from '@jest/globals';

import { check } from '../../../src/engine/check';
import { judgeProject } from '../check-made';
import { fetchProject } from '../../../src/engine/fetch/fetch-project';
import { joinDifferences } from '../../../src/engine/judge/join-differences';
import type { MergedReport } from '../../../src/engine/judge/merge-reports';
import { openProject } from '../../../src/engine/open/open-project';
import type { Place, Token } from '../../../src/model/documents/place';
import type { Severity } from '../../../src/model/severity';
import type { AnyRule, SubjectKind } from '../../../src/rules/rule';
import { brief } from '../brief';
import { answer, madeService } from '../made-service';
import { tempProject } from '../temp-project';

const SAMPLE = { id: 'a', name: 'web', tags: ['x'] };

/** The findings about this response. The schema accepts the sample that it is compared with. */
async function findingsOf(response: unknown): Promise<readonly string[]> {
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
      `${A} 1:18-1:19 error sample-matches-schema /name expected a string, got 7: put it in quotes {sample-matches-response} (api_samples/a.json 1:18 the same place in the sample)`,
    ],
  ],
  [
    'a missing required property',
    { id: 'a', tags: ['x'] },
    [
      `${A} 1:1-1:2 error sample-matches-schema '' required property "name" is missing {sample-matches-response} (api_samples/a.json 1:11 the same place in the sample)`,
    ],
  ],
  [
    'a misspelt required property',
    { id: 'a', nam: 'web', tags: ['x'] },
    [
      `${A} 1:11-1:16 error sample-matches-schema /nam unknown property "nam", and required property "name" is missing: rename it {required, sample-matches-response} (api_samples/a.json 1:11 the same place in the sample)`,
    ],
  ],
  [
    'a property that the schema does not have',
    { ...SAMPLE, more: 1 },
    [
      `${A} 1:37-1:43 error sample-matches-schema /more unknown property "more": the schema allows only "id", "name", "tags" {sample-matches-response} (api_samples/a.json 1:1 the same place in the sample)`,
    ],
  ],
])('%s is one finding at the response, with the place in the sample', async (_, response, expected) => {
  expect(await findingsOf(response)).toEqual(expected);
});

test('a difference that breaks no contract is a finding of its own, placed in the sample', async () => {
  expect(await findingsOf({ id: 'b', name: 'web' })).toEqual([
    `api_samples/a.json 1:7-1:10 error sample-matches-response /id the service sends "b", but the sample documents "a": if the value may vary, add $.id to "ignore:" (${A} 1:7 the service's value)`,
    `api_samples/a.json 1:24-1:30 error sample-matches-response /tags the service omits the property "tags", which the sample documents (${A} 1:1 the service's object)`,
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

/** The rules of the reports that are left, each with its severity and the rules merged into it. */
function left(...reports: readonly MergedReport[]): readonly string[] {
  return joinDifferences(reports).map(({ rule, severity, also }) =>
    [rule.id, severity, ...also.map(({ ruleId }) => ruleId)].join(' '),
  );
}

test.each<readonly [title: string, other: MergedReport, expected: readonly string[]]>([
  [
    'the severity of a warning at the token is raised to that of the difference',
    report('versions', 'warning', place('r', '/b')),
    ['versions error comparison'],
  ],
  [
    'an info does not replace an error',
    report('versions', 'info', place('r', '/b')),
    ['versions info', 'comparison error'],
  ],
  [
    'another token has another cause',
    report('versions', 'error', place('r', '/c')),
    ['versions error', 'comparison error'],
  ],
  [
    'the name of a property has another cause than its value',
    report('versions', 'error', place('r', '/b', 'key')),
    ['versions error', 'comparison error'],
  ],
  [
    'the same place in another document has another cause',
    report('versions', 'error', place('x', '/b')),
    ['versions error', 'comparison error'],
  ],
  [
    'the place in the sample has another cause',
    report('versions', 'error', place('s', '/a')),
    ['versions error', 'comparison error'],
  ],
  [
    'a whole response has another cause',
    report('exchange', 'error', { file: 'r' }),
    ['exchange error', 'comparison error'],
  ],
  [
    'another difference stays separate',
    { ...DIFFERENCE, message: 'other' },
    ['comparison error', 'comparison error'],
  ],
])('%s', (_, other, expected) => {
  expect(left(other, DIFFERENCE)).toEqual(expected);
});

test('a difference is joined to only one of two reports at its token', () => {
  const law = report('versions', 'error', place('r', '/b'));
  expect(left(law, { ...law }, DIFFERENCE)).toEqual(['versions error comparison', 'versions error']);
});

test('without differences, the reports are returned as they are', () => {
  const reports = [report('versions', 'error', place('r', '/b'))];
  expect(joinDifferences(reports)).toBe(reports);
});
