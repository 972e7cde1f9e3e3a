import './more-rules';

import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { RULES } from '../../src/rules/rule-registry';
import { transcribe } from './scenario';
import { folderOf } from './scenario-folder';
import { SCENARIOS } from './scenarios';

const NAMES = new Set(['check-green-verbose', 'check-red', 'check-json', 'check-junit', 'laws-folder']);

test.each(SCENARIOS.filter(({ name }) => NAMES.has(name)))(
  'a new rule does not change the transcript $name',
  async (scenario) => {
    expect(RULES.map(({ id }) => id)).toContain('new-project');
    const transcript = await transcribe(scenario.steps, folderOf(scenario));
    expect(transcript).toBe(readFileSync(join(__dirname, '../golden/cli', `${scenario.name}.txt`), 'utf8'));
  },
);
