import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('folder-in-range', () => {
  test('accepts both ends of the range and compares minors as numbers', async () => {
    expect(await findingsOf('folder-in-range/right')).toEqual([]);
  });

  test('points at a sample of each folder that is too new, too old or of another major version', async () => {
    expect(await findingsOf('folder-in-range/wrong')).toEqual([
      {
        ruleId: 'folder-in-range',
        severity: 'error',
        message:
          'no document states a microversion with major version 1, so v1.9 does not exist: rename the folder',
        file: 'api_samples/servers/v1.9/server-get-resp.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      },
      {
        ruleId: 'folder-in-range',
        severity: 'error',
        message:
          'v2.0 is older than the oldest microversion in api_samples/versions/versions-get-resp.json, "2.1": rename the folder, or fix the document',
        file: 'api_samples/servers/v2.0/server-get-resp.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        related: [
          {
            message: 'stated here',
            file: 'api_samples/versions/versions-get-resp.json',
            pointer: '/versions/1/min_version',
            start: { line: 34, column: 28 },
            end: { line: 34, column: 33 },
          },
        ],
      },
      {
        ruleId: 'folder-in-range',
        severity: 'error',
        message:
          'v2.61 is newer than the newest microversion in api_samples/versions/versions-get-resp.json, "2.60": rename the folder, or fix the document',
        file: 'api_samples/servers/v2.61/server-get-resp.json',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
        related: [
          {
            message: 'stated here',
            file: 'api_samples/versions/versions-get-resp.json',
            pointer: '/versions/1/version',
            start: { line: 33, column: 24 },
            end: { line: 33, column: 30 },
          },
        ],
      },
    ]);
  });

  test('uses the oldest microversion of the manifest if no document states one, and leaves the newest open', async () => {
    expect(await findingsOf('folder-in-range/wrong-without-documents')).toEqual(
      ['1.9', '2.0'].map((microversion) => ({
        ruleId: 'folder-in-range',
        severity: 'error',
        message: `v${microversion} is older than the \`base_microversion\`, "2.1": rename the folder, or fix the manifest`,
        file: `api_samples/servers/v${microversion}/server-get-resp.json`,
        start: { line: 1, column: 1 },
        end: { line: 1, column: 1 },
      })),
    );
  });
});
