import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe } from '@jest/globals';

// Its hooks must be declared here, outside the first file of cases that imports it.
import './temp-folder';

/**
 * Declares the tests of every `.cases.ts` file in a folder of `tests/` as one suite. Jest loads every module again for each suite, which takes longer
 * than the tests of most files.
 */
export function loadCases(folder: string): void {
  const files = readdirSync(join(__dirname, folder), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.cases.ts')).toSorted()) {
    describe(file.replace(/\.cases\.ts$/, ''), () => {
      require(join(__dirname, folder, file));
    });
  }
}
