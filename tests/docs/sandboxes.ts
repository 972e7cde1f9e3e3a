import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { ROOT } from './page';

/** Folders in which the blocks of one page are run, by the names that the page gives them. */
export interface Sandboxes {
  readonly folder: (name: string) => string;
  readonly write: (name: string, path: string, text: string) => void;
  readonly remove: () => void;
}

/** What this repository's own project consists of. */
const OWN_PROJECT = ['contracts.yaml', 'schemas', 'api_samples'];

/**
 * A sandbox starts as a copy of the fixture of its name, in tests/fixtures/docs or tests/fixtures/projects, or empty where there is none.
 * `here` is a copy of this repository's project, and `broken` the same with samples that are wrong.
 * `service` has the scripts of examples/ too.
 */
export function createSandboxes(): Sandboxes {
  const root = mkdtempSync(join(tmpdir(), 'samplegate-docs-'));
  const folder = (name: string): string => {
    const path = join(root, name);
    if (existsSync(path)) return path;
    mkdirSync(path);
    if (name === 'here' || name === 'broken') {
      for (const part of OWN_PROJECT) cpSync(join(ROOT, part), join(path, part), { recursive: true });
    }
    if (name === 'service') cpSync(join(ROOT, 'examples'), join(path, 'examples'), { recursive: true });
    for (const place of ['tests/fixtures/projects', 'tests/fixtures/docs']) {
      const fixture = join(ROOT, place, name);
      if (existsSync(fixture)) cpSync(fixture, path, { recursive: true });
    }
    return path;
  };
  return {
    folder,
    write: (name, path, text) => {
      const file = join(folder(name), path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    },
    remove: () => rmSync(root, { recursive: true }),
  };
}
