import { describe, expect, test } from '@jest/globals';
import { cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { tempProject } from '../engine/temp-project';
import { commitAll, git, gitProject } from '../project/git/git-project';
import { runCli } from './run-cli';

const MANIFEST = {
  service: 'compute',
  contracts: { versions: { schema: 'any.json', samples: '**/versions*.json' } },
};

function versions(newest: string) {
  const entry = { id: 'v2.1', status: 'CURRENT', version: newest, min_version: '2.1' };
  return {
    versions: [{ ...entry, links: [{ rel: 'self', href: 'http://openstack.example.com/v2.1/' }] }],
  };
}

const SAMPLE = 'api_samples/versions.json';

function filesAt(newest: string) {
  return { 'contracts.json': MANIFEST, 'schemas/any.json': { type: 'object' }, [SAMPLE]: versions(newest) };
}

/** A repository whose branch main has microversion 2.60. */
function repository(): string {
  return gitProject(filesAt('2.60'));
}

function state(cwd: string, newest: string, message?: string): void {
  writeFileSync(join(cwd, SAMPLE), `${JSON.stringify(versions(newest))}\n`);
  commitAll(cwd, message);
}

function writeFiles(cwd: string): void {
  for (const folder of ['schemas', 'api_samples']) mkdirSync(join(cwd, folder), { recursive: true });
  for (const [path, content] of Object.entries(filesAt('2.60')))
    writeFileSync(join(cwd, path), JSON.stringify(content));
}

function linesOf(text: string): readonly string[] {
  return text
    .replaceAll(/\b[0-9a-f]{10,40}\b/g, 'HASH')
    .split('\n')
    .slice(0, -1);
}

/** What a run prints, with hashes of commits replaced. */
async function check(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { code, out, err } = await runCli(['check', '--quiet', ...args], { cwd, env });
  return { code, out: linesOf(out), err: linesOf(err) };
}

/** What a run lists as not checked. */
async function notChecked(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { code, out } = await runCli(['check', '--format', 'json', ...args], { cwd, env });
  const { summary } = JSON.parse(out) as { summary: { notChecked: { items: string[] }[] } };
  return [
    code,
    ...summary.notChecked
      .flatMap(({ items }) => items)
      .map((item) => item.replaceAll(/[0-9a-f]{10}/g, 'HASH')),
  ];
}

const TAKEN = `${SAMPLE}:1:56: error microversion-taken microversion 2.61 of v2.1 was taken on`;

const fellIn = (file: string) => [expect.stringContaining(`${file}:1:56: error newest-monotonic`)];

describe('--base', () => {
  test('compares the working tree with the newest common commit, not with the tip', async () => {
    const cwd = repository();
    git(cwd, 'switch', '--quiet', '--create', 'topic');
    git(cwd, 'switch', '--quiet', 'main');
    state(cwd, '2.61');
    git(cwd, 'switch', '--quiet', 'topic');
    // The branch is only behind.
    expect(await check(cwd, ['--base', 'main'])).toEqual({
      code: 0,
      out: [],
      err: [
        'samplegate: base HASH, the newest common commit with `main`, which is HEAD: nothing to compare with but uncommitted changes',
      ],
    });
    writeFileSync(join(cwd, SAMPLE), JSON.stringify(versions('2.59')));
    expect((await check(cwd, ['--base', 'main'])).out).toEqual([
      `${SAMPLE}:1:56: error newest-monotonic the newest microversion of v2.1 fell from "2.60" to "2.59": a service never takes a microversion back`,
    ]);
  });

  test('reports a number that main took, before and after a merge that has no conflict', async () => {
    const cwd = repository();
    git(cwd, 'switch', '--quiet', '--create', 'topic');
    state(cwd, '2.61', 'ours');
    git(cwd, 'switch', '--quiet', 'main');
    state(cwd, '2.61', 'theirs');
    git(cwd, 'switch', '--quiet', 'topic');
    const found = { code: 1, out: [`${TAKEN} \`main\` since you branched: rebase and take 2.62`] };
    expect(await check(cwd, ['--base', 'main'])).toMatchObject(found);
    git(cwd, 'switch', '--quiet', 'main');
    git(cwd, 'merge', '--quiet', '--no-edit', '--no-ff', 'topic');
    const merged = [`${TAKEN} \`HEAD^1\` since you branched: rebase and take 2.62`];
    expect(await check(cwd, ['--base', 'HEAD^1'])).toMatchObject({ code: 1, out: merged });
    // As after a merge of main into the branch.
    const other = [`${TAKEN} \`HEAD^2\` since you branched: rebase and take 2.62`];
    expect(await check(cwd, ['--base', 'HEAD^2'])).toMatchObject({ code: 1, out: other });
  });

  test('compares each change of a stacked series with the one before, or all of it with main', async () => {
    const cwd = repository();
    git(cwd, 'switch', '--quiet', '--create', 'topic');
    state(cwd, '2.61');
    state(cwd, '2.62');
    expect(await check(cwd, ['--base', 'HEAD^1'])).toMatchObject({ code: 0, out: [] });
    expect(await check(cwd, ['--base', 'main'])).toMatchObject({
      code: 0,
      out: [
        `${SAMPLE}:1:56: warning newest-by-one the newest microversion of v2.1 rose from "2.60" to "2.62": expected "2.61", because each change of the API gets its own microversion`,
      ],
    });
    // Its first change was merged, as another commit.
    git(cwd, 'switch', '--quiet', 'main');
    state(cwd, '2.61', 'squashed');
    git(cwd, 'switch', '--quiet', 'topic');
    expect((await check(cwd, ['--base', 'main'])).code).toBe(0);
  });

  test('says nothing about steps between releases', async () => {
    const cwd = repository();
    git(cwd, 'tag', '27.0.0');
    state(cwd, '2.70');
    expect(await check(cwd, ['--base', '27.0.0'])).toMatchObject({ code: 0, out: [] });
  });

  test('works in a sub-folder, with a manifest there or above, and finds shared samples', async () => {
    const cwd = gitProject({
      'service/contracts.json': { ...MANIFEST, samples: '../docs' },
      'service/schemas/any.json': { type: 'object' },
      'docs/versions.json': versions('2.60'),
      'service/src/x.py': '',
    });
    writeFileSync(join(cwd, 'docs/versions.json'), JSON.stringify(versions('2.59')));
    expect((await check(join(cwd, 'service'), ['--base=HEAD'])).out).toEqual(fellIn('../docs/versions.json'));
    expect((await check(join(cwd, 'service/src'), ['--base=HEAD'])).out).toEqual(
      fellIn('../../docs/versions.json'),
    );
  });

  test('finds documents and a manifest that were renamed', async () => {
    const cwd = repository();
    git(cwd, 'mv', SAMPLE, 'api_samples/versions-get-resp.json');
    renameSync(join(cwd, 'contracts.json'), join(cwd, 'contracts.yaml'));
    writeFileSync(join(cwd, 'api_samples/versions-get-resp.json'), JSON.stringify(versions('2.9')));
    commitAll(cwd);
    expect((await check(cwd, ['--base', 'HEAD^1'])).out).toEqual([
      'api_samples/versions-get-resp.json:1:56: error newest-monotonic the newest microversion of v2.1 fell from "2.60" to "2.9": a service never takes a microversion back',
    ]);
  });

  test('reads what a squash merge left of a declared break', async () => {
    const cwd = repository();
    const message =
      'Two changes (#7)\n\n* Take 2.60 back\n\nSamplegate-Allow: newest-monotonic v2.1: never released\n\n* Fix a typo\n\nSigned-off-by: B';
    state(cwd, '2.59', message);
    expect(await check(cwd, ['--base', 'HEAD^1'])).toMatchObject({ code: 0, out: [] });
    const { out } = await runCli(['check', '--base', 'HEAD^1'], { cwd });
    expect(out.replaceAll(/[0-9a-f]{10}/g, 'HASH')).toBe(
      'allowed\n  newest-monotonic v2.1: never released (A, commit HASH)\n\nsamplegate: 1 contract, 1 sample: no findings\n',
    );
    // Only in a run over everything can it be known that a line is not needed.
    state(cwd, '2.60', 'Raise it\n\nSamplegate-Allow: ids-stay v2.1: no reason');
    expect((await check(cwd, ['--base', 'HEAD^1'])).out).toEqual([
      expect.stringContaining('contracts.json:1:1: warning declared-breaks-used commit HASH has the line'),
    ]);
    expect((await check(cwd, ['--base', 'HEAD^1', '--shard', '1/1'])).out).toEqual([]);
    expect((await check(cwd, ['--base', 'HEAD^1', '--changed=HEAD^1', 'api_samples'])).out).toEqual([]);
  });

  test('all shards together report what one run reports', async () => {
    const cwd = repository();
    state(cwd, '2.59');
    const runs = await Promise.all(
      ['1/2', '2/2'].map((shard) => check(cwd, ['--base=HEAD^1', '--shard', shard])),
    );
    expect(runs.flatMap(({ out }) => out)).toEqual((await check(cwd, ['--base=HEAD^1'])).out);
  });

  test('says once why a base is not checked', async () => {
    const cwd = gitProject({ 'README.md': 'text\n' });
    writeFiles(cwd);
    const reason = 'HASH has no contracts.json';
    expect(await check(cwd, ['--base=HEAD'])).toEqual({
      code: 0,
      out: [],
      err: [`samplegate: base not checked: ${reason}`],
    });
    expect(await notChecked(cwd, ['--base=HEAD'])).toEqual([0, reason]);
    const wrong = gitProject({ ...filesAt('2.60'), 'contracts.json': { contracts: { a: {} } } });
    writeFileSync(join(wrong, 'contracts.json'), JSON.stringify(MANIFEST));
    expect(await notChecked(wrong, ['--base=HEAD'])).toEqual([
      0,
      expect.stringContaining('the manifest in HASH is wrong:'),
    ]);
    const folders = gitProject({ 'contracts.json': MANIFEST });
    cpSync(join(cwd, 'schemas'), join(folders, 'schemas'), { recursive: true });
    cpSync(join(cwd, 'api_samples'), join(folders, 'api_samples'), { recursive: true });
    expect(await notChecked(folders, ['--base=HEAD'])).toEqual([
      0,
      expect.stringContaining('the manifest in HASH is wrong: the folder `api_samples`'),
    ]);
  });

  test('lists files of the base that it cannot read', async () => {
    const cwd = gitProject({
      ...filesAt('2.60'),
      'api_samples/lfs/versions.json': 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n',
      'real.json': versions('2.60'),
    });
    symlinkSync('../real.json', join(cwd, 'api_samples/versions-link.json'));
    commitAll(cwd);
    writeFileSync(join(cwd, 'api_samples/lfs/versions.json'), '{}');
    expect(await notChecked(cwd, ['--base=HEAD'])).toEqual([
      0,
      'base HASH is HEAD: nothing to compare with but uncommitted changes',
      'HASH:api_samples/versions-link.json: it is a symbolic link, which is not followed in a commit',
      'HASH:api_samples/lfs/versions.json: it is in Git LFS, and the commit has only a pointer to it',
    ]);
  });

  test('does not look into a submodule', async () => {
    const inner = gitProject({ 'versions-2.json': versions('2.60') });
    const cwd = gitProject({
      'contracts.json': { ...MANIFEST, samples: ['api_samples', 'shared'] },
      'schemas/any.json': { type: 'object' },
      'api_samples/versions.json': versions('2.60'),
    });
    git(cwd, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'shared');
    commitAll(cwd);
    expect(await notChecked(cwd, ['--base=HEAD'])).toEqual([
      0,
      'base HASH is HEAD: nothing to compare with but uncommitted changes',
      'HASH:shared: it is in a submodule, which is another repository',
    ]);
  });
});

/** A repository whose HEAD merges two branches that both took 2.61. */
function mergedTwice(): string {
  const cwd = repository();
  git(cwd, 'switch', '--quiet', '--create', 'topic');
  state(cwd, '2.61', 'ours');
  git(cwd, 'switch', '--quiet', 'main');
  state(cwd, '2.61', 'theirs');
  git(cwd, 'merge', '--quiet', '--no-edit', '--no-ff', 'topic');
  git(cwd, 'config', 'uploadpack.allowFilter', 'true');
  git(cwd, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  return cwd;
}

function clone(from: string, ...options: readonly string[]): string {
  const folder = join(tempProject({}), 'clone');
  git(from, 'clone', '--quiet', ...options, String(pathToFileURL(from)), folder);
  return folder;
}

describe('in CI', () => {
  test('--base and --changed alone take the base of the pull request', async () => {
    const cwd = repository();
    git(cwd, 'switch', '--quiet', '--create', 'topic');
    state(cwd, '2.59');
    git(cwd, 'switch', '--quiet', 'main');
    git(cwd, 'merge', '--quiet', '--no-edit', '--no-ff', 'topic');
    const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' };
    expect(await check(cwd, ['--base'], env)).toEqual({
      code: 1,
      out: fellIn(SAMPLE),
      err: ['samplegate: base HASH, the first parent of the merge commit'],
    });
    const { out } = await runCli(['check', '--changed'], { cwd, env });
    expect(out).toContain(`changed since ${git(cwd, 'rev-parse', 'HEAD^1').trim()}: 1 contract, 1 sample`);
    expect((await runCli(['check', '--changed'], { cwd })).out).toContain('what changed since HEAD');
    // A commit that is named counts everywhere.
    expect((await runCli(['check', '--changed=HEAD'], { cwd, env })).out).toContain(
      'what changed since HEAD',
    );
  });
});

describe('in a clone without all of the history', () => {
  const UNSHALLOW = 'this clone is shallow, so run `git fetch --unshallow --filter=blob:none`';

  test('of depth 1, the base is missing, and the run says how to get it', async () => {
    expect(await check(clone(mergedTwice(), '--depth', '1'), ['--base', 'HEAD^1'])).toEqual({
      code: 2,
      out: [],
      err: [
        'samplegate: git has no commit `HEAD^1`: name a branch, tag or commit; to check a path, write it before `--base`; this clone is shallow, and `git fetch --unshallow --filter=blob:none` gets the rest',
      ],
    });
  });

  test('of depth 2, what needs more is not checked', async () => {
    expect(await notChecked(clone(mergedTwice(), '--depth', '2'), ['--base', 'HEAD^1'])).toEqual([
      0,
      `microversions taken on \`HEAD^1\` since the branches parted: ${UNSHALLOW}`,
      `lines \`Samplegate-Allow:\` in commits that are not here: ${UNSHALLOW}`,
    ]);
  });

  test('that is partial, the files are fetched, and are not checked where that fails', async () => {
    const origin = repository();
    state(origin, '2.59');
    git(origin, 'config', 'uploadpack.allowFilter', 'true');
    git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    const cwd = clone(origin, '--filter=blob:none');
    const lost = clone(origin, '--filter=blob:none');
    expect((await check(cwd, ['--base', 'HEAD^1'])).out).toEqual([
      expect.stringContaining('error newest-monotonic'),
    ]);
    rmSync(origin, { recursive: true });
    expect(await notChecked(lost, ['--base', 'HEAD^1'])).toEqual([
      0,
      `HASH:${SAMPLE}: this partial clone lacks it, and it cannot be fetched`,
    ]);
  });
});

describe('names', () => {
  test.each(['--output=x', '-h', '', 'nope', 'HEAD:contracts.json', 'main ', '--upload-pack=touch x'])(
    'that are no commit stop the run: %j',
    async (name) => {
      const { code, out, err } = await check(repository(), [`--base=${name}`]);
      expect([code, out]).toEqual([2, []]);
      expect(err.join('\n')).toContain(`git has no commit \`${name}\``);
    },
  );

  test('of files and branches may look like options, patterns and other things', async () => {
    const cwd = repository();
    const names = [
      'versions\n.json',
      'versions -x.json',
      'versions:main.json',
      'versions*.json',
      '"versions.json',
    ];
    for (const [index, name] of names.entries())
      writeFileSync(join(cwd, 'api_samples', name), JSON.stringify({ ...versions('2.60'), index }));
    writeFileSync(
      join(cwd, 'contracts.json'),
      JSON.stringify({ ...MANIFEST, contracts: { versions: { schema: 'any.json', samples: '**/*.json' } } }),
    );
    commitAll(cwd);
    git(cwd, 'update-ref', 'refs/heads/--base', 'HEAD');
    for (const name of names) writeFileSync(join(cwd, 'api_samples', name), JSON.stringify(versions('2.59')));
    const { code, out } = await check(cwd, ['--base=refs/heads/--base']);
    expect([code, out.filter((each) => each.includes('newest-monotonic')).length]).toEqual([1, 1]);
  });

  test('outside of a repository, without a commit and without a remote', async () => {
    const files = filesAt('2.60');
    expect((await check(tempProject(files), ['--base'])).err).toEqual([
      expect.stringContaining('`--base` needs git, which failed: not a git repository'),
    ]);
    const empty = tempProject(files);
    git(empty, 'init', '--quiet');
    expect((await check(empty, ['--base'])).err).toEqual([
      'samplegate: there is no commit here yet, so there is no base: omit `--base`',
    ]);
    expect((await check(repository(), ['--base'])).err).toEqual([
      'samplegate: `--base` found no commit to compare with, neither from CI nor the default branch of a remote: name one, such as `--base origin/main`',
    ]);
  });

  test('without a common commit', async () => {
    const cwd = repository();
    git(cwd, 'switch', '--quiet', '--orphan', 'other');
    writeFiles(cwd);
    commitAll(cwd);
    expect((await check(cwd, ['--base', 'main'])).err).toEqual([
      'samplegate: `main` and HEAD have no common commit here: name a commit of the same history',
    ]);
  });
});

describe('other options', () => {
  test.each([
    [
      ['--base', '--live', 'http://127.0.0.1:1'],
      '`--base` compares files in git, and a live service has none: omit one of them',
    ],
    [
      ['--base', '--schema', 'schemas/any.json', SAMPLE],
      '`--schema` checks files without a manifest, so it cannot be combined with `--base`: omit one of them',
    ],
    [
      ['--base', '--no-manifest', SAMPLE],
      '`--base` cannot be combined with `--no-manifest`: omit one of them',
    ],
  ])('%j', async (args, message) => {
    expect(await check(repository(), args)).toEqual({ code: 2, out: [], err: [`samplegate: ${message}`] });
  });
});
