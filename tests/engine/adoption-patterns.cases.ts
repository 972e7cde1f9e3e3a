import { describe, expect, test } from '@jest/globals';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { check } from '../../src/engine/check';
import { tempFolder } from '../temp-folder';

const TREES = join(__dirname, '../fixtures/adoption');

/** What is checked and found in a copy of a tree in which some files are replaced. */
async function checked(tree: string, replaced: Readonly<Record<string, string>> = {}) {
  const cwd = tempFolder();
  cpSync(join(TREES, tree), cwd, { recursive: true });
  for (const [path, text] of Object.entries(replaced)) writeFileSync(join(cwd, path), text);
  const { findings, summary } = await check({ cwd });
  return {
    contracts: summary.contracts,
    samples: summary.samples,
    wrongOnPurpose: summary.wrongOnPurpose?.length,
    findings: findings.map(({ ruleId, file }) => `${ruleId} ${file}`),
  };
}

describe.each([
  [
    'cyclonedx',
    { contracts: 2, samples: 8, wrongOnPurpose: 4 },
    'tools/1.5/valid-bom-1.5.json',
    '{ "bomFormat": "CycloneDX" }\n',
    'tools/1.4/invalid-license-1.4.json',
    '{ "bomFormat": "CycloneDX", "specVersion": "1.4" }\n',
  ],
  [
    'nova',
    { contracts: 3, samples: 8, wrongOnPurpose: 3 },
    'doc/api_samples/servers/v2.96/show-resp.json',
    '{}\n',
    'doc/api_samples/servers/v2.96/show-wrong-id.json',
    '{ "id": "1", "locked": true }\n',
  ],
])('the tree %s', (tree, size, right, bad, wrong, good) => {
  test('has no findings', async () => {
    expect(await checked(tree)).toEqual({ ...size, findings: [] });
  });

  test('has a finding per wrong sample, and per sample that passes although it must fail', async () => {
    expect(await checked(tree, { [right]: bad, [wrong]: good })).toEqual({
      ...size,
      findings: [`sample-fails-as-expected ${wrong}`, `sample-matches-schema ${right}`].toSorted((a, b) =>
        (a.split(' ')[1] ?? '').localeCompare(b.split(' ')[1] ?? ''),
      ),
    });
  });
});
