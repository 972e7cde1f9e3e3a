import { mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { tempProject } from '../engine/temp-project';
import { runCli } from './run-cli';

const FILES = {
  'services/compute/contracts.json': { contracts: { a: { schema: 'a.json', samples: '*.json' } } },
  'services/compute/schemas/a.json': { type: 'object' },
  'services/compute/api_samples/a.json': [],
  'services/compute/api_samples/b 100%.json': [],
  'services/compute/v.json': { version: { id: 'v2.1', status: 'CURRNET' } },
  'services/image/contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json' } } },
  'services/image/schemas/a.json': { type: 'object' },
  'services/image/api_samples/a.json': [],
  'docs/x': '',
};

const FROM_TOP = ['services/compute/api_samples/a.json', 'services/compute/api_samples/b 100%.json'];

interface SarifResult {
  readonly locations: readonly [
    { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } },
  ];
}

interface CtrfTest {
  readonly status: string;
  readonly filePath?: string;
}

interface GitlabIssue {
  readonly location: { readonly path: string };
}

/** How a text of each format names the files of its findings. */
const FILES_IN = {
  github: (text: string) =>
    Array.from(text.matchAll(/file=([^,]*)/g), ([, file = '']) => decodeURIComponent(file)),
  sarif: (text: string) =>
    JSON.parse(text).runs[0].results.map(({ locations: [location] }: SarifResult) =>
      decodeURIComponent(location.physicalLocation.artifactLocation.uri),
    ),
  gitlab: (text: string) => JSON.parse(text).map(({ location }: GitlabIssue) => location.path),
  markdown: (text: string) =>
    Array.from(text.matchAll(/^### (.*?)(?: · .*)?$/gm), ([, file = '']) => file.replaceAll('\\', '')),
  junit: (text: string) =>
    Array.from(text.matchAll(/ file="([^"]*)"[^>]*>\n +<failure/g), ([, file = '']) => file),
  ctrf: (text: string) =>
    JSON.parse(text).results.tests.flatMap(({ status, filePath }: CtrfTest) =>
      status === 'failed' ? [filePath] : [],
    ),
};

type HostFormat = keyof typeof FILES_IN;

const HOST_FORMATS = [
  'github',
  'sarif',
  'gitlab',
  'markdown',
  'junit',
  'ctrf',
] as const satisfies readonly HostFormat[];

/** The files that the report of a run names, once each. */
async function filesIn(
  format: HostFormat,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const { out } = await runCli([...args, '--format', format], { cwd, env });
  return [...new Set<string>(FILES_IN[format](out))];
}

/** A folder with a repository in it. */
function inRepository(): { readonly above: string; readonly top: string } {
  const above = realpathSync(
    tempProject(Object.fromEntries(Object.entries(FILES).map(([path, file]) => [`nova/${path}`, file]))),
  );
  const top = join(above, 'nova');
  mkdirSync(join(top, '.git'));
  mkdirSync(join(above, 'other'));
  return { above, top };
}

function check(top: string): readonly string[] {
  return checkIn(join(top, 'services/compute'));
}

function checkIn(folder: string): readonly string[] {
  return ['check', '--no-cache', '--manifest', join(folder, 'contracts.json')];
}

describe.each(HOST_FORMATS)('%s names files from the top of the repository', (format) => {
  test.each(['', 'services', 'services/compute', 'services/compute/api_samples', 'docs', '..', '../other'])(
    'in the folder %j',
    async (folder) => {
      const { top } = inRepository();
      expect(await filesIn(format, check(top), join(top, folder))).toEqual(FROM_TOP);
      // A second checkout is in a folder of the workspace, and hosts still count from the top of the repository.
      const env = { GITHUB_WORKSPACE: join(top, '..'), CI_PROJECT_DIR: join(top, '..') };
      expect(await filesIn(format, check(top), join(top, folder), env)).toEqual(FROM_TOP);
    },
  );

  test('through a link to it, and in a linked working tree', async () => {
    const { above, top } = inRepository();
    symlinkSync(top, join(above, 'link'));
    expect(await filesIn(format, check(join(above, 'link')), above)).toEqual(FROM_TOP);
    expect(await filesIn(format, check(top), join(above, 'link/services'))).toEqual(FROM_TOP);
    const tree = realpathSync(tempProject(FILES));
    writeFileSync(join(tree, '.git'), `gitdir: ${top}/.git/worktrees/tree\n`);
    expect(await filesIn(format, check(tree), dirname(tree))).toEqual(FROM_TOP);
  });

  test('through a link to the folder of the manifest, where git has the files', async () => {
    const { above, top } = inRepository();
    symlinkSync(join(top, 'services/compute'), join(top, 'docs/linked'));
    symlinkSync(join(top, 'services/compute'), join(above, 'outside'));
    for (const [folder, cwd] of [
      [join(top, 'docs/linked'), top],
      [join(top, 'docs/linked'), join(top, 'services')],
      [join(top, 'docs/linked'), above],
      [join(above, 'outside'), above],
      [join(above, 'outside'), top],
    ] as const)
      expect(await filesIn(format, checkIn(folder), cwd)).toEqual(FROM_TOP);
  });

  describe('through a link to samples, where git has the files', () => {
    const MANIFEST = { contracts: { a: { schema: 'a.json', samples: ['a.json', 'sub/b.json'] } } };
    const LINKED = {
      'service/contracts.json': MANIFEST,
      'service/schemas/a.json': { type: 'object' },
      'shared/samples/a.json': [],
      'shared/samples/sub/b.json': [],
    };
    const SHARED = ['shared/samples/a.json', 'shared/samples/sub/b.json'];

    test.each<
      [link: string, files: object, links: Readonly<Record<string, string>>, expected: readonly string[]]
    >([
      ['the folder of samples', {}, { 'service/api_samples': '../shared/samples' }, SHARED],
      ['a link to a link', {}, { 'service/api_samples': '../samples', samples: 'shared/samples' }, SHARED],
      [
        'a link in the middle of a path',
        { 'service/contracts.json': { ...MANIFEST, samples: 'link/samples' } },
        { 'service/link': '../shared' },
        SHARED,
      ],
      [
        'a sample, next to one that is no link',
        { 'service/api_samples/sub/b.json': [] },
        { 'service/api_samples/a.json': '../../shared/samples/a.json' },
        ['service/api_samples/sub/b.json', 'shared/samples/a.json'],
      ],
      [
        'a sample with another name, in a linked folder',
        { 'other/c.json': [], 'shared/samples/a.json': undefined },
        { 'service/api_samples': '../shared/samples', 'shared/samples/a.json': '../../other/c.json' },
        ['other/c.json', 'shared/samples/sub/b.json'],
      ],
    ])('%s', async (_, files, links, expected) => {
      const above = realpathSync(
        tempProject(
          Object.fromEntries(
            Object.entries({ ...LINKED, ...files })
              .filter(([, file]) => file !== undefined)
              .map(([path, file]) => [`nova/${path}`, file]),
          ),
        ),
      );
      const top = join(above, 'nova');
      mkdirSync(join(top, '.git'));
      for (const [path, target] of Object.entries(links)) symlinkSync(target, join(top, path));
      for (const cwd of [above, top, join(top, 'service'), join(top, 'shared')])
        expect((await filesIn(format, checkIn(join(top, 'service')), cwd)).toSorted()).toEqual(expected);
    });

    test('but not out of the repository, where git has only the link', async () => {
      const top = realpathSync(
        tempProject({
          'contracts.json': { contracts: { a: { schema: 'a.json', samples: 'a.json' } } },
          'schemas/a.json': { type: 'object' },
          'api_samples/b.json': [],
        }),
      );
      mkdirSync(join(top, '.git'));
      const outside = tempProject({ 'a.json': [] });
      symlinkSync(join(outside, 'a.json'), join(top, 'api_samples/a.json'));
      expect(await filesIn(format, checkIn(top), top)).toContain('api_samples/a.json');
    });
  });

  test('through a link to schemas, where git has the files', async () => {
    const { top } = inRepository();
    const [schemas, shared] = [join(top, 'services/compute/schemas'), join(top, 'shared')];
    rmSync(schemas, { recursive: true });
    mkdirSync(shared);
    writeFileSync(join(shared, 'a.json'), '{ "type": "objekt" }');
    symlinkSync('../../shared', schemas);
    expect(await filesIn(format, check(top), top)).toContain('shared/a.json');
  });

  test('without a manifest, of the files that are named', async () => {
    const { above, top } = inRepository();
    const folder = join(top, 'services/compute');
    const args = ['check', '--schema', join(folder, 'schemas/a.json'), join(folder, 'api_samples')];
    expect(await filesIn(format, args, above)).toEqual(FROM_TOP);
    symlinkSync('services/compute/api_samples', join(top, 'linked'));
    const linked = ['check', '--schema', join(folder, 'schemas/a.json'), join(top, 'linked')];
    expect(await filesIn(format, linked, above)).toEqual(FROM_TOP);
    const laws = ['laws', 'nova/services/compute/v.json'];
    const files = await filesIn(format, laws, above);
    expect(files.filter((file) => file.includes('/'))).toEqual(['services/compute/v.json']);
  });

  test('without a repository, from what the CI job checked out, else from the working folder', async () => {
    const top = tempProject(FILES);
    const cwd = join(top, 'services/compute');
    expect(await filesIn(format, check(top), cwd, { GITHUB_WORKSPACE: top })).toEqual(FROM_TOP);
    expect(await filesIn(format, check(top), cwd, { CI_PROJECT_DIR: top })).toEqual(FROM_TOP);
    const below = FROM_TOP.map((file) => file.replace('services/compute/', ''));
    expect(await filesIn(format, check(top), cwd, { GITHUB_WORKSPACE: join(top, 'docs') })).toEqual(below);
    expect(await filesIn(format, check(top), cwd, { GITHUB_WORKSPACE: '' })).toEqual(below);
    expect(await filesIn(format, check(top), cwd)).toEqual(below);
  });
});

test.each(['github', 'junit', 'junit:xunit2', 'ctrf'])(
  'so does the text of a finding in %s',
  async (format) => {
    const { above, top } = inRepository();
    writeFileSync(join(top, 'services/compute/schemas/a.json'), '{');
    const { out } = await runCli([...check(top), '--format', format], { cwd: above });
    expect(out).toContain('see services/compute/api_samples/a.json:1:1  not checked');
    expect(out).not.toMatch(/(?:see |"error">|"trace":")nova\//);
  },
);

test('the table of versions in Markdown names files from the top of the repository, too', async () => {
  const { above } = inRepository();
  const { out } = await runCli(['laws', 'nova/services/compute/v.json', '-f', 'markdown'], { cwd: above });
  expect(out).toContain('| services/compute/v.json | v2.1 | CURRNET |');
});

test('a report that is made later names the same files', async () => {
  const { above, top } = inRepository();
  symlinkSync(join(top, 'services'), join(top, 'docs/linked'));
  const linked = ['check', '--no-cache', '-m', join(top, 'docs/linked/compute/contracts.json')];
  mkdirSync(join(top, 'shared'));
  writeFileSync(join(top, 'shared/a.json'), '[]');
  rmSync(join(top, 'services/image/api_samples'), { recursive: true });
  symlinkSync('../../shared', join(top, 'services/image/api_samples'));
  for (const [args, folder] of [
    [check(top), above],
    [check(top), join(top, 'docs')],
    [linked, top],
    [checkIn(join(top, 'services/image')), top],
  ] as const) {
    const inRun = await runCli([...args, '-f', 'json=/dev/null', '-f', 'sarif'], { cwd: folder });
    const json = await runCli([...args, '-f', 'json'], { cwd: folder });
    const cwd = tempProject({ 'report.json': json.out });
    const later = await runCli(['report', 'report.json', '-f', 'sarif'], { cwd });
    expect(later.out).toBe(inRun.out);
  }
});

async function fingerprintsIn(args: readonly string[], cwd: string, stdin?: string) {
  const { out } = await runCli([...args, '--format', 'json'], {
    cwd,
    ...(stdin === undefined ? {} : { stdin }),
  });
  const found: readonly { fingerprint: string }[] = JSON.parse(out).findings;
  expect(found.length).toBeGreaterThan(0);
  return found.map(({ fingerprint }) => fingerprint);
}

describe('a fingerprint', () => {
  test.each<[string, (top: string) => readonly string[]]>([
    ['a manifest', check],
    ['several manifests', (top) => [...check(top), '-m', join(top, 'services/image/contracts.json')]],
    ['versions documents', (top) => ['laws', join(top, 'services/compute/v.json')]],
  ])(
    'of a check of %s does not depend on the working folder, with or without a repository',
    async (_, args) => {
      const { above, top } = inRepository();
      const inTop = await fingerprintsIn(args(top), top);
      for (const folder of [above, join(above, 'other'), join(top, 'docs'), '/'])
        expect(await fingerprintsIn(args(top), folder)).toEqual(inTop);
      const bare = realpathSync(tempProject(FILES));
      expect(await fingerprintsIn(args(bare), bare)).toEqual(await fingerprintsIn(args(bare), '/'));
    },
  );

  test('does not depend on a link to the folder of the manifest', async () => {
    const { above, top } = inRepository();
    symlinkSync(join(top, 'services/compute'), join(above, 'outside'));
    const linked = ['check', '--no-cache', '-m', join(above, 'outside/contracts.json')];
    for (const folder of [above, top])
      expect(await fingerprintsIn(linked, folder)).toEqual(await fingerprintsIn(check(top), top));
  });

  test('of the standard input is the same everywhere', async () => {
    const { above, top } = inRepository();
    const text = JSON.stringify(FILES['services/compute/v.json']);
    expect(await fingerprintsIn(['laws', '-'], above, text)).toEqual(
      await fingerprintsIn(['laws', '-'], join(top, 'docs'), text),
    );
  });
});

test('the standard input is no file of the repository', async () => {
  const { top } = inRepository();
  const stdin = JSON.stringify(FILES['services/compute/v.json']);
  for (const format of ['sarif', 'gitlab'] as const) {
    const { out, err } = await runCli(['laws', '-', '-f', format], { cwd: join(top, 'docs'), stdin });
    expect(FILES_IN[format](out)).toEqual([]);
    expect(err).toMatch(
      new RegExp(`^samplegate: ${format}: findings left out of the report: \\d+ in the standard input\\n$`),
    );
  }
  const { out } = await runCli(['laws', '-', '-f', 'github'], { cwd: join(top, 'docs'), stdin });
  expect(out).toContain('::error title=status-known::');
});
