import { expect } from '@jest/globals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FOLDER = join(__dirname, '..', 'golden', 'types');

/** Holds generated types to a golden file, which is written with UPDATE_GOLDEN=1 only: a missing one fails. */
export function expectGolden(path: string, actual: string): void {
  const file = join(FOLDER, `${path}.txt`);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, actual);
  }
  expect(actual).toBe(readFileSync(file, 'utf8'));
}
