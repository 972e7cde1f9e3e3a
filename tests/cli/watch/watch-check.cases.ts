import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, describe, expect, test } from '@jest/globals';

import { tempProject } from '../../engine/temp-project';
import { commitAll, git } from '../../project/git/git-project';
import { runCli, type CliWorld } from '../run-cli';
import { endAll, saveFile, startWatching } from './watching';

const MANIFEST = {
  contracts: {
    pets: { schema: 'pet.json', samples: 'pets/*.json' },
    owners: { schema: 'owner.json', samples: 'owner.json' },
  },
  facts: {
    newest: [
      { sample: 'owner.json', at: '$.newest' },
      { file: 'code/version.py', match: 'NEWEST = "(.*)"' },
    ],
  },
};

const FILES = {
  'contracts.json': MANIFEST,
  'schemas/pet.json': { type: 'object', properties: { id: { $ref: 'id.json' } } },
  'schemas/id.json': { type: 'integer' },
  'schemas/owner.json': { type: 'object' },
  'api_samples/pets/a.json': { id: 1 },
  'api_samples/owner.json': { newest: '2.1' },
  'code/version.py': 'NEWEST = "2.1"\n',
};

const CLEAR = '\u001B[2J\u001B[3J\u001B[H';

afterEach(endAll);

function project(more: Readonly<Record<string, unknown>> = {}) {
  const cwd = tempProject({ ...FILES, ...more });
  return {
    cwd,
    write: (path: string, content: unknown) =>
      saveFile(join(cwd, path), typeof content === 'string' ? content : JSON.stringify(content)),
    watch: (args: readonly string[] = [], world: Partial<CliWorld> = {}) =>
      startWatching(['check', '--watch', ...args], { cwd, ...world }),
    /** What a run that does not watch prints. */
    fresh: (args: readonly string[] = []) => runCli(['check', ...args], { cwd }),
  };
}

