import fs from 'node:fs';

import { afterEach, describe, expect, jest, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('file-readable', () => {
  test('accepts a regular file and a link to one', async () => {
    expect(await findingsOf('file-readable/right')).toEqual([]);
  });

  test('rejects a folder, a dangling link, a loop of links and a link to a folder', async () => {
    expect(await findingsOf('file-readable/wrong')).toEqual([
      {
        ruleId: 'file-readable',
        severity: 'error',
        message: 'cannot be read: the target of this symbolic link does not exist; fix or remove the link',
        file: 'api_samples/flavors/dangling.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
      {
        ruleId: 'file-readable',
        severity: 'error',
        message: 'cannot be read: it is a folder, not a file; rename it, or put the file in its place',
        file: 'api_samples/flavors/folder.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
      {
        ruleId: 'file-readable',
        severity: 'error',
        message: 'cannot be read: its symbolic links form a loop; remove the loop',
        file: 'api_samples/flavors/loop-a.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
      {
        ruleId: 'file-readable',
        severity: 'error',
        message: 'cannot be read: its symbolic links form a loop; remove the loop',
        file: 'api_samples/flavors/loop-b.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
      {
        ruleId: 'file-readable',
        severity: 'error',
        message:
          'cannot be read: links to folders are not followed, so the files in this one are not checked; name the real folder too, or remove the link',
        file: 'api_samples/flavors/up',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
    ]);
  });

  // Mocked, because root may read every file and open every folder.
  describe('without permission', () => {
    afterEach(() => {
      jest.restoreAllMocks();
    });

    test('reports the file', async () => {
      const read = fs.readFileSync;
      jest.spyOn(fs, 'readFileSync').mockImplementation((path, options) => {
        if (String(path).endsWith('flavor-get-resp.json')) throw denied();
        return read(path, options);
      });
      expect(await findingsOf('file-readable/right')).toEqual([
        {
          ruleId: 'file-readable',
          severity: 'error',
          message: 'cannot be read: permission denied; make it readable',
          file: 'api_samples/flavors/flavor-get-resp.json',
          start: { line: 1, column: 1 },
          end: { line: 1, column: 1 },
        },
      ]);
    });

    test('reports the folder, whose files would otherwise be skipped silently', async () => {
      const access = fs.accessSync;
      jest.spyOn(fs, 'accessSync').mockImplementation((path, mode) => {
        if (String(path).endsWith('flavors')) throw denied();
        access(path, mode);
      });
      expect(await findingsOf('file-readable/right')).toEqual([
        {
          ruleId: 'file-readable',
          severity: 'error',
          message:
            'cannot be read: permission to open this folder is denied, so its files are not checked; make it readable',
          file: 'api_samples/flavors',
          start: { line: 1, column: 1 },
          end: { line: 1, column: 1 },
        },
      ]);
    });
  });
});

function denied(): Error {
  return Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
}
