import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from '@jest/globals';

import { canList } from '../../../src/project/disk/file-kind';
import { filesIn, listFiles } from '../../../src/project/disk/list-files';
import { recordLooks } from '../../../src/project/disk/recorded-looks';

const folder = mkdtempSync(join(tmpdir(), 'looks-'));
writeFileSync(join(folder, 'there.json'), '{}');
afterAll(() => rmSync(folder, { recursive: true }));

describe('what was just seen in this process', () => {
  const known = new Map([
    [`names ${folder}`, '/fseen.json/da/fb.txt'],
    [`names ${join(folder, 'a')}`, ''],
    [`list ${join(folder, 'a')}`, 'false'],
  ]);

  test('is not looked at again, and is noted', () => {
    const looks = recordLooks(known);
    expect(listFiles(folder, ['.json']).files).toEqual(['b.txt', 'seen.json']);
    expect(listFiles(folder, ['.json']).odd.map(({ path }) => path)).toEqual(['a']);
    expect(filesIn(folder)).toEqual(['seen.json', 'b.txt']);
    expect(canList(join(folder, 'a'))).toBe(false);
    expect(looks.sightings()).toEqual(known);
    looks.end();
  });

  test('is forgotten at the end of the record', () => {
    recordLooks(known).end();
    expect(filesIn(folder)).toEqual(['there.json']);
    expect(listFiles(folder, ['.json'])).toEqual({ files: ['there.json'], odd: [], hasLinks: false });
    expect(canList(folder)).toBe(true);
  });

  test('a folder that cannot be read has no files', () => {
    const looks = recordLooks(new Map([[`names ${folder}`, '\0EACCES']]));
    expect(filesIn(folder)).toEqual([]);
    looks.end();
  });
});
