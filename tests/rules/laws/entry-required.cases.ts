import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('entry-required', () => {
  test('accepts a bare document without a status, and other properties', async () => {
    expect(await findingsOf('entry-required/right')).toEqual([]);
  });

  test('reports each missing property, a misspelled property to rename, and values that are not objects', async () => {
    expect(await findingsOf('entry-required/wrong')).toEqual([
      {
        ruleId: 'entry-required',
        severity: 'error',
        message: 'required property "id" is missing',
        file: 'missing.json',
        pointer: '/versions/0',
        start: { line: 3, column: 9 },
        end: { line: 3, column: 10 },
        clients: 'gophercloud rejects the whole document; keystoneauth skips this version',
      },
      {
        ruleId: 'entry-required',
        severity: 'error',
        message: 'required property "status" is missing',
        file: 'missing.json',
        pointer: '/versions/1',
        start: { line: 16, column: 9 },
        end: { line: 16, column: 10 },
        clients: 'gtema/openstack rejects the whole document; keystoneauth skips this version',
      },
      {
        ruleId: 'entry-required',
        severity: 'error',
        message: 'required property "links" is missing',
        file: 'missing.json',
        pointer: '/versions/2',
        start: { line: 29, column: 9 },
        end: { line: 29, column: 10 },
        clients: 'keystoneauth skips this version',
      },
      {
        ruleId: 'entry-required',
        severity: 'error',
        message: 'required property "status" is missing: rename "stauts"',
        file: 'misspelt.json',
        pointer: '/versions/0',
        start: { line: 3, column: 9 },
        end: { line: 3, column: 10 },
        clients: 'gtema/openstack rejects the whole document; keystoneauth skips this version',
      },
      {
        ruleId: 'entry-required',
        severity: 'error',
        message: 'expected a version to be an object, got the string "v1.0"',
        file: 'not-objects.json',
        pointer: '/versions/0',
        start: { line: 3, column: 9 },
        end: { line: 3, column: 15 },
        clients: 'gophercloud rejects the whole document',
      },
      {
        ruleId: 'entry-required',
        severity: 'error',
        message: 'expected a version to be an object, got null',
        file: 'not-objects.json',
        pointer: '/versions/1',
        start: { line: 4, column: 9 },
        end: { line: 4, column: 13 },
        clients: 'gophercloud rejects the whole document',
      },
      {
        ruleId: 'entry-required',
        severity: 'error',
        message: 'expected "links" to be an array of links, got an object',
        file: 'not-objects.json',
        pointer: '/versions/2/links',
        start: { line: 7, column: 22 },
        end: { line: 9, column: 14 },
      },
      {
        ruleId: 'entry-required',
        severity: 'error',
        message: 'expected "links" to be an array of links, got null',
        file: 'not-objects.json',
        pointer: '/versions/3/links',
        start: { line: 14, column: 22 },
        end: { line: 14, column: 26 },
      },
      {
        ruleId: 'entry-required',
        severity: 'error',
        message:
          'expected a link to be an object with "rel" and "href", got the string "http://share.example.com/doc"',
        file: 'not-objects.json',
        pointer: '/versions/4/links/2',
        start: { line: 28, column: 17 },
        end: { line: 28, column: 47 },
        clients: 'gophercloud rejects the whole document',
      },
    ]);
  });
});
