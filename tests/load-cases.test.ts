import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).map((file) =>
  file.replaceAll('\\', '/'),
);

/** The folders whose cases a suite next to them loads. */
const loaded = files.flatMap((file) => {
  const [, folder] = /^(.*)\.test\.ts$/.exec(file) ?? [];
  if (folder === undefined) return [];
  return readFileSync(join(__dirname, file), 'utf8').includes(`loadCases('${folder}')`) ? [folder] : [];
});

test('every file of cases is in exactly one suite', () => {
  const cases = files.filter((file) => file.endsWith('.cases.ts'));
  expect(cases.length).toBeGreaterThan(200);
  expect(
    cases.filter((file) => loaded.filter((folder) => file.startsWith(`${folder}/`)).length !== 1),
  ).toEqual([]);
});
