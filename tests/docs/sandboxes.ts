import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { commitAll, git } from '../project/git/git-project';
import { ROOT } from './page';

/** Folders in which the blocks of one page are run, by the names that the page gives them. */
export interface Sandboxes {
  readonly folder: (name: string) => string;
  readonly write: (name: string, path: string, text: string) => void;
  readonly remove: () => void;
}

const DOCS = 'tests/fixtures/docs';

/** This repository's own project. */
const HERE = ['contracts.yaml', 'schemas', 'api_samples'].map((part) => ({ from: part, to: part }));

/**
 * Copies of folders into the sandbox, one after the other; a commit of what is there by then, in a git repository that the first one makes; a
 * new branch; a script that gets the sandbox as its argument.
 */
type Step =
  | { readonly from: string; readonly to: string }
  | { readonly commit: string }
  | { readonly branch: string }
  | { readonly script: string };

const into = (from: string): Step => ({ from, to: '.' });

const SEEDS: Readonly<Record<string, readonly Step[]>> = {
  here: HERE,
  broken: [...HERE, into(`${DOCS}/broken`)],
  misspelt: [into(`${DOCS}/pets`), into(`${DOCS}/misspelt`)],
  repository: [into(`${DOCS}/pets`), { commit: 'Add pets' }, into(`${DOCS}/misspelt`)],
  bump: [
    into(`${DOCS}/compute`),
    { commit: 'Add the samples' },
    { branch: 'topic' },
    into(`${DOCS}/bump`),
    { commit: 'Raise the newest microversion to 2.61' },
  ],
  retired: [
    into(`${DOCS}/compute`),
    { commit: 'Add the samples' },
    { branch: 'topic' },
    into(`${DOCS}/retired`),
    { commit: 'Remove v2.0\n\nSamplegate-Allow: ids-stay v2.0: no client has used it since 2024' },
  ],
  demo: [{ script: 'examples/one-file-bump.mjs' }],
  only: [{ from: `${DOCS}/pets/samples`, to: 'samples' }],
  service: [into('tests/fixtures/projects/service'), { from: 'examples', to: 'examples' }],
};

/** A sandbox starts as its seed, else as a copy of the fixture of its name, else empty. */
export function createSandboxes(): Sandboxes {
  const root = mkdtempSync(join(tmpdir(), 'samplegate-docs-'));
  const folder = (name: string): string => {
    const path = join(root, name);
    if (existsSync(path)) return path;
    mkdirSync(path);
    const fixtures = [`${DOCS}/${name}`, `tests/fixtures/projects/${name}`];
    const seed = SEEDS[name] ?? fixtures.filter((fixture) => existsSync(join(ROOT, fixture))).map(into);
    for (const step of seed) {
      if ('commit' in step) {
        if (!existsSync(join(path, '.git'))) git(path, 'init', '--quiet');
        commitAll(path, step.commit);
      } else if ('script' in step) execFileSync(process.execPath, [join(ROOT, step.script), path]);
      else if ('branch' in step) git(path, 'switch', '--quiet', '--create', step.branch);
      else cpSync(join(ROOT, step.from), join(path, step.to), { recursive: true });
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