describe('check --watch', () => {
  test('reports each change as a run of its own does', async () => {
    const { cwd, write, watch, fresh } = project();
    const watching = watch();
    expect(await watching.run()).toEqual({ out: (await fresh()).out, err: '' });
    const changes: readonly (readonly [string, () => void, string])[] = [
      ['a sample', () => write('api_samples/pets/a.json', { id: 'x' }), 'api_samples/pets/a.json` changed'],
      [
        'a schema behind a reference',
        () => write('schemas/id.json', { type: 'string' }),
        'schemas/id.json` changed',
      ],
      ['a broken sample', () => write('api_samples/pets/a.json', '{'), 'api_samples/pets/a.json` changed'],
      ['a broken schema', () => write('schemas/pet.json', '{'), 'schemas/pet.json` changed'],
      [
        'the schema again',
        () => write('schemas/pet.json', FILES['schemas/pet.json']),
        'schemas/pet.json` changed',
      ],
      ['a new sample', () => write('api_samples/pets/b.json', { id: 2 }), 'api_samples/pets/b.json` changed'],
      [
        'a deleted sample',
        () => rmSync(join(cwd, 'api_samples/pets/b.json')),
        'api_samples/pets/b.json` is gone',
      ],
      [
        'a file that facts are in',
        () => write('code/version.py', 'NEWEST = "2.2"\n'),
        'code/version.py` changed',
      ],
      ['a schema that is gone', () => rmSync(join(cwd, 'schemas/owner.json')), 'schemas/owner.json` is gone'],
      ['the schema, new', () => write('schemas/owner.json', {}), 'schemas/owner.json` changed'],
      [
        'a file saved by renaming',
        () => {
          write('api_samples/owner.json~', { newest: '2.2' });
          renameSync(join(cwd, 'api_samples/owner.json~'), join(cwd, 'api_samples/owner.json'));
        },
        'api_samples/owner.json` changed',
      ],
      [
        'a folder that no run has seen',
        () => {
          mkdirSync(join(cwd, 'api_samples/pets/more'));
          write('api_samples/pets/more/c.json', { id: 3 });
        },
        'api_samples/pets/more',
      ],
      [
        'a file in it',
        () => write('api_samples/pets/more/d.json', '['),
        'api_samples/pets/more/d.json` changed',
      ],
      [
        'the manifest',
        () => write('contracts.json', { ...MANIFEST, rules: { 'schema-used': 'off' } }),
        'contracts.json` changed',
      ],
    ];
    for (const [what, apply, words] of changes) {
      apply();
      let next = await watching.run();
      // Slow machines see the parts of a change one by one.
      while (next.out !== (await fresh()).out) next = await watching.run();
      expect([what, next.err]).toEqual([what, expect.stringContaining(words)]);
    }
    const { code, out, err } = await watching.end();
    expect([code, out.endsWith((await fresh()).out), err.endsWith('Ctrl-C ends\n')]).toEqual([
      130,
      true,
      true,
    ]);
  });

  test('shows the last of several saves', async () => {
    const { write, watch } = project();
    const watching = watch();
    await watching.run();
    for (const id of ['a', 'b', 'c', 'last']) {
      write('api_samples/pets/a.json', { id });
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
    }
    let next = await watching.run();
    while (!next.out.includes('got "last"')) next = await watching.run();
  });

  test('starts no run where nothing that it reads has changed', async () => {
    const { cwd, write, watch } = project();
    const watching = watch();
    await watching.run();
    write('api_samples/pets/a.json', readFileSync(join(cwd, 'api_samples/pets/a.json'), 'utf8'));
    write('code/other.py', 'NEWEST = "3"\n');
    write('schemas.txt', '');
    mkdirSync(join(cwd, 'node_modules/.cache/samplegate'), { recursive: true });
    write('node_modules/.cache/samplegate/x.json', '{}');
    await new Promise((resolve) => setTimeout(resolve, 300));
    write('api_samples/owner.json', { newest: '3' });
    expect((await watching.run()).err).toContain('`api_samples/owner.json` changed');
    expect(watching.runs()).toBe(2);
  });

  test('keeps the last report under a manifest that is wrong, on a terminal that it clears', async () => {
    const { write, watch } = project();
    const watching = watch([], { isTerminal: true, isErrorTerminal: true });
    const first = await watching.run();
    expect(first.out.startsWith(CLEAR)).toBe(true);
    write('contracts.json', { ...MANIFEST, contracts: { pets: {} } });
    const broken = await watching.run();
    expect(broken.err).toContain('the manifest is wrong, so nothing was checked');
    expect(broken.err).toContain('the last report, from before this error:');
    expect(broken.out).toBe(first.out);
    write('contracts.json', '{ "contracts"');
    expect((await watching.run()).out).toBe(first.out);
    write('contracts.json', MANIFEST);
    expect(await watching.run()).toEqual({
      out: first.out,
      err: expect.not.stringContaining('the last report'),
    });
    const { err, code } = await watching.end();
    // The prompt of the shell goes to a line of its own.
    expect([code, err.endsWith('Ctrl-C ends\n\n')]).toEqual([130, true]);
  });

  test('starts with a manifest that is wrong, and without one', async () => {
    const { cwd, write, watch, fresh } = project({ 'contracts.json': '[' });
    const watching = watch();
    expect(await watching.run()).toEqual({ out: '', err: (await fresh()).err });
    rmSync(join(cwd, 'contracts.json'));
    expect((await watching.run()).err).toContain('there is no contracts.yaml here');
    write('contracts.json', MANIFEST);
    expect((await watching.run()).out).toBe((await fresh()).out);
  });

  test('shows no secret of an argument in an error, such as a header without its option', async () => {
    const { watch, fresh } = project();
    const header = 'Authorization: Bearer planted-secret';
    const { err } = await watch([header]).run();
    expect(err).toBe((await fresh([header])).err);
    expect(err).toContain('Authorization');
    expect(err).not.toContain('planted-secret');
  });

  test.each(['api_samples', 'schemas', '.'])('waits for the folder %s that vanishes', async (name) => {
    const { cwd, fresh } = project();
    // A folder that watching starts in cannot be watched from outside where that is a busy folder of the system.
    const inner = join(cwd, 'project');
    mkdirSync(inner);
    for (const part of ['api_samples', 'schemas', 'code', 'contracts.json'])
      renameSync(join(cwd, part), join(inner, part));
    const watching = startWatching(['check', '--watch'], { cwd: inner });
    const { out } = await watching.run();
    const folder = join(inner, name);
    renameSync(folder, join(cwd, 'away'));
    let next = await watching.run();
    while (existsSync(folder) || next.out !== '') next = await watching.run();
    expect(next.err).toContain('gone');
    renameSync(join(cwd, 'away'), folder);
    next = await watching.run();
    while (next.out !== out) next = await watching.run();
    expect((await fresh()).code).toBe(2);
  });

  test('is not started by the reports that it writes, also among the samples', async () => {
    const { cwd, write, watch } = project();
    const args = ['--format', 'json=report.json', '--format', 'junit=api_samples/report.xml'];
    const watching = watch([...args, '--format', 'sarif=api_samples/pets/report.sarif']);
    await watching.run();
    write('api_samples/pets/a.json', { id: 'x' });
    expect((await watching.run()).err).toBe('samplegate: `api_samples/pets/a.json` changed\n');
    write('api_samples/pets/a.json', { id: 2 });
    expect((await watching.run()).err).toBe('samplegate: `api_samples/pets/a.json` changed\n');
    expect(watching.runs()).toBe(3);
    expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8'))).toMatchObject({ findings: [] });
  });

  test('is not started by a folder that it makes for a report', async () => {
    const cwd = tempProject({
      'contracts.json': { samples: '.', contracts: { a: { schema: 'a.json', samples: 'samples/*.json' } } },
      'schemas/a.json': { type: 'object' },
      'samples/a.json': {},
    });
    const watching = startWatching(['check', '--watch', '--format', 'junit=reports/of/check.xml'], { cwd });
    await watching.run();
    saveFile(join(cwd, 'samples/a.json'), '[]');
    expect((await watching.run()).err).toBe('samplegate: `samples/a.json` changed\n');
    renameSync(join(cwd, 'samples/a.json'), join(cwd, 'samples/b.json'));
    // That the other one is gone is reported later on some systems.
    expect((await watching.run()).err).toContain('samplegate: `samples/b.json` changed');
    expect(watching.runs()).toBe(3);
  });

  test('goes on where a report cannot be written', async () => {
    const { cwd, write, watch } = project();
    const watching = watch(['--format', 'json=out']);
    await watching.run();
    rmSync(join(cwd, 'out'));
    mkdirSync(join(cwd, 'out'));
    write('api_samples/pets/a.json', { id: 'x' });
    expect((await watching.run()).err).toContain('cannot write the report `out`: it is a folder');
    rmSync(join(cwd, 'out'), { recursive: true });
    write('api_samples/pets/a.json', { id: 'y' });
    expect((await watching.run()).out).toContain('"y"');
  });

  test('reports only on PATHs, and runs when what they depend on changes', async () => {
    const { write, watch, fresh } = project();
    const watching = watch(['api_samples/pets']);
    await watching.run();
    write('schemas/id.json', { type: 'string' });
    const { out } = await watching.run();
    expect(out).toBe((await fresh(['api_samples/pets'])).out);
    expect(out).toContain('expected a string, got 1');
  });

  test('watches several manifests, and what a list of manifests matches', async () => {
    const cwd = tempProject({
      'contracts.json': { manifests: ['*/contracts.json'] },
      ...Object.fromEntries(Object.entries(FILES).map(([path, content]) => [`one/${path}`, content])),
    });
    const watching = startWatching(['check', '--watch'], { cwd });
    await watching.run();
    const two = join(cwd, 'two');
    for (const [path, content] of Object.entries(FILES)) {
      const file = join(two, path);
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    }
    let next = await watching.run();
    while (!next.out.includes('2 manifests')) next = await watching.run();
    saveFile(join(two, 'api_samples/owner.json'), '[]');
    next = await watching.run();
    expect(next.out).toBe((await runCli(['check'], { cwd })).out);
    expect(next.out).toContain('two/api_samples/owner.json');
  });

  test('checks what differs in git, also after a commit', async () => {
    const { cwd, write, watch } = project();
    git(cwd, 'init', '--quiet');
    commitAll(cwd, 'Add everything');
    write('api_samples/pets/a.json', { id: 'x' });
    const watching = watch(['--changed']);
    expect((await watching.run()).out).toContain('api_samples/pets/a.json');
    commitAll(cwd, 'Break it');
    const { out, err } = await watching.run();
    expect([out.includes('pets/a.json'), err]).toEqual([false, expect.stringContaining('.git/logs/HEAD')]);
  });

  test('checks files against a schema', async () => {
    const { write, watch } = project();
    const watching = watch(['--schema', 'schemas/pet.json', 'api_samples/pets/a.json']);
    await watching.run();
    write('schemas/id.json', { type: 'string' });
    expect((await watching.run()).out).toContain('expected a string, got 1');
  });
});
