import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { checkLaws, type LawsOptions } from '../../src/engine/check-laws';
import { judgePlan } from '../../src/engine/pipeline';
import { planLaws } from '../../src/engine/plan-laws';
import type { VersionsText } from '../../src/engine/open/open-versions-documents';
import { fetchVersions } from '../../src/engine/fetch/fetch-versions';
import { brief } from './brief';
import { answer, BASE, madeService } from './made-service';
import { tempProject } from './temp-project';
import { entry } from './versions-subject';

const SAMPLES = join(__dirname, '../../api_samples/versions');
const NAMES = ['v2-version-get-resp.json', 'v21-version-get-resp.json', 'versions-get-resp.json'];

const shipped = NAMES.map((name) => ({ name, text: readFileSync(join(SAMPLES, name), 'utf8') }));

async function findingsOf(
  documents: readonly VersionsText[],
  options: LawsOptions = {},
): Promise<readonly string[]> {
  const { findings } = await checkLaws({ documents, ...options });
  return findings.filter(({ severity }) => severity !== 'info').map(brief);
}

test('the shipped samples break no law, and their versions are listed', async () => {
  const { findings, verdicts, summary, versions } = await checkLaws({ documents: shipped });
  expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(verdicts.filter(({ group }) => group === 'sample').map(({ name }) => name)).toEqual(NAMES);
  expect(summary).toMatchObject({ contracts: 0, samples: 0, documents: 3, notChecked: [] });
  expect(versions?.map(({ file, id, newest }) => [file, id, newest])).toEqual([
    ['v2-version-get-resp.json', 'v2.0', ''],
    ['v21-version-get-resp.json', 'v2.1', '2.60'],
    ['versions-get-resp.json', 'v2.0', ''],
    ['versions-get-resp.json', 'v2.1', '2.60'],
  ]);
});

test('each document that states a newest microversion is compared with the one in the code', async () => {
  expect(await findingsOf(shipped, { newest: '2.60' })).toEqual([]);
  expect(await findingsOf(shipped, { newest: '2.61' })).toEqual([
    'v21-version-get-resp.json 22:20-22:26 error newest-matches-code /version/version expected the newest microversion to be "2.61" as in the code, got "2.60": update the document',
    'versions-get-resp.json 25:24-25:30 error newest-matches-code /versions/1/version expected the newest microversion to be "2.61" as in the code, got "2.60": update the document',
  ]);
});

test.each(['2', 'v2.61', '2.061', 'latest', ''])('a newest microversion `%s` is rejected', async (newest) => {
  await expect(checkLaws({ documents: shipped, newest })).rejects.toThrow(
    `\`${newest}\` is not a microversion: write it as X.Y, such as 2.61`,
  );
});

test('a check without documents is rejected: it would pass although nothing was checked', async () => {
  await expect(checkLaws({})).rejects.toThrow('nothing was checked: pass versions documents');
});

function showDocument(name: string, status: string): VersionsText {
  const links = '[{"rel": "self", "href": "http://a.example.com/v1/"}]';
  return { name, text: `{"version": {"id": "v1.0", "status": "${status}", "links": ${links}}}\n` };
}

describe('two documents', () => {
  const disagreement =
    'b/x.json 1:38-1:49 error documents-agree /version/status the status of v1.0 is "SUPPORTED" here, but a/x.json has "CURRENT": use the same value in both (a/x.json 1:38 the status of v1.0)';
  const inputs = [showDocument('a/x.json', 'CURRENT'), showDocument('b/x.json', 'SUPPORTED')];

  test.each([
    ['by-folder', []],
    ['by-home', [disagreement]],
    ['one-service', [disagreement]],
  ] as const)('grouped %s are compared if they belong to one service', async (grouping, expected) => {
    expect(await findingsOf(inputs, { grouping })).toEqual(expected);
  });

  test('are grouped by folder by default', async () => {
    expect(await findingsOf(inputs)).toEqual([]);
  });
});

test('a document that is not JSON is a finding, and the laws still apply to the others', async () => {
  const bad = { name: 'bad.json', text: '{"versions": [' };
  const wrong = { name: 'wrong.json', text: '{"versions": []}\n' };
  const { findings, summary } = await checkLaws({ documents: [bad, wrong] });
  expect(findings.map(({ file, ruleId }) => `${file} ${ruleId}`)).toEqual([
    'bad.json json-well-formed',
    'wrong.json versions-some-usable',
  ]);
  expect(summary.documents).toBe(2);
});

