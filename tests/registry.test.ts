import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { expect, test } from '@jest/globals';

import { rulesOfRun } from '../src/engine/judge/rules-of-run';
import { RULES } from '../src/rules/rule-registry';

const ROOT = join(__dirname, '..');
const ids = RULES.map(({ id }) => id);
const docs = readFileSync(join(ROOT, 'docs', 'rules.md'), 'utf8');
const sections = docs.split(/^(?=## )/m).filter((section) => section.startsWith('## '));

function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith(ending),
  );
}

test('no two rules share an id', () => {
  expect(new Set(ids).size).toBe(ids.length);
});

test('each rule is in one file of its name, and each file that exports a rule is registered', () => {
  const files = filesBelow('src/rules', '.ts').filter((file) =>
    /^export const \w+: Rule<'/m.test(readFileSync(join(ROOT, 'src/rules', file), 'utf8')),
  );
  expect(files.map((file) => basename(file, '.ts')).toSorted()).toEqual(ids.toSorted());
});

test('docs/rules.md has one section per rule, in the order of the registry', () => {
  expect(sections.map((section) => /^## (.*)$/m.exec(section)?.[1])).toEqual(ids);
});

test.each(ids)('%s has right and wrong fixtures and a test', (id) => {
  expect(readdirSync(join(ROOT, 'tests/fixtures/rules', id)).toSorted()).toEqual(
    expect.arrayContaining(['right', 'wrong']),
  );
  expect(filesBelow('tests/rules', '.cases.ts').map((file) => basename(file, '.cases.ts'))).toContain(id);
});

test.each(ids)('the section of %s has claims, why, wrong, right, how to turn it off, and source', (id) => {
  const section = sections.find((text) => text.startsWith(`## ${id}\n`)) ?? '';
  for (const part of ['**Claims**', '**Why.**', '**Wrong**', '**Right', '**Off:**', '**Source:**']) {
    expect(section).toContain(part);
  }
  const [, fixture] = /`(tests\/fixtures\/rules\/[^`]+)`/.exec(section) ?? [];
  expect(fixture).toBeDefined();
  expect(existsSync(join(ROOT, fixture ?? ''))).toBe(true);
});

test('the results of runs say where each rule is documented', () => {
  const pages = new Map<string, string>();
  for (const { id, url = '' } of rulesOfRun(RULES, {})) {
    const [page = '', anchor = ''] = url.split('#');
    const text = pages.get(page) ?? readFileSync(join(ROOT, page), 'utf8');
    pages.set(page, text);
    // Hosts make such anchors of these headings.
    expect(anchor).toBe(id);
    expect(text).toContain(`\n## ${anchor}\n`);
  }
});
