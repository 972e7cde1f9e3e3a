import { test } from '@jest/globals';

import { COMMANDS } from '../../src/cli/commands';
import { expectTable } from '../docs-table';

test('docs/output-formats.md says what the exit codes of each command mean', () => {
  const rows = Object.entries(COMMANDS).map(([name, { exitCodes }]) => [
    `\`${name}\``,
    ...([0, 1, 2] as const).map((code) => (exitCodes[code] ?? '').replaceAll(/--[a-z-]+/g, '`$&`')),
  ]);
  expectTable('docs/output-formats.md', 'exit codes', [['command', '0', '1', '2'], ...rows]);
});
