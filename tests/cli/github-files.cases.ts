import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { tempProject } from '../engine/temp-project';
import { runCli } from './run-cli';

const FILES = {
  'services/compute/contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json' } } },
  'services/compute/schemas/a.json': { type: 'object' },
  'services/compute/api_samples/a.json': [],
  'docs/x': '',
};

/** The files that the annotations of a run name. */
async function filesFrom(
  top: string,
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<readonly (string | undefined)[]> {
  const manifest = join(top, 'services/compute/contracts.json');
  const args = ['check', '--no-cache', '--format', 'github', '--manifest', manifest];
  const { out } = await runCli(args, { cwd: join(top, folder), env });
  return Array.from(out.matchAll(/file=([^,]*)/g), ([, file]) => file);
}

const FROM_TOP = ['services/compute/api_samples/a.json'];

test.each(['', 'services/compute', 'services/compute/api_samples', 'docs'])(
  'in the folder %j of a repository, annotations name files from its top',
  async (folder) => {
    const top = tempProject(FILES);
    mkdirSync(join(top, '.git'));
    expect(await filesFrom(top, folder)).toEqual(FROM_TOP);
    // A second checkout is in a folder of the workspace, and GitHub still counts from the top of the repository.
    expect(await filesFrom(top, folder, { GITHUB_WORKSPACE: join(top, '..') })).toEqual(FROM_TOP);
  },
);

test('without a repository, they name files from what GitHub Actions checked out, else from the working folder', async () => {
  const top = tempProject(FILES);
  expect(await filesFrom(top, 'services/compute', { GITHUB_WORKSPACE: top })).toEqual(FROM_TOP);
  expect(await filesFrom(top, 'services/compute', { GITHUB_WORKSPACE: join(top, 'docs') })).toEqual([
    'api_samples/a.json',
  ]);
  expect(await filesFrom(top, 'services/compute')).toEqual(['api_samples/a.json']);
});
