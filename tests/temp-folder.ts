import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll } from '@jest/globals';

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Creates an empty folder, which is deleted after the last test of the suite. */
export function tempFolder(): string {
  return deleteAfterwards(mkdtempSync(join(tmpdir(), 'samplegate-')));
}

/** The folder, which is deleted after the last test of the suite. */
export function deleteAfterwards(folder: string): string {
  folders.push(folder);
  return folder;
}
