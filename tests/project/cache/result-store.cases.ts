import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os, { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, describe, expect, jest, test } from '@jest/globals';

import { digest } from '../../../src/project/cache/cache-files';
import { openResultStore } from '../../../src/project/cache/result-store';

const root = mkdtempSync(join(tmpdir(), 'samplegate-store-'));
afterAll(() => rmSync(root, { recursive: true }));

let count = 0;

/** A project with `node_modules`, and the place of its store. */
function project() {
  const folder = join(root, String((count += 1)));
  const cache = join(folder, 'node_modules', '.cache', 'samplegate');
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  const manifest = join(folder, 'contracts.yaml');
  return { manifest, cache, store: openResultStore(manifest, {}), files: () => readdirSync(cache) };
}

/** The file for the result of a manifest. */
function fileOf(manifest: string): string {
  return `${digest(manifest).slice(0, 16)}.json`;
}

test('reads the result that was written last', () => {
  const { manifest, store, files } = project();
  expect(store.read()).toBeUndefined();
  store.write('one');
  store.write('\u{1F600} two\n');
  expect(store.read()).toBe('\u{1F600} two\n');
  expect(openResultStore(manifest, {}).read()).toBe('\u{1F600} two\n');
  expect(files()).toEqual([fileOf(manifest)]);
});

test('each manifest has a store of its own', () => {
  const { manifest, store } = project();
  store.write('one');
  expect(openResultStore(`${manifest}.other`, {}).read()).toBeUndefined();
});

describe('a cached result is ignored', () => {
  const HEADER = 'samplegate result 1';

  test.each<[string, (cached: string) => string | Buffer]>([
    ['truncated', (cached) => cached.slice(0, -1)],
    ['longer than it was', (cached) => `${cached} `],
    ['changed in one character', (cached) => cached.replace('whole', 'holes')],
    ['empty', () => ''],
    ['without its header', (cached) => cached.slice(cached.indexOf('\n') + 1)],
    ['from another version', (cached) => cached.replace(HEADER, 'samplegate result 2')],
    ['from another program', () => '{"findings": []}\n'],
    ['not text', () => Buffer.from([0xff, 0xfe, 0, 1, 2])],
  ])('where it is %s', (_, spoil) => {
    const { store, cache, files } = project();
    store.write('the whole result');
    const [file = ''] = files();
    writeFileSync(join(cache, file), spoil(readFileSync(join(cache, file), 'utf8')));
    expect(store.read()).toBeUndefined();
    store.write('the next result');
    expect(store.read()).toBe('the next result');
  });

  test('where there is a folder in its place', () => {
    const { store, cache, files } = project();
    store.write('one');
    const [file = ''] = files();
    rmSync(join(cache, file));
    mkdirSync(join(cache, file));
    expect(store.read()).toBeUndefined();
    expect(() => store.write('two')).not.toThrow();
    expect(files()).toEqual([file]);
  });
});

test('where nothing can be written, nothing is cached and nothing is thrown', () => {
  const { manifest, cache, store } = project();
  writeFileSync(dirname(cache), 'a file in the place of the folder');
  store.write('one');
  expect(store.read()).toBeUndefined();
  expect(openResultStore(manifest, {}).read()).toBeUndefined();
});

test('parallel runs leave one complete result', async () => {
  const { manifest, store, files } = project();
  const texts = Array.from({ length: 8 }, (_, run) => String(run).repeat(100_000));
  await Promise.all(
    texts.map(async (text) => {
      const own = openResultStore(manifest, {});
      for (let times = 0; times < 5; times += 1) {
        own.write(text);
        await new Promise(setImmediate);
        expect(texts).toContain(own.read());
      }
    }),
  );
  expect(texts).toContain(store.read());
  expect(files()).toEqual([fileOf(manifest)]);
});

test('without node_modules next to the manifest, the user’s cache folder is used', () => {
  const xdg = join(root, 'xdg');
  openResultStore(join(root, 'nowhere', 'contracts.yaml'), { XDG_CACHE_HOME: xdg }).write('one');
  const [file = ''] = readdirSync(join(xdg, 'samplegate'));
  expect(readFileSync(join(xdg, 'samplegate', file), 'utf8')).toBe(
    `samplegate result 1 ${digest('one')}\none`,
  );
  // Findings reveal the content of samples, so nobody else may read them.
  expect(statSync(join(xdg, 'samplegate', file)).mode & 0o077).toBe(0);
});

test('a relative cache folder is ignored, and nothing is written to the working folder', () => {
  const home = join(root, 'home');
  const homedir = jest.spyOn(os, 'homedir').mockReturnValue(home);
  const manifest = join(root, 'nowhere', 'contracts.yaml');
  openResultStore(manifest, { XDG_CACHE_HOME: 'relative' }).write('one');
  homedir.mockRestore();
  expect(readdirSync(join(home, '.cache', 'samplegate'))).toEqual([fileOf(manifest)]);
});

test('the oldest results are removed', () => {
  const xdg = join(root, 'many');
  const manifests = Array.from({ length: 30 }, (_, index) => join(root, 'nowhere', `${index}.yaml`));
  for (const [seconds, manifest] of manifests.entries()) {
    openResultStore(manifest, { XDG_CACHE_HOME: xdg }).write('one');
    // A file system may give the same time to files that are written one after the other.
    utimesSync(join(xdg, 'samplegate', fileOf(manifest)), seconds, seconds);
  }
  expect(readdirSync(join(xdg, 'samplegate')).toSorted()).toEqual(
    manifests.slice(-20).map(fileOf).toSorted(),
  );
});
