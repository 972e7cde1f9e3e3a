import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('versions-envelope', () => {
  test('accepts each of the six shapes', async () => {
    expect(await findingsOf('versions-envelope/right')).toEqual([]);
  });

  test('rejects shapes that no client can read, and "version" next to "versions"', async () => {
    expect(await findingsOf('versions-envelope/wrong')).toEqual([
      {
        ruleId: 'versions-envelope',
        severity: 'error',
        message: 'expected "version" to be an object that describes a version, got the string "1.37"',
        file: 'bare-version-string.json',
        pointer: '/version',
        start: { line: 13, column: 16 },
        end: { line: 13, column: 22 },
        clients:
          'keystoneauth raises TypeError; rust-osauth and gtema/openstack fail; gophercloud reads only the id',
      },
      {
        ruleId: 'versions-envelope',
        severity: 'error',
        message:
          'the document has both "version" and "versions", and clients differ in which one they read: keep one',
        file: 'beside.json',
        pointer: '/version',
        start: { line: 21, column: 5 },
        end: { line: 21, column: 14 },
        clients:
          'keystoneauth, rust-osauth and gtema/openstack read "versions"; gophercloud and novaclient read "version"',
      },
      {
        ruleId: 'versions-envelope',
        severity: 'error',
        message: 'expected "choices" to be an array of versions, got an object',
        file: 'choices-object.json',
        pointer: '/choices',
        start: { line: 2, column: 16 },
        end: { line: 20, column: 6 },
      },
      {
        ruleId: 'versions-envelope',
        severity: 'error',
        message: 'expected an object with "versions" or "version", got an array',
        file: 'document-list.json',
        pointer: '',
        start: { line: 1, column: 1 },
        end: { line: 19, column: 2 },
      },
      {
        ruleId: 'versions-envelope',
        severity: 'error',
        message: 'expected an object with "versions" or "version", got the string "v2.1"',
        file: 'document-string.json',
        pointer: '',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 7 },
      },
      {
        ruleId: 'versions-envelope',
        severity: 'error',
        message:
          'unknown property "verions", and no "versions", "version" or "choices": rename it to "versions"',
        file: 'misspelt.json',
        pointer: '/verions',
        start: { line: 2, column: 5 },
        end: { line: 2, column: 14 },
      },
      {
        ruleId: 'versions-envelope',
        severity: 'error',
        message: 'no "versions", "version" or "choices" here, so clients find no version: add "versions"',
        file: 'no-shape.json',
        pointer: '',
        start: { line: 1, column: 1 },
        end: { line: 1, column: 2 },
      },
      {
        ruleId: 'versions-envelope',
        severity: 'error',
        message: 'expected "values" to be an array of versions, got null',
        file: 'values-null.json',
        pointer: '/versions/values',
        start: { line: 3, column: 19 },
        end: { line: 3, column: 23 },
      },
      {
        ruleId: 'versions-envelope',
        severity: 'error',
        message: 'expected "version" to be an object that describes a version, got an array',
        file: 'version-list.json',
        pointer: '/version',
        start: { line: 2, column: 16 },
        end: { line: 20, column: 6 },
      },
      {
        ruleId: 'versions-envelope',
        severity: 'error',
        message: 'expected "versions" to be an array of versions, got an object without "values"',
        file: 'versions-by-id.json',
        pointer: '/versions',
        start: { line: 2, column: 17 },
        end: { line: 2, column: 18 },
      },
      {
        ruleId: 'versions-envelope',
        severity: 'error',
        message: 'expected "versions" to be an array of versions, got the string "v2.1"',
        file: 'versions-string.json',
        pointer: '/versions',
        start: { line: 2, column: 17 },
        end: { line: 2, column: 23 },
      },
    ]);
  });
});
