import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('self-link', () => {
  test('finds the self link at any position', async () => {
    expect(await findingsOf('self-link/right')).toEqual([]);
  });

  test('points at the link that was meant, at a second self link, or at links without one', async () => {
    expect(await findingsOf('self-link/wrong')).toEqual([
      {
        ruleId: 'self-link',
        severity: 'error',
        message: 'no link with rel "self", so clients cannot find this version: add one',
        file: 'no-links.json',
        pointer: '/version/links',
        start: { line: 4, column: 18 },
        end: { line: 4, column: 19 },
        clients: 'keystoneauth skips this version; rust-osauth and gtema/openstack fail',
      },
      {
        ruleId: 'self-link',
        severity: 'error',
        message: 'no link with rel "self", so clients cannot find this version: add one',
        file: 'versions.json',
        pointer: '/versions/0/links',
        start: { line: 5, column: 22 },
        end: { line: 5, column: 23 },
        clients: 'keystoneauth skips this version; rust-osauth and gtema/openstack fail',
      },
      {
        ruleId: 'self-link',
        severity: 'error',
        message: 'this version has no self link: change the rel "Self" to "self"',
        file: 'versions.json',
        pointer: '/versions/1/links/0/rel',
        start: { line: 18, column: 28 },
        end: { line: 18, column: 34 },
        clients: 'gophercloud ignores it; rust-osauth and gtema/openstack fail',
      },
      {
        ruleId: 'self-link',
        severity: 'error',
        message: 'this version has no self link: change the rel "slef" to "self"',
        file: 'versions.json',
        pointer: '/versions/2/links/0/rel',
        start: { line: 32, column: 28 },
        end: { line: 32, column: 34 },
        clients: 'keystoneauth skips this version; rust-osauth and gtema/openstack fail',
      },
      {
        ruleId: 'self-link',
        severity: 'error',
        message: 'this version has a second self link: remove one',
        file: 'versions.json',
        pointer: '/versions/3/links/1/rel',
        start: { line: 50, column: 28 },
        end: { line: 50, column: 34 },
        related: [
          {
            message: 'the first one',
            file: 'versions.json',
            pointer: '/versions/3/links/0/rel',
            start: { line: 46, column: 28 },
            end: { line: 46, column: 34 },
          },
        ],
      },
      {
        ruleId: 'self-link',
        severity: 'error',
        message: 'the self link has no "href": add its URL',
        file: 'versions.json',
        pointer: '/versions/4/links/0',
        start: { line: 62, column: 17 },
        end: { line: 62, column: 18 },
        clients: 'keystoneauth skips this version; rust-osauth and gtema/openstack fail',
      },
      {
        ruleId: 'self-link',
        severity: 'error',
        message: 'expected the href of the self link to be a URL, got null',
        file: 'versions.json',
        pointer: '/versions/5/links/0/href',
        start: { line: 76, column: 29 },
        end: { line: 76, column: 33 },
      },
      {
        ruleId: 'self-link',
        severity: 'error',
        message: 'this version has no self link, and this link has no "rel": add the rel "self"',
        file: 'versions.json',
        pointer: '/versions/6/links/0',
        start: { line: 89, column: 17 },
        end: { line: 89, column: 18 },
        clients: 'keystoneauth skips this version; rust-osauth and gtema/openstack fail',
      },
      {
        ruleId: 'self-link',
        severity: 'error',
        message: 'this version has no self link, and this link has null as rel: write "self"',
        file: 'versions.json',
        pointer: '/versions/7/links/0/rel',
        start: { line: 104, column: 28 },
        end: { line: 104, column: 32 },
      },
    ]);
  });
});
