import { expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expectGolden } from '../golden';
import { transcribe } from './scenario';
import { folderOf } from './scenario-folder';
import { SCENARIOS } from './scenarios';

const GOLDEN = join(__dirname, '../golden/cli');

test.each(SCENARIOS)('$name', async (scenario) => {
  const transcript = await transcribe(scenario.steps, folderOf(scenario));
  expectGolden(`cli/${scenario.name}.txt`, transcript);
});

test('every golden file is of a scenario', () => {
  expect(readdirSync(GOLDEN).toSorted()).toEqual(SCENARIOS.map(({ name }) => `${name}.txt`).toSorted());
});