test('a document without a known shape is a finding', async () => {
  expect(await findingsOf([{ name: '<stdin>', text: '[]', kind: 'stdin' }])).toEqual([
    expect.stringContaining("<stdin> 1:1-1:3 error versions-envelope ''"),
  ]);
});

test.each([
  ['sample', ['final-newline']],
  ['stdin', []],
  ['response', []],
  ['value', []],
] as const)('the laws about files apply to a %s as expected', async (kind, expected) => {
  const [index] = shipped.slice(-1);
  const { findings } = await checkLaws({
    documents: [{ name: 'x', text: index?.text.trimEnd() ?? '', kind }],
  });
  expect(findings.map(({ ruleId }) => ruleId).filter((id) => id === 'final-newline')).toEqual(expected);
});

test("a given service turns the laws of Compute's own documents on or off", async () => {
  const inputs = shipped
    .slice(1, 2)
    .map(({ name, text }) => ({ name, text: text.replace('2013-07-23T', '2013-02-30T') }));
  const severity = async (service?: string) =>
    (await checkLaws({ documents: inputs, ...(service === undefined ? {} : { service }) })).findings
      .filter(({ ruleId }) => ruleId === 'updated-date-time')
      .map((finding) => finding.severity);
  expect(await severity()).toEqual(['error']);
  expect(await severity('compute')).toEqual(['error']);
  expect(await severity('volume')).toEqual(['warning']);
});

test('the level of a rule can be changed', async () => {
  const options = {
    newest: '2.61',
    rules: { 'newest-matches-code': 'warning', 'final-newline': 'off' },
  } as const;
  const { findings, summary } = await checkLaws({ documents: shipped, ...options });
  expect(findings.map(({ ruleId, severity }) => `${severity} ${ruleId}`)).toEqual(
    expect.arrayContaining(['warning newest-matches-code']),
  );
  expect(summary.rules).toBe((await checkLaws({ documents: shipped })).summary.rules - 1);
});

test('JSON files in a folder that are not versions documents are not checked, and the summary lists them', async () => {
  const cwd = tempProject({ 'docs/versions.json': shipped[2]?.text ?? '', 'docs/flavor.json': { id: 1 } });
  const { findings, summary } = await checkLaws({ cwd, paths: ['docs'] });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(summary).toMatchObject({
    documents: 1,
    notChecked: [{ what: 'files that are not versions documents', items: ['docs/flavor.json'] }],
  });
});

test('a document in memory may be bytes, which must be UTF-8', async () => {
  const text = Buffer.from([0x7b, 0xff, 0x7d]);
  const { findings } = await checkLaws({ documents: [{ name: '<stdin>', text, kind: 'stdin' }] });
  expect(findings.map(({ ruleId, file }) => `${file} ${ruleId}`)).toContain('<stdin> file-utf-8');
});

test('a document that two services lead to is judged and listed once', async () => {
  const range = { version: '2.3', min_version: '2.1' };
  const index = { versions: [entry('v2.1', `${BASE}v2.1/`, range)] };
  const show = { version: entry('v2.1', `${BASE}v2.1/`, { ...range, status: 'SUPORTED' }) };
  const { live } = madeService([answer('/', index), answer('/v2.1/', show)]);
  const versioned = { ...live, target: { name: 'other', url: `${BASE}v2.1/` }, address: `${BASE}v2.1/` };
  const fetched = await Promise.all(
    [live, versioned].map((service) => fetchVersions({ ...service, service: undefined })),
  );
  const { findings, verdicts, versions, summary, live: summed } = judgePlan(planLaws([], {}), fetched);
  expect(
    findings.filter(({ severity }) => severity === 'error').map(({ file, ruleId }) => [file, ruleId]),
  ).toEqual([[`${BASE}v2.1/`, 'status-known']]);
  expect(verdicts.filter(({ group }) => group === 'response').map(({ name, file }) => [name, file])).toEqual([
    ['GET /compute/', BASE],
    ['GET /compute/v2.1/', `${BASE}v2.1/`],
  ]);
  expect(versions?.map(({ file, newest }) => [file, newest])).toEqual([
    [BASE, '2.3'],
    [`${BASE}v2.1/`, '2.3'],
  ]);
  expect(summary).toMatchObject({ samples: 0, documents: 2 });
  expect(summed).toEqual({ requests: 3, answered: 3, oldest: '2.1', newest: '2.3' });
});
