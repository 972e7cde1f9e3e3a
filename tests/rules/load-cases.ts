import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe } from '@jest/globals';

/**
 * Declares the tests of every `.cases.ts` file in a folder next to this one, as one suite. Jest loads every module again for each suite, and
 * each of these files needs the whole engine for a few milliseconds of tests.
 */
export function loadCases(folder: string): void {
  const files = readdirSync(join(__dirname, folder), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.cases.ts')).toSorted()) {
    describe(file.replace(/\.cases\.ts$/, ''), () => {
      require(join(__dirname, folder, file));
    });
  }
}
