import { describe, expect, test } from '@jest/globals';

import { findingsOf } from '../rule-fixtures';

describe('self-link', () => {
  test('finds the self link wherever it stands', async () => {
    expect(await findingsOf('self-link/right')).toEqual([]);
  });

  test('points at the link that was meant, at the second one, or at links without any', async () => {
    expect(await findingsOf('self-link/wrong')).toEqual([
      {
        ruleId: 'self-link',
        severity: 'error',
        message: 'no link with the rel "self", so clients cannot find this version',
        file: 'no-links.json',
        pointer: '/version/links',
        start: { line: 4, column: 18 },
        end: { line: 4, column: 19 },
        clients: 'keystoneauth skips this version; rust-osauth and gtema/openstack fail',
      },
      {
        ruleId: 'self-link',
        severity: 'error',
        message: 'no link with the rel "self", so clients cannot find this version',
        file: 'versions.json',
        pointer: '/versions/0/links',
        start: { line: 5, column: 22 },
        end: { line: 5, column: 23 },
        clients: 'keystoneauth skips this version; rust-osauth and gtema/openstack fail',
      },
      {
        ruleId: 'self-link',
        severity: 'error',
        message: '"Self" is not "self", and no other link of this version is',
        file: 'versions.json',
        pointer: '/versions/1/links/0/rel',
        start: { line: 18, column: 28 },
        end: { line: 18, column: 34 },
        clients: 'gophercloud ignores it; rust-osauth and gtema/openstack fail',
      },
      {
        ruleId: 'self-link',
        severity: 'error',
        message: '"slef" is not "self", and no other link of this version is',
        file: 'versions.json',
        pointer: '/versions/2/links/0/rel',
        start: { line: 32, column: 28 },
        end: { line: 32, column: 34 },
        clients: 'keystoneauth skips this version; rust-osauth and gtema/openstack fail',
      },
      {
        ruleId: 'self-link',
        severity: 'error',
        message: 'a second self link: a version has one',
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
        message: 'the self link has no "href"',
        file: 'versions.json',
        pointer: '/versions/4/links/0',
        start: { line: 62, column: 17 },
        end: { line: 62, column: 18 },
        clients: 'keystoneauth skips this version; rust-osauth and gtema/openstack fail',
      },
      {
        ruleId: 'self-link',
        severity: 'error',
        message: 'the href of a self link is a URL, not null',
        file: 'versions.json',
        pointer: '/versions/5/links/0/href',
        start: { line: 76, column: 29 },
        end: { line: 76, column: 33 },
      },
      {
        ruleId: 'self-link',
        severity: 'error',
        message: 'this link has no "rel", and no other link of this version is "self"',
        file: 'versions.json',
        pointer: '/versions/6/links/0',
        start: { line: 89, column: 17 },
        end: { line: 89, column: 18 },
        clients: 'keystoneauth skips this version; rust-osauth and gtema/openstack fail',
      },
      {
        ruleId: 'self-link',
        severity: 'error',
        message: 'the rel of a link is a string, not null, and no other link of this version is "self"',
        file: 'versions.json',
        pointer: '/versions/7/links/0/rel',
        start: { line: 104, column: 28 },
        end: { line: 104, column: 32 },
      },
    ]);
  });
});
