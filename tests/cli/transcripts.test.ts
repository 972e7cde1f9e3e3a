import { afterAll, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { transcribe, type Scenario } from './scenario';
import { SCENARIOS } from './scenarios';

const PROJECTS = join(__dirname, '../fixtures/projects');
const GOLDEN = join(__dirname, '../golden/cli');
const copies: string[] = [];

afterAll(() => {
  for (const folder of copies) rmSync(folder, { recursive: true });
});

function folderOf({ project = '.', copy = false }: Scenario): string {
  if (!copy) return join(PROJECTS, project);
  const folder = mkdtempSync(join(tmpdir(), 'samplegate-cli-'));
  copies.push(folder);
  cpSync(join(PROJECTS, project), folder, { recursive: true });
  return folder;
}

test.each(SCENARIOS)('$name', async (scenario) => {
  const path = join(GOLDEN, `${scenario.name}.txt`);
  const transcript = await transcribe(scenario.steps, folderOf(scenario));
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, transcript);
  expect(transcript).toBe(readFileSync(path, 'utf8'));
});

test('every golden file is of a scenario', () => {
  expect(readdirSync(GOLDEN).toSorted()).toEqual(SCENARIOS.map(({ name }) => `${name}.txt`).toSorted());
});
