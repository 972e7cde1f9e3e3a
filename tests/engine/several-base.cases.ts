import { expect, test } from '@jest/globals';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { check } from '../../src/engine/check';
import { commitAll, git, gitProject } from '../project/git/git-project';

/** A versions document with these versions. */
function versions(...ids: readonly string[]) {
  return {
    versions: ids.map((id, at) => ({
      id,
      status: at === ids.length - 1 ? 'CURRENT' : 'SUPPORTED',
      version: '',
      min_version: '',
      links: [{ rel: 'self', href: `http://openstack.example.com/${id}/` }],
    })),
  };
}

const MANIFEST = { contracts: { versions: { schema: 'any.json', samples: 'versions.json' } } };

function filesOf(name: string, rules: object = {}) {
  return {
    [`${name}/contracts.json`]: { ...MANIFEST, rules: { 'collection-link': 'off', ...rules } },
    [`${name}/schemas/any.json`]: { type: 'object' },
    [`${name}/api_samples/versions.json`]: versions('v2.0', 'v2.1'),
  };
}

/** Three services, of which the first retires a version in a commit with these lines. */
function retiring(lines: readonly string[], rules: object = {}): string {
  const cwd = gitProject({
    'contracts.json': { manifests: ['*/contracts.json'] },
    ...filesOf('a', rules),
    ...filesOf('b'),
    ...filesOf('c'),
  });
  git(cwd, 'switch', '--quiet', '--create', 'topic');
  writeFileSync(join(cwd, 'a/api_samples/versions.json'), `${JSON.stringify(versions('v2.1'))}\n`);
  commitAll(cwd, ['Retire v2.0', '', ...lines].join('\n'));
  return cwd;
}

async function compared(cwd: string) {
  const notes: string[] = [];
  const { findings, summary, verdicts } = await check({
    cwd,
    base: 'main',
    onNote: (note) => notes.push(note.replace(/[0-9a-f]{10}/, 'HASH')),
  });
  const inVerdicts = verdicts.flatMap((verdict) => (verdict.group === 'rule' ? verdict.findings : []));
  expect(inVerdicts.filter(({ ruleId }) => ruleId === 'declared-breaks-used')).toHaveLength(
    findings.filter(({ ruleId }) => ruleId === 'declared-breaks-used').length,
  );
  return {
    findings: findings.map(
      ({ manifest, ruleId, message }) => `${manifest} ${ruleId} ${message.replace(/[0-9a-f]{10}/, 'HASH')}`,
    ),
    warnings: [summary.findings.warning, ...(summary.manifests ?? []).map((row) => row.findings.warning)],
    allowed: summary.base?.allowed.map(({ ruleId, subject }) => `${ruleId} ${subject}`),
    notes,
    notChecked: summary.notChecked.find(({ what }) => what === 'comparisons with the base')?.items,
  };
}

const USED = 'Samplegate-Allow: ids-stay v2.0: no client has used it since 2024';

test('a declared break that one manifest uses is not unused in the others, and the base is said once', async () => {
  expect(await compared(retiring([USED]))).toEqual({
    findings: [],
    warnings: [0, 0, 0, 0],
    allowed: ['ids-stay v2.0'],
    notes: ['base HASH, named as `main`'],
  });
});

test('a line that no manifest uses is reported once', async () => {
  const lines = [USED, 'Samplegate-Allow: ids-stay v3: gone', 'Samplegate-Allow: nothing'];
  const { findings, warnings } = await compared(retiring(lines));
  expect(findings).toEqual([
    'a/contracts.json declared-breaks-used commit HASH has the line `Samplegate-Allow: ids-stay v3: gone`, but ids-stay reports nothing about `v3`: remove the line, or fix it',
    'a/contracts.json declared-breaks-used commit HASH has the line `Samplegate-Allow: nothing`, but the form is `RULE SUBJECT: REASON`: it allows nothing without all three',
  ]);
  expect(warnings).toEqual([2, 2, 0, 0]);
});

test('a manifest that turns the rule off uses its lines all the same', async () => {
  expect((await compared(retiring([USED], { 'declared-breaks-used': 'off' }))).findings).toEqual([]);
});

test('what cannot be compared is said once', async () => {
  const cwd = retiring([]);
  rmSync(join(cwd, 'b/api_samples/versions.json'));
  git(cwd, 'switch', '--quiet', '--discard-changes', 'main');
  const { notes, notChecked } = await compared(cwd);
  expect(notChecked?.map((item) => item.replace(/[0-9a-f]{10}/, 'HASH'))).toEqual([
    'base HASH is HEAD: nothing to compare with but uncommitted changes',
  ]);
  expect(notes).toHaveLength(1);
});

test('a changed list brings all manifests', async () => {
  const cwd = retiring([]);
  expect((await check({ cwd, changed: 'HEAD' })).summary.samples).toBe(0);
  writeFileSync(join(cwd, 'contracts.json'), '{ "manifests": ["a/*.json", "b/*.json"] }');
  expect((await check({ cwd, changed: 'HEAD' })).summary.samples).toBe(2);
});
