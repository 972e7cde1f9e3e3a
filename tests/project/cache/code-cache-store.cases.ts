import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from '@jest/globals';

import { openCodeCacheStore, type CodeCacheStore } from '../../../src/project/cache/code-cache-store';

const root = mkdtempSync(join(tmpdir(), 'samplegate-code-'));
afterAll(() => rmSync(root, { recursive: true }));

let count = 0;

/** A file of code with an empty store in a cache folder of its own. */
function install() {
  const cache = join(root, String((count += 1)));
  mkdirSync(cache);
  const code = join(cache, 'main.js');
  writeFileSync(code, 'code');
  const open = (engine = 'v8'): CodeCacheStore => {
    const store = openCodeCacheStore(code, engine, { XDG_CACHE_HOME: cache });
    if (store === undefined) throw new Error('no store');
    return store;
  };
  const folder = join(cache, 'samplegate-code');
  const file = () => join(folder, String(readdirSync(folder)[0]));
  return { cache, code, folder, file, open };
}

const DATA = Buffer.from('compiled');

test('reads what was written, in files that only the user may read', () => {
  const { folder, file, open } = install();
  expect(open().read()).toBeUndefined();
  open().write(DATA);
  expect(open().read()).toEqual(DATA);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});

test('a cache of another engine or build is not read', () => {
  const { code, open } = install();
  open('old').write(DATA);
  expect(open('new').read()).toBeUndefined();
  // V8 would take code of the same length for the same code.
  writeFileSync(code, 'edoc');
  utimesSync(code, 1, 1);
  expect(open('old').read()).toBeUndefined();
});

test.each<readonly [string, (place: ReturnType<typeof install>) => void]>([
  ['is cut off', ({ file }) => writeFileSync(file(), readFileSync(file()).subarray(0, -1))],
  ['is empty', ({ file }) => writeFileSync(file(), '')],
  [
    'has one other byte',
    ({ file }) => {
      const bytes = readFileSync(file());
      bytes[70] = (bytes[70] ?? 0) ^ 1;
      writeFileSync(file(), bytes);
    },
  ],
  ['may be written by the group', ({ file }) => chmodSync(file(), 0o620)],
  ['may be written by others', ({ file }) => chmodSync(file(), 0o602)],
  ['is in a folder that others may write', ({ folder }) => chmodSync(folder, 0o777)],
  [
    'is a link',
    ({ file, cache }) => {
      const path = file();
      renameSync(path, join(cache, 'elsewhere'));
      symlinkSync(join(cache, 'elsewhere'), path);
    },
  ],
  [
    'is in a folder that is a link',
    ({ folder, cache }) => {
      renameSync(folder, join(cache, 'elsewhere'));
      symlinkSync(join(cache, 'elsewhere'), folder);
    },
  ],
])('a cache that %s is not read', (_, change) => {
  const place = install();
  place.open().write(DATA);
  change(place);
  expect(place.open().read()).toBeUndefined();
});

test('the caches of the newest versions are kept', () => {
  const { folder, open } = install();
  const written = new Set<string>();
  for (let version = 1; version <= 9; version += 1) {
    open(String(version)).write(DATA);
    // A file system may give the same time to files that are written one after the other.
    for (const name of readdirSync(folder).filter((each) => !written.has(each))) {
      utimesSync(join(folder, name), version, version);
      written.add(name);
    }
  }
  expect(readdirSync(folder)).toHaveLength(6);
  for (let version = 4; version <= 9; version += 1) expect(open(String(version)).read()).toEqual(DATA);
});

test('where nothing can be kept, nothing happens', () => {
  const { cache, folder, open } = install();
  writeFileSync(folder, 'a file');
  open().write(DATA);
  expect(open().read()).toBeUndefined();
  expect(
    openCodeCacheStore(join(cache, 'main.js'), 'v8', { XDG_CACHE_HOME: join(root, 'absent', 'x') })?.read(),
  ).toBeUndefined();
});
