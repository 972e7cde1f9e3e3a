import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { transcribe } from './scenario';
import { folderOf } from './scenario-folder';
import { SCENARIOS } from './scenarios';

const GOLDEN = join(__dirname, '../golden/cli');

test.each(SCENARIOS)('$name', async (scenario) => {
  const path = join(GOLDEN, `${scenario.name}.txt`);
  const transcript = await transcribe(scenario.steps, folderOf(scenario));
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, transcript);
  expect(transcript).toBe(readFileSync(path, 'utf8'));
});

test('every golden file is of a scenario', () => {
  expect(readdirSync(GOLDEN).toSorted()).toEqual(SCENARIOS.map(({ name }) => `${name}.txt`).toSorted());
});
