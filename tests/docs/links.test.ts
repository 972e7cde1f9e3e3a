import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { isJsonObject, member, type JsonObject } from '../../src/model/json/json-value';
import { PAGES, readPage, ROOT } from './page';

interface Link {
  /** The path below the root. */
  readonly path: string;
  readonly anchor: string;
}

function withoutBlocks(text: string): string {
  return text.replaceAll(/^```[^]*?^```$/gm, '');
}

/** The links of a page that lead to files of this repository. */
function linksOf(page: string): readonly Link[] {
  return Array.from(withoutBlocks(readPage(page)).matchAll(/\]\(([^)\s]+)\)/g)).flatMap(([, target = '']) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [file = '', anchor = ''] = target.split('#');
    return [{ path: file === '' ? page : join(dirname(page), file), anchor }];
  });
}

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(page: string): readonly string[] {
  return Array.from(withoutBlocks(readPage(page)).matchAll(/^#+ (.*)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

function packageJson(): JsonObject {
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return isJsonObject(manifest) ? manifest : {};
}

describe('the relative links lead to files and headings', () => {
  test.each(PAGES)('%s', (page) => {
    const broken = linksOf(page).filter(
      ({ path, anchor }) =>
        !existsSync(join(ROOT, path)) ||
        (anchor !== '' && statSync(join(ROOT, path)).isFile() && !anchorsOf(path).includes(anchor)),
    );
    expect(broken).toEqual([]);
  });
});

test('the README is short enough to be read', () => {
  expect(readPage('README.md').split('\n').length).toBeLessThanOrEqual(151);
});

test('the README has links to follow', () => {
  expect(linksOf('README.md').length).toBeGreaterThan(5);
});

/** Whether the package ships a path: npm adds these three, and `files` names files and whole folders. */
function isShipped(path: string): boolean {
  const files = member(packageJson(), 'files');
  return ['README.md', 'LICENSE', 'package.json', ...(Array.isArray(files) ? files : [])].some(
    (entry) => path === entry || path.startsWith(`${entry}/`),
  );
}

test('a page that the package ships has no link out of it', () => {
  const shipped = PAGES.filter(isShipped);
  expect(shipped).toContain('docs/rules.md');
  expect(shipped.flatMap((page) => linksOf(page).filter(({ path }) => !isShipped(path)))).toEqual([]);
});

/** Whether a source file exists, by its path below the root or below src. */
function isSource(path: string): boolean {
  return [ROOT, join(ROOT, 'src')].some((root) => existsSync(join(root, path)));
}

test('every source file that a page names exists', () => {
  const named = PAGES.flatMap((page) =>
    Array.from(
      withoutBlocks(readPage(page)).matchAll(/`((?:[\w-]+\/)+[\w.-]+\.(?:ts|mjs))`/g),
      ([, path = '']) => ({ page, path }),
    ),
  );
  expect(named.length).toBeGreaterThan(0);
  // Generated in a user's project.
  const known = named.filter(({ path }) => !path.startsWith('by-microversion/'));
  expect(known.filter(({ path }) => !isSource(path))).toEqual([]);
});

test('every script that a page names is one of package.json', () => {
  const scripts = member(packageJson(), 'scripts');
  const named = PAGES.flatMap((page) =>
    Array.from(readPage(page).matchAll(/npm run ([a-z][a-z:-]*)/g), ([, name = '']) => name),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !isJsonObject(scripts) || !Object.hasOwn(scripts, name))).toEqual([]);
});
