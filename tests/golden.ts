import { expect } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(__dirname, '..');

/**
 * Compares a text with a recorded file, by its path below the root of the repository. With UPDATE_GOLDEN=1 it writes the file instead;
 * otherwise a missing file fails.
 */
export function expectRecorded(path: string, actual: string): void {
  const file = join(ROOT, path);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, actual);
    return;
  }
  const recorded = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (actual !== recorded) throw new Error(describeDifference(path, actual, recorded));
}

/** Compares a text with a file below tests/golden. */
export function expectGolden(path: string, actual: string): void {
  expectRecorded(`tests/golden/${path}`, actual);
}

function describeDifference(path: string, actual: string, recorded: string | undefined): string {
  const test = relative(ROOT, expect.getState().testPath ?? '');
  return [
    recorded === undefined ? `${path} is missing` : `${path} differs from the text that the test made`,
    ...(recorded === undefined ? [] : [diffOf(actual, recorded)]),
    `If the new text is right, write it: UPDATE_GOLDEN=1 npx jest ${test}`,
  ].join('\n\n');
}

/** Jest's own comparison of two texts. */
function diffOf(actual: string, recorded: string): string {
  try {
    expect(actual).toBe(recorded);
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
  return '';
}
