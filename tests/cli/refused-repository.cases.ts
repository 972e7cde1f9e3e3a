import { execFileSync } from 'node:child_process';
import { chownSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { tempProject } from '../engine/temp-project';
import { runCli } from './run-cli';

const FILES = {
  'services/compute/contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json' } } },
  'services/compute/schemas/a.json': { type: 'object' },
  'services/compute/api_samples/a.json': [],
};

const CHECK = ['check', '--no-cache', '--manifest', 'contracts.json'];

/** Only root can give files to another user. */
const describeAsRoot = process.getuid?.() === 0 ? describe : describe.skip;

function refused(): { readonly top: string; readonly cwd: string } {
  const top = realpathSync(tempProject(FILES));
  execFileSync('git', ['init', '--quiet'], { cwd: top });
  for (const path of [top, join(top, '.git')]) chownSync(path, 12_345, 12_345);
  return { top, cwd: join(top, 'services/compute') };
}

describeAsRoot('a repository that git refuses, because another user owns it', () => {
  const before = { ...process.env };

  beforeAll(() => {
    Object.assign(process.env, { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' });
  });

  afterAll(() => {
    process.env = before;
  });

  test('has its files named from the top, and is said once how to allow', async () => {
    const { top, cwd } = refused();
    const { out, err } = await runCli([...CHECK, '-f', 'github', '-f', 'sarif=/dev/null'], { cwd });
    expect(out).toContain('file=services/compute/api_samples/a.json,');
    expect(err).toBe(
      `samplegate: another user owns the repository \`${top}\`, so git refuses it; files are named below it all the same. For \`--base\` and \`--changed\`, allow it: \`git config --global --add safe.directory ${top}\`\n`,
    );
  });

  test('is not mentioned in other formats, nor once it is allowed', async () => {
    const { top, cwd } = refused();
    const pretty = await runCli([...CHECK, '-f', 'json'], { cwd });
    expect(pretty.err).toBe('');
    process.env['GIT_CONFIG_GLOBAL'] = join(top, 'gitconfig');
    writeFileSync(join(top, 'gitconfig'), `[safe]\n\tdirectory = ${top}\n`);
    const github = await runCli([...CHECK, '-f', 'github'], { cwd });
    expect(github.err).toBe('');
    process.env['GIT_CONFIG_GLOBAL'] = '/dev/null';
  });

  test.each(['--base', '--changed'])('stops %s with the command that allows it', async (option) => {
    const { top, cwd } = refused();
    const { code, err } = await runCli([...CHECK, option, 'HEAD'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(
      `\`${option}\` needs git, which failed: detected dubious ownership in repository at '${top}'; to allow it: \`git config --global --add safe.directory ${top}\``,
    );
  });
});
