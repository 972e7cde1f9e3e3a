import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';

import { describe, expect, test } from '@jest/globals';

const ROOT = join(__dirname, '..');
const SRC = join(ROOT, 'src');

interface Layer {
  readonly level: number;
  readonly names: readonly string[];
  readonly packages: readonly string[];
}

/** The table of layers in docs/architecture.md. */
const layers: readonly Layer[] = readFileSync(join(ROOT, 'docs', 'architecture.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, level = '', names = '', , packages = ''] = line.split('|').map((cell) => cell.trim());
    return /^\d+$/.test(level)
      ? [{ level: Number(level), names: codeIn(names), packages: codeIn(packages) }]
      : [];
  });

/** The exceptions in the text below the table. */
const EXCEPTIONS = [
  { file: 'cli/', target: 'node:fs' },
  { file: 'start/load-program.ts', target: 'node:vm' },
];

function codeIn(cell: string): readonly string[] {
  return Array.from(cell.matchAll(/`([^`]+)`/g), ([, code = '']) => code.replace(/\/$/, ''));
}

interface Import {
  readonly file: string;
  readonly target: string;
}

const imports: readonly Import[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.m?ts$/.test(file))
  .flatMap((file) => {
    const text = readFileSync(join(SRC, file), 'utf8');
    return Array.from(
      text.matchAll(/(?:from|(?<!')import|require\(|import\()\s*'([^']+)'/g),
      ([, target = '']) => ({ file, target }),
    );
  });

function folderOf(file: string): string {
  return file.split('/')[0] ?? '';
}

function levelOf(folder: string): number | undefined {
  return layers.find(({ names }) => names.includes(folder))?.level;
}

/** The folder of src that a relative import leads to. */
function targetFolder({ file, target }: Import): string {
  const path = relative(SRC, resolve(SRC, dirname(file), target));
  return path.includes('/') ? folderOf(path) : `${path}.ts`;
}

const inner = imports.filter(({ target }) => target.startsWith('.'));
const outer = imports.filter(({ target }) => !target.startsWith('.'));

describe('the layers in docs/architecture.md', () => {
  test('include every folder of src', () => {
    const folders = new Set(readdirSync(SRC));
    folders.delete('types'); // Generated types only.
    expect([...folders].filter((folder) => levelOf(folder) === undefined)).toEqual([]);
    expect(imports.length).toBeGreaterThan(300);
  });

  test('are only imported downwards', () => {
    const upwards = inner.filter((edge) => {
      const [from, to] = [folderOf(edge.file), targetFolder(edge)];
      if (from === to || to === 'types' || to === 'types.ts') return false;
      const [above, below] = [levelOf(from), levelOf(to)];
      return (
        above === undefined ||
        below === undefined ||
        above < below ||
        (above === below && from !== 'index.ts')
      );
    });
    expect(upwards).toEqual([]);
  });

  test('are the only ones to import their packages', () => {
    const owned = layers.flatMap(({ names, packages }) => packages.map((name) => ({ name, owners: names })));
    const wrong = outer.filter(({ file, target }) => {
      const rule = owned.find(
        ({ name }) => target === name || target.startsWith(`${name}/`) || target.startsWith(`${name}-`),
      );
      if (rule === undefined) return !isBuiltin(target);
      const isException = EXCEPTIONS.some(
        (exception) => exception.target === target && file.startsWith(exception.file),
      );
      return !rule.owners.includes(folderOf(file)) && !isException;
    });
    expect(wrong).toEqual([]);
  });
});

test('no files import each other in a cycle', () => {
  const targets = new Map<string, string[]>();
  for (const { file, target } of inner) {
    const path = relative(SRC, resolve(SRC, dirname(file), target));
    targets.set(file, [...(targets.get(file) ?? []), `${path}.ts`, `${path}/index.ts`]);
  }
  const finished = new Set<string>();
  const cycleFrom = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (finished.has(file)) return undefined;
    for (const next of targets.get(file) ?? []) {
      const cycle = cycleFrom(next, [...path, file]);
      if (cycle !== undefined) return cycle;
    }
    finished.add(file);
    return undefined;
  };
  expect([...targets.keys()].flatMap((file) => cycleFrom(file, []) ?? [])).toEqual([]);
});

interface Room {
  readonly name: string;
  readonly folder: string;
  /** The rooms of its folder that it may import; `.` is the folder's own files. */
  readonly below: readonly string[];
}

/** The table of rooms in docs/architecture.md. */
const rooms: readonly Room[] = readFileSync(join(ROOT, 'docs', 'architecture.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, name = '', , below = ''] = line.split('|').map((cell) => cell.trim());
    const [room] = codeIn(name);
    return room !== undefined && /^`\w+\/[\w/]+\/`$/.test(name)
      ? [{ name: room, folder: folderOf(room), below: codeIn(below) }]
      : [];
  });

/** The room of a file in src, relative to its layer: `laws/about`; `.` for the layer's own files. */
function roomOf(file: string): string {
  return relative(folderOf(file), dirname(file)) || '.';
}

describe('the rooms in docs/architecture.md', () => {
  test('are the folders inside the layers', () => {
    const folders = new Set(
      readdirSync(SRC, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.startsWith('types/'))
        .map((file) => dirname(file))
        .filter((folder) => folder.includes('/')),
    );
    expect(rooms.map(({ name }) => name).toSorted()).toEqual([...folders].toSorted());
  });

  test('only import the rooms that their row names', () => {
    const wrong = inner.filter((edge) => {
      const target = relative(SRC, resolve(SRC, dirname(edge.file), edge.target));
      const [from, to] = [roomOf(edge.file), roomOf(target)];
      if (folderOf(edge.file) !== folderOf(target) || from === to || from === '.') return false;
      const room = rooms.find(({ name }) => name === `${folderOf(edge.file)}/${from}`);
      return room === undefined || !room.below.includes(to);
    });
    expect(wrong).toEqual([]);
  });

  test('do not import each other in a circle', () => {
    const below = new Map(
      rooms.map(({ name, folder, below: names }) => [
        name,
        names.filter((other) => other !== '.').map((other) => `${folder}/${other}`),
      ]),
    );
    const isInCircle = (name: string, path: readonly string[]): boolean =>
      path.includes(name) || (below.get(name) ?? []).some((other) => isInCircle(other, [...path, name]));
    expect(rooms.filter(({ name }) => isInCircle(name, []))).toEqual([]);
  });
});

/** The names that occur more than once. */
function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))].toSorted();
}

describe('names in src', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('types/'),
  );

  test('of files are unique', () => {
    expect(repeated(files.map((file) => basename(file)).filter((name) => name !== 'index.ts'))).toEqual([]);
  });

  test('of exports are unique', () => {
    const names = files.flatMap((file) => {
      // Templates contain generated code, which may repeat names.
      const text = readFileSync(join(SRC, file), 'utf8').replaceAll(/`[^`]*`/g, '``');
      return Array.from(
        text.matchAll(/^export (?:async )?(?:function\*?|const|interface|type|class) (\w+)/gm),
        ([, name = '']) => name,
      );
    });
    expect(names.length).toBeGreaterThan(500);
    expect(repeated(names)).toEqual([]);
  });
});

test('no source file has more than 300 lines', () => {
  const long = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.m?ts$/.test(file))
    .filter((file) => readFileSync(join(SRC, file), 'utf8').split('\n').length > 300);
  expect(long).toEqual([]);
});
