import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { tempFolder } from '../temp-folder';

/** Creates a folder with these files, by path. Values other than strings are written as JSON. It is deleted after the last test of the suite. */
export function tempProject(files: Readonly<Record<string, unknown>>): string {
  const folder = tempFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : `${JSON.stringify(content)}\n`);
  }
  return folder;
}
